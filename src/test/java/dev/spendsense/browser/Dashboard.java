package dev.spendsense.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.spendsense.web.RunningService;
import dev.spendsense.web.security.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A service of one's own with the default customers as {@link #CUSTOMERS}, and a browser before it. Most tests share one and
 * change only copies of the customers ({@link #copy}). Whatever a page logs as an error or throws is kept, and fails the
 * test in the end ({@link #leave}).
 */
final class Dashboard implements AutoCloseable {

    /** The dataset of the scenario {@code full-dataset}. */
    static final String CUSTOMERS = "customers";

    static final String HOME = "/operator/datasets/" + CUSTOMERS;

    /** Whatever is shown while something is loaded, or greyed while it is loaded anew, has gone. */
    private static final String SETTLED =
            "() => document.querySelector('h1') && !document.querySelector('.skeleton, .busy, ss-chart:not([drawn])')";

    /** Colours have become what they will be. */
    private static final String REPAINTED = """
            async () => {
              const painted = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
              await painted();
              await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => {})));
              await painted();
            }""";

    private static final double PATIENCE_MILLIS = 20_000;

    private static final class Holder {
        private static final Dashboard SHARED = open();
    }

    private final RunningService service;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Dashboard(RunningService service) {
        this.service = service;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = playwright();
        browser = chromium(playwright);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser chromium(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Starts the service with these settings beside those of every test ({@code --spendsense.rules=…}). */
    static Dashboard open(String... settings) {
        RunningService service = RunningService.with(settings);
        service.make(CUSTOMERS, "full-dataset");
        return new Dashboard(service);
    }

    /** The one that all tests share who need no settings of their own. */
    static Dashboard shared() {
        return Holder.SHARED;
    }

    /** The address of a copy of the customers, for a test that changes something. */
    String copy(String dataset) {
        service.copy(CUSTOMERS, dataset);
        return "/operator/datasets/" + dataset;
    }

    static boolean canBeOpened() {
        return chromium().isPresent();
    }

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    RunningService service() {
        return service;
    }

    /** A window of somebody who has signed in, at an address of the dashboard. */
    Page signIn(Role role, String address) {
        return signIn(role, address, new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    Page signIn(Role role, String address, Browser.NewContextOptions window) {
        BrowserContext context = browser.newContext(window.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        page.navigate(service.address("/operator?token=" + service.token(role)).toString());
        go(page, address);
        return page;
    }

    /** Opens an address of the dashboard, as from a bookmark. */
    void go(Page page, String address) {
        page.navigate(service.address(address).toString());
    }

    /** A window of the size of a telephone, or of a screen, in light or dark. */
    static Browser.NewContextOptions window(boolean phone, ColorScheme scheme) {
        Browser.NewContextOptions window = new Browser.NewContextOptions().setColorScheme(scheme);
        return phone
                ? window.setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true)
                : window.setViewportSize(1440, 900);
    }

    /** Waits until everything on the page is there. */
    static Page settled(Page page) {
        page.waitForFunction(SETTLED);
        return page;
    }

    /** Insists that axe finds nothing on what the page shows now; nor in the dark, where colours alone differ. */
    static void insistOnAccess(Page page) {
        insistOn(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.evaluate(REPAINTED);
        insistOn(page, "color-contrast");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void insistOn(Page page, String... rules) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        if (rules.length > 0) {
            axe.withRules(List.of(rules));
        }
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(it -> it.getId() + ": " + it.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Closes all windows, and insists that no page had an error. */
    void leave() {
        browser.contexts().forEach(BrowserContext::close);
        List<String> found = List.copyOf(errors);
        errors.clear();
        assertThat(found).as("errors of pages").isEmpty();
    }

    /** Ends all, and insists that no page had an error. */
    @Override
    public void close() {
        try {
            leave();
        } finally {
            browser.close();
            playwright.close();
            service.end();
        }
    }
}
