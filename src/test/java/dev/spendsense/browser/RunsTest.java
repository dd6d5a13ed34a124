package dev.spendsense.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.spendsense.web.security.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A test engineer orders runs and watches them. */
@InBrowser
class RunsTest {

    private static final String NEW = "/operator/runs?tab=new&scenario=demo";
    private static final double LONG = 180_000;

    private static Dashboard dashboard;

    @BeforeAll
    static void open() {
        dashboard = Dashboard.shared();
    }

    @AfterEach
    void leave() {
        dashboard.leave();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_scenario_with_faults_is_refused_in_place_and_a_good_one_runs_to_its_end() {
        Page page = dashboard.signIn(Role.ANALYST, NEW);
        assertThat(page.getByText("No faults")).isVisible();
        page.getByLabel("Text of the scenario demo").click();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().insertText("extends: full-dataset.yaml\nseeed: 4\npopulation:\n  overspender: {users: -3}\n");
        assertThat(page.getByText("2 faults")).isVisible();
        assertThat(page.locator(".cm-lint-marker-error")).hasCount(2);
        assertThat(button(page, "Line 2")).isVisible();
        assertThat(button(page, "Line 4")).isVisible();
        assertThat(button(page, "Start the run")).isDisabled();

        button(page, "As on the shelf").click();
        assertThat(page.getByText("No faults")).isVisible();
        page.getByLabel(Pattern.compile("^Users")).fill("0");
        assertThat(page.locator(".field-fault")).containsText("expected a whole number");
        page.getByLabel(Pattern.compile("^Users")).fill("2000");
        page.getByLabel(Pattern.compile("^Dataset its")).fill("watched");
        assertThat(page.getByText("2,000 users, Jan 17, 2026")).isVisible();
        button(page, "Start the run").click();
        Locator progress = page.getByRole(AriaRole.PROGRESSBAR);
        assertThat(progress).hasAttribute("aria-valuenow", Pattern.compile("[1-9]\\d*"));
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open watched")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        assertThat(progress).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open watched"))
                .click();
        assertThat(page.getByText("2,000 judged")).isVisible();
    }

    @Test
    void a_run_is_cancelled_and_deleted() {
        Page page = dashboard.signIn(Role.ADMIN, NEW);
        page.getByLabel(Pattern.compile("^Users")).fill("20000");
        page.getByLabel(Pattern.compile("^Dataset its")).fill("unwanted");
        assertThat(page.getByText("20,000 users, Jan 17, 2026")).isVisible();
        button(page, "Start the run").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel the run"))
                .click();
        assertThat(page.getByText("It was cancelled, and left no dataset.")).isVisible();
        button(page, "Delete…").click();
        button(page, "Delete the run").click();
        assertThat(page.getByText("Deleted the run")).isVisible();
        assertThat(page.locator(".runs li", new Page.LocatorOptions().setHasText("unwanted")))
                .hasCount(0);
    }

    /** Orders a run and waits for its end behind the page's back; then opens it as a link of the page would. */
    private static final String ORDERED_UNSEEN = """
            async () => {
              const { api } = await import('/operator/assets/lib/api.js');
              const { data: { id } } = await api.send('POST', '/runs', { scenario: 'demo', dataset: 'unseen', overrides: {} });
              while (['queued', 'running'].includes((await api.get('/runs/' + id)).status));
              const link = document.body.appendChild(document.createElement('a'));
              link.href = '/operator/runs?run=' + id;
              link.click();
            }
            """;

    @Test
    void a_run_that_ended_before_its_page_was_there_can_be_opened() {
        Page page = dashboard.signIn(Role.ANALYST, NEW);
        assertThat(page.getByText("No faults")).isVisible();
        page.evaluate(ORDERED_UNSEEN);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open unseen")))
                .isVisible();
    }

    @Test
    void axe_finds_nothing_about_runs() {
        Page page = dashboard.signIn(Role.ANALYST, NEW);
        assertThat(page.getByText("No faults")).isVisible();
        Dashboard.insistOnAccess(Dashboard.settled(page));
        page.getByLabel(Pattern.compile("^Users")).fill("0");
        assertThat(page.locator(".field-fault")).isVisible();
        Dashboard.insistOnAccess(page);
        dashboard.go(page, "/operator/runs?tab=compare");
        Dashboard.insistOnAccess(Dashboard.settled(page));
    }
}
