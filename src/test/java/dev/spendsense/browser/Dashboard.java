package dev.spendsense.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
 * A service of one's own with the default customers as {@link #CUSTOMERS}, and a browser before it. Whatever a page logs as
 * an error or throws is kept, and fails the test in the end ({@link #close}).
 */
final class Dashboard implements AutoCloseable {

    /** The dataset of the scenario {@code full-dataset}. */
    static final String CUSTOMERS = "customers";

    static final String HOME = "/operator/datasets/" + CUSTOMERS;

    private static final double PATIENCE_MILLIS = 20_000;

    private final RunningService service;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Dashboard(RunningService service) {
        this.service = service;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
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

    /** Insists that axe finds nothing on what the page shows now. */
    static void insistOnAccess(Page page) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(it -> it.getId() + ": " + it.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Ends all, and insists that no page had an error. */
    @Override
    public void close() {
        browser.close();
        playwright.close();
        service.end();
        assertThat(errors).as("errors of pages").isEmpty();
    }
}
