package dev.spendsense.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.spendsense.web.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding one's way: from numbers to transactions, by addresses, and where there is nothing or something is wrong. */
@InBrowser
class FindingTest {

    private static Dashboard dashboard;

    @BeforeAll
    static void open() {
        dashboard = Dashboard.shared();
    }

    @AfterEach
    void leave() {
        dashboard.leave();
    }

    @Test
    void three_clicks_lead_from_a_number_to_the_transactions_behind_it() {
        Page page = dashboard.signIn(Role.VIEWER, Dashboard.HOME);
        page.locator(".tile").getByText("Behaviors detected").click();
        page.waitForURL(Pattern.compile("/users\\?"));
        Dashboard.settled(page);
        page.locator("tbody tr a").first().click();
        page.locator(".signal").first().click();
        assertThat(page.locator(".figure-note")).containsText(Pattern.compile("\\d transaction"));
        assertThat(page.locator(".transactions tbody tr").first()).containsText("$");
    }

    @Test
    void every_filter_has_its_address() throws IOException {
        Page page = dashboard.signIn(Role.VIEWER, Dashboard.HOME + "/users");
        page.locator("aside .facet").first().click();
        assertThat(page.locator(".chip")).hasCount(1);
        page.locator("th").getByText("Age").click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Age");
        Dashboard.settled(page);
        String oldest = page.locator("tbody tr").first().innerText();
        String address = page.url();
        page.reload();
        Dashboard.settled(page);
        assertThat(page.locator("tbody tr").first().innerText()).isEqualTo(oldest);
        page.locator("#search").fill("an");
        page.waitForURL(Pattern.compile("q=an"));
        assertThat(page.locator(".chip")).hasCount(2);
        Dashboard.settled(page);

        page.locator("tbody tr a").first().click();
        assertThat(page.locator("[role=tablist]")).isVisible();
        page.goBack();
        assertThat(page.locator("#search")).hasValue("an");
        assertThat(page.locator(".chip")).hasCount(2);
        Dashboard.settled(page);
        int found = page.locator("tbody tr").count();
        Download file =
                page.waitForDownload(() -> page.getByText("Export as CSV").click());
        assertThat(Files.readAllLines(file.path())).hasSize(1 + found);

        page.goBack();
        assertThat(page.locator("th[aria-sort=descending]")).hasCount(0);
        page.goForward();
        page.waitForURL(Pattern.compile("sort=-age"));
        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(address).contains("persona=").contains("sort=-age");
    }

    @Test
    void what_is_loaded_missing_or_out_of_reach_is_said_in_words() throws IOException {
        Page page = dashboard.signIn(Role.VIEWER, Dashboard.HOME);
        Dashboard.settled(page);
        List<Route> waiting = new CopyOnWriteArrayList<>();
        page.route(Pattern.compile("/users\\?"), waiting::add);
        page.getByText("Users", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator(".skeleton").first()).isVisible();
        page.unroute(Pattern.compile("/users\\?"));
        waiting.forEach(Route::resume);
        assertThat(page.locator("tbody tr").first()).isVisible();

        page.context().setOffline(true);
        page.locator("aside .facet").first().click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The service does not answer");
        page.context().setOffline(false);
        page.getByText("Try again").click();
        assertThat(page.locator("tbody tr").first()).isVisible();

        page.locator("#search").fill("nobody of that name");
        assertThat(page.getByText("Nobody matches")).isVisible();
        page.getByText("Clear all filters").click();
        assertThat(page.locator("tbody tr").first()).isVisible();

        dashboard.go(page, Dashboard.HOME + "/users/u0000000000000");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no user");
        page.getByText("To all users").click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        dashboard.go(page, "/operator/nowhere");
        assertThat(page.getByText("There is no such page")).isVisible();

        Files.writeString(dashboard.service().file("torn"), "This was a dataset once.");
        dashboard.go(page, "/operator/datasets/torn");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(page.locator("option", new Page.LocatorOptions().setHasText("torn")))
                .containsText("damaged");
        Files.delete(dashboard.service().file("torn"));
    }

    @Test
    void who_may_only_look_is_offered_nothing_else() {
        Page page = dashboard.signIn(Role.VIEWER, Dashboard.HOME + "/review");
        assertThat(page.locator(".reading h2")).isVisible();
        assertThat(page.locator(".decide-row, .queue-row input")).hasCount(0);
        page.keyboard().press("a");
        assertThat(page.locator(".queue-row").first()).not().containsText("Approved");
        page.locator(".to-user").click();
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(page.getByText("Override the persona…")).hasCount(0);
    }
}
