package dev.spendsense.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.spendsense.web.security.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operators at the review queue. */
@InBrowser
class ReviewTest {

    private static final String OWN_WORDS =
            "Paying a little more than the minimum each month shortens the way out by years.";

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
    void an_operator_clears_a_queue_with_the_keyboard() {
        Page page = dashboard.signIn(Role.OPERATOR, dashboard.copy("clearing") + "/review");
        String user = first(page).locator(".mono").innerText();
        dashboard.go(page, "/operator/datasets/clearing/review?user=" + user);
        Dashboard.settled(page);
        int many = rows(page).count();
        assertThat(many).isGreaterThan(4);

        page.keyboard().press("a");
        assertThat(toast(page)).containsText("Approved");
        assertThat(rows(page).nth(1)).hasClass(Pattern.compile("current"));
        page.keyboard().press("u");
        assertThat(toast(page)).containsText("Undone");
        assertThat(pill(first(page))).not().hasText("Approved");
        Dashboard.settled(page).keyboard().press("a");
        assertThat(pill(first(page))).hasText("Approved");

        Dashboard.settled(page).keyboard().press("o");
        field(page, "body").fill("It is irresponsible to go on like this.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".field-fault")).containsText("Held back by the guardrails");
        assertThat(field(page, "body")).hasAttribute("aria-invalid", "true");
        assertThat(field(page, "body")).hasValue("It is irresponsible to go on like this.");
        field(page, "body").fill(OWN_WORDS);
        page.keyboard().press("Control+Enter");
        assertThat(pill(rows(page).nth(1))).hasText("Overridden");

        Dashboard.settled(page).keyboard().press("n");
        field(page, "note").fill("Will call on Monday.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".entry-note")).hasText("Will call on Monday.");
        Dashboard.settled(page).keyboard().press("f");
        field(page, "reason").selectOption("wrong_figures");
        page.getByText("Medium").click();
        page.keyboard().press("Control+Enter");
        assertThat(pill(rows(page).nth(2))).hasText("Flagged");

        Dashboard.settled(page).keyboard().press("r");
        field(page, "reason").selectOption("not_helpful");
        page.keyboard().press("Control+Enter");
        assertThat(pill(rows(page).nth(3))).hasText("Rejected");

        for (int i = 4; i < many; i++) {
            page.keyboard().press("x");
            page.keyboard().press("j");
        }
        page.keyboard().press("a");
        assertThat(page.getByLabel("Status").getByText("Pending")).hasText(Pattern.compile("Pending\\s+0"));
        page.reload();
        assertThat(page.getByText("Nothing matches")).isVisible();
        dashboard.go(page, "/operator/datasets/clearing/users/" + user + "?tab=advice");
        assertThat(page.getByText(OWN_WORDS)).isVisible();
        assertThat(page.locator("article").getByText("Overridden by operator")).isVisible();
    }

    @Test
    void the_slower_of_two_operators_sees_what_happened_and_loses_no_word() {
        String queue = dashboard.copy("colliding") + "/review";
        Page slower = dashboard.signIn(Role.ADMIN, queue);
        Page faster = dashboard.signIn(Role.OPERATOR, queue);
        Dashboard.settled(slower).getByText("Override…").click();
        field(slower, "body").fill(OWN_WORDS);
        faster.getByText("Reject…").click();
        field(faster, "reason").selectOption("not_suitable");
        field(faster, "note").fill("Moved abroad.");
        faster.keyboard().press("Control+Enter");
        assertThat(toast(faster)).containsText("Rejected");

        slower.keyboard().press("Control+Enter");
        assertThat(slower.locator("dialog[open]")).containsText("Somebody was faster");
        assertThat(field(slower, "body")).hasValue(OWN_WORDS);
        slower.keyboard().press("Escape");
        Locator collision = slower.locator(".collision");
        assertThat(collision).containsText("operator");
        assertThat(collision).containsText("Moved abroad.");
        assertThat(pill(slower.locator(".reading-head"))).hasText("Rejected");
        slower.getByText("I have seen it").click();
        slower.keyboard().press("o");
        assertThat(field(slower, "body")).hasValue(OWN_WORDS);
        slower.keyboard().press("Control+Enter");
        assertThat(pill(first(slower))).hasText("Overridden");
    }

    @Test
    void several_decided_at_once_collide_as_one() {
        String queue = dashboard.copy("together") + "/review";
        Page slower = dashboard.signIn(Role.ADMIN, queue);
        Dashboard.settled(slower);
        Page faster = dashboard.signIn(Role.OPERATOR, queue);
        Dashboard.settled(faster);
        faster.keyboard().press("a");
        assertThat(toast(faster)).containsText("Approved");
        for (String key : new String[] {"x", "j", "x", "a"}) {
            slower.keyboard().press(key);
        }
        assertThat(slower.locator(".collision")).containsText("approved by operator");
        assertThat(slower.locator(".bulk")).containsText("1 selected");
        Dashboard.settled(slower).keyboard().press("a");
        assertThat(pill(rows(slower).nth(1))).hasText("Approved");
        assertThat(slower.locator(".bulk").count()).isZero();
    }

    private static Locator rows(Page page) {
        return page.locator(".queue-row");
    }

    private static Locator first(Page page) {
        return rows(page).first();
    }

    private static Locator pill(Locator within) {
        return within.locator(".pill").first();
    }

    private static Locator field(Page page, String name) {
        return page.locator("dialog[open] [name=" + name + "]");
    }

    private static Locator toast(Page page) {
        return page.locator(".toast").last();
    }
}
