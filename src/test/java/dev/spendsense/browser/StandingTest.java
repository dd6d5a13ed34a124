package dev.spendsense.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.spendsense.web.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people say about a user holds everywhere at once, and stands in the audit log. */
@InBrowser
class StandingTest {

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
    void revoked_consent_hides_at_once_what_was_found_and_erasure_takes_it_away() {
        String home = dashboard.copy("leaving");
        Page page = dashboard.signIn(Role.ADMIN, home);
        assertThat(tile(page, "Users")).containsText("95 judged");
        dashboard.go(page, home + "/review");
        String user = page.locator(".queue-row .mono").first().innerText();
        String person = home + "/users/" + user;
        dashboard.go(page, person + "?tab=signals");
        assertThat(page.locator(".signal").first()).isVisible();

        page.getByText("Revoke consent…").click();
        page.locator("dialog[open] [name=reason]").fill("asked by telephone");
        confirm(page, "Revoke consent");
        assertThat(page.locator(".verdict")).containsText("Does not consent");
        assertThat(page.locator(".persona-chip, .signal")).hasCount(0);
        assertThat(page.getByText("This user does not consent to be judged")).isVisible();

        dashboard.go(page, home + "/users?q=" + user);
        assertThat(page.locator("tbody tr")).containsText("No consent");
        dashboard.go(page, home + "/users?consent=false");
        assertThat(page.locator(".page-head")).containsText("1 user found");
        dashboard.go(page, home + "/review?user=" + user + "&status=any");
        assertThat(page.getByText("Nothing matches")).isVisible();
        dashboard.go(page, home);
        assertThat(tile(page, "Users")).containsText("94 judged");
        assertThat(tile(page, "Consent")).containsText("1 user does not");
        dashboard.go(page, home + "/audit?user=" + user);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Consent revoked");

        dashboard.go(page, person);
        page.getByText("Erase…").click();
        page.locator("dialog[open] [name=reason]").fill("asked in writing");
        page.locator("input[name=confirmed]").fill(user);
        confirm(page, "Erase for good");
        assertThat(page.locator(".toast").last()).containsText("Erased");
        dashboard.go(page, home + "/audit");
        assertThat(page.locator("tbody tr").first()).containsText("Erased");
        page.getByText("Verify the chain").click();
        assertThat(page.locator(".callout")).containsText("The chain holds");
    }

    @Test
    void a_persona_said_by_hand_shows_on_the_user_and_in_the_audit() {
        String home = dashboard.copy("said");
        Page page = dashboard.signIn(Role.OPERATOR, home + "/users");
        page.locator("tbody tr a").first().click();
        String before = page.locator(".persona-chip .category").first().innerText();
        page.getByText("Override the persona…").click();
        Locator choice = page.locator("dialog[open] [name=persona]");
        assertThat(choice).isVisible();
        String other = choice.locator("option:not([disabled])").allInnerTexts().stream()
                .filter(it -> !it.equals(before) && !it.equals("Choose one"))
                .findFirst()
                .orElseThrow();
        choice.selectOption(new SelectOption().setLabel(other));
        page.locator("dialog[open] [name=justification]").fill("The card belongs to a parent.");
        confirm(page, "Override");
        assertThat(page.locator(".persona-chip").first()).containsText(other);
        assertThat(page.locator(".persona-chip").first()).containsText("by hand");

        String user = page.locator(".crumbs .mono").innerText();
        dashboard.go(page, home + "/audit?user=" + user);
        assertThat(page.locator("tbody tr")).containsText(other);
        assertThat(page.locator("tbody tr")).containsText("The card belongs to a parent.");
        dashboard.go(page, home + "/users?q=" + user);
        assertThat(page.locator("tbody tr")).containsText("by hand");

        page.locator("tbody tr a").first().click();
        page.getByText("Back to the rules").click();
        assertThat(page.locator(".persona-chip").first()).containsText(before);
        assertThat(page.getByText("by hand")).hasCount(0);
    }

    @Test
    void the_audit_log_is_proved_filtered_exported_and_counted_against_rules() throws IOException {
        String home = dashboard.copy("audited");
        Page page = dashboard.signIn(Role.OPERATOR, home + "/review");
        Dashboard.settled(page).keyboard().press("a");
        assertThat(page.locator(".toast").last()).containsText("Approved");
        Dashboard.settled(page).keyboard().press("r");
        page.locator("dialog[open] [name=reason]").selectOption("tone");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast").last()).containsText("Rejected");

        page.keyboard().press("g");
        page.keyboard().press("a");
        page.getByText("Verify the chain").click();
        assertThat(page.locator(".callout.good")).containsText("3 entries");
        page.getByLabel("What").selectOption("rejected");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("The tone is wrong");
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(1);
        Download file = page.waitForDownload(() -> page.getByText("CSV").click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("rejected", "tone");

        page.getByRole(AriaRole.TAB).getByText("Disagreements").click();
        assertThat(page.locator("tbody tr").first()).containsText("1 of");
        int disagreed = page.locator("tbody tr").count();
        page.getByText("that nobody disagrees with").click();
        assertThat(page.locator("tbody tr").nth(disagreed)).isVisible();
    }

    private static Locator tile(Page page, String title) {
        return page.locator(".tile")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private static void confirm(Page page, String verb) {
        page.locator("dialog[open] footer")
                .getByText(verb, new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
