package dev.spendsense.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.spendsense.web.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cannot see, or sees little, can use every view. */
@InBrowser
class AccessTest {

    private static Dashboard dashboard;

    @BeforeAll
    static void open() {
        dashboard = Dashboard.open();
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Dashboard.HOME,
                Dashboard.HOME + "/users",
                Dashboard.HOME + "/review",
                Dashboard.HOME + "/audit",
                "/operator/runs"
            })
    void axe_finds_nothing(String address) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = dashboard.signIn(Role.ADMIN, address, Dashboard.window(false, scheme));
            PlaywrightAssertions.assertThat(page.locator("h1").first()).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Dashboard.insistOnAccess(page);
            page.context().close();
        }
    }
}
