package dev.spendsense.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how soon the overview of a running service shows its numbers, with nothing in the browser's cache and with
 * everything. Arguments: address of the service, a token, a dataset, how often.
 */
final class FirstView {

    private static final String SHOWN =
            "() => /\\d/.test(document.querySelector('.tile b')?.textContent ?? '') && performance.now()";

    private static final String HEADER = "%-6s %9s %9s %9s %9s %9s%n";
    private static final String LINE = "%-6s %6.0f ms %6.0f ms %6.0f ms %9d %6.0f kB%n";

    private FirstView() {}

    /** What one visit took: until numbers are shown, and of the page's processor time. */
    private record Visit(double shownMillis, double busyMillis, int requests, long bytes) {}

    public static void main(String[] args) {
        String address = args[0];
        int often = Integer.parseInt(args[3]);
        String overview = address + "/operator/datasets/" + args[2];
        List<Visit> cold = new ArrayList<>();
        List<Visit> warm = new ArrayList<>();
        try (Playwright playwright = Dashboard.playwright();
                Browser browser = Dashboard.chromium(playwright)) {
            for (int i = 0; i < often; i++) {
                BrowserContext context = browser.newContext();
                context.request().get(address + "/operator?token=" + args[1]);
                Page page = context.newPage();
                cold.add(visit(page, overview));
                page.navigate("about:blank");
                warm.add(visit(page, overview));
                context.close();
            }
        }
        System.out.printf(HEADER, "cache", "median", "longest", "page CPU", "requests", "received");
        print("empty", cold);
        print("full", warm);
    }

    private static Visit visit(Page page, String address) {
        AtomicInteger requests = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Performance.enable");
        session.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet((long) event.get("encodedDataLength").getAsDouble()));
        double before = busySeconds(session);
        page.navigate(address);
        double shown = ((Number) page.waitForFunction(SHOWN).jsonValue()).doubleValue();
        double busy = busySeconds(session) - before;
        session.detach();
        return new Visit(shown, busy * 1000, requests.get(), bytes.get());
    }

    private static double busySeconds(CDPSession session) {
        JsonObject answer = session.send("Performance.getMetrics");
        for (var metric : answer.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        return 0;
    }

    private static void print(String cache, List<Visit> visits) {
        visits.sort(Comparator.comparingDouble(Visit::shownMillis));
        Visit median = visits.get(visits.size() / 2);
        System.out.printf(
                Locale.ROOT,
                LINE,
                cache,
                median.shownMillis(),
                visits.get(visits.size() - 1).shownMillis(),
                median.busyMillis(),
                median.requests(),
                median.bytes() / 1000.0);
    }
}
