package dev.spendsense.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.spendsense.web.security.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever cannot see, or sees little, can use every view. */
@InBrowser
class AccessTest {

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
    void axe_finds_nothing_in_any_view() {
        Page page = dashboard.signIn(Role.ADMIN, Dashboard.HOME, Dashboard.window(false, ColorScheme.LIGHT));
        for (String address : addresses()) {
            dashboard.go(page, address);
            Dashboard.insistOnAccess(Dashboard.settled(page));
        }
    }

    @Test
    void axe_finds_nothing_on_a_telephone_nor_in_forms() {
        Page page = dashboard.signIn(Role.ADMIN, Dashboard.HOME + "/review", Dashboard.window(true, ColorScheme.LIGHT));
        Dashboard.insistOnAccess(Dashboard.settled(page));
        for (String form : List.of("Override…", "Flag…", "Filters", "Override the persona…")) {
            page.getByText(form).first().click();
            page.locator("dialog[open]").waitFor();
            Dashboard.insistOnAccess(page);
            page.keyboard().press("Escape");
        }
        page.getByLabel("Select").first().check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"))
                .click();
        Dashboard.insistOnAccess(page);
    }

    private static List<String> addresses() {
        JsonNode user = dashboard
                .service()
                .get(Role.VIEWER, "/api/v1/datasets/" + Dashboard.CUSTOMERS + "/users?sort=-recommendations&limit=1")
                .json()
                .path("items")
                .get(0);
        String person = Dashboard.HOME + "/users/" + user.path("user_id").asString();
        return List.of(
                Dashboard.HOME,
                Dashboard.HOME + "/users?consent=true&sort=-confidence",
                Dashboard.HOME + "/users?q=nobody",
                person,
                person + "?tab=signals",
                person + "?tab=advice",
                person + "?tab=why",
                person + "?tab=twin",
                Dashboard.HOME + "/review",
                Dashboard.HOME + "/review?status=approved",
                Dashboard.HOME + "/audit",
                Dashboard.HOME + "/audit?tab=disagreements",
                "/operator/rules?tab=parameters",
                "/operator/rules?tab=history",
                "/operator/runs",
                "/operator/nowhere");
    }
}
