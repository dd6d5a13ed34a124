package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser is given when it opens an address of the dashboard. */
class DashboardPagesTest {

    private static final RunningService SERVICE = RunningService.shared();

    private static Answer get(String path) {
        return SERVICE.send(SERVICE.request(Role.VIEWER, path).GET());
    }

    @Test
    void every_view_has_an_address_that_can_be_opened_and_mailed() {
        for (String path : List.of(
                "/operator",
                "/operator/datasets/spendsense",
                "/operator/datasets/spendsense/users?persona=any&sort=-age",
                "/operator/datasets/spendsense/users/u6ksccha7xvra?as_of=2026-07-15",
                "/operator/rules/files/signals/credit.drl")) {
            Answer page = get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Type").orElse("")).as(path).startsWith("text/html");
            assertThat(page.body()).as(path).contains("<ss-app>");
            assertThat(page.header("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("'sha256-")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void a_library_is_loaded_once_and_a_module_is_asked_for_again() {
        assertThat(get("/webjars/lit/3.3.2/index.js").header("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("immutable", "max-age=31536000"));
        Answer module = get("/operator/assets/app.js");
        assertThat(module.header("Cache-Control")).hasValue("no-cache");
        Answer again = SERVICE.send(SERVICE.request(Role.VIEWER, "/operator/assets/app.js")
                .header("If-Modified-Since", module.header("Last-Modified").orElseThrow())
                .GET());
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void modules_and_libraries_come_from_the_service_itself() {
        for (String path : List.of(
                "/operator/assets/app.js",
                "/webjars/lit/3.3.2/index.js",
                "/webjars/echarts/5.5.0/echarts.esm.min.js")) {
            Answer module = get(path);
            assertThat(module.status()).as(path).isEqualTo(200);
            assertThat(module.header("Content-Type").orElse("")).as(path).contains("javascript");
        }
        assertThat(get("/operator/assets/views/none.js").status())
                .as("a lost module is not answered with the page")
                .isEqualTo(404);
    }
}
