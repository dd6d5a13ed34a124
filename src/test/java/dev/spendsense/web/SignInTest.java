package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import dev.spendsense.web.security.UserFile;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sessions: how one comes to be, what it is worth, and when it ends. */
class SignInTest {

    private static final RunningService SERVICE = RunningService.shared();

    /** A browser's cookies. */
    private static final class Browser {

        private final Map<String, String> cookies = new HashMap<>();

        Answer get(String path) {
            return kept(SERVICE.send(
                    SERVICE.request(null, path).header("Cookie", cookies()).GET()));
        }

        Answer post(String path, String type, String body, String... headers) {
            var request =
                    SERVICE.request(null, path).header("Cookie", cookies()).header("Content-Type", type);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return kept(SERVICE.send(request.POST(BodyPublishers.ofString(body))));
        }

        private String cookies() {
            return cookies.isEmpty()
                    ? "none=0"
                    : cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "));
        }

        private Answer kept(Answer answer) {
            answer.response().headers().allValues("Set-Cookie").forEach(cookie -> {
                String[] pair = cookie.split(";")[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            return answer;
        }

        String counterToken() {
            return cookies.get("XSRF-TOKEN");
        }
    }

    private static Browser signedIn(Role role) {
        Browser browser = new Browser();
        assertThat(browser.get("/operator?token=" + SERVICE.token(role)).status())
                .isEqualTo(302);
        return browser;
    }

    @Test
    void a_token_in_an_address_becomes_a_session_and_leaves_the_address() {
        Browser browser = new Browser();
        Answer exchanged = browser.get("/operator?token=" + SERVICE.token(Role.OPERATOR));
        assertThat(exchanged.status()).isEqualTo(302);
        assertThat(exchanged.header("Location")).contains("/operator");
        assertThat(exchanged.response().headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("spendsense-0="))
                        .findFirst()
                        .orElseThrow())
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain(SERVICE.token(Role.OPERATOR));
        assertThat(browser.get("/operator").status()).isEqualTo(200);
        assertThat(browser.get(Api.ROOT + "/me").json().get("role").asString()).isEqualTo("operator");
    }

    @Test
    void a_wrong_token_opens_nothing() {
        Browser browser = new Browser();
        assertThat(browser.get("/operator?token=" + "x".repeat(43)).header("Location"))
                .contains("/login?wrong");
        assertThat(browser.get(Api.ROOT + "/me").status()).isEqualTo(401);
    }

    @Test
    void the_form_takes_a_token_unless_another_site_sends_it() {
        String form = "token=" + SERVICE.token(Role.VIEWER);
        Browser browser = new Browser();
        assertThat(browser.post("/login", "application/x-www-form-urlencoded", form, "Origin", "https://evil.example")
                        .header("Location"))
                .contains("/login?wrong");
        assertThat(browser.get(Api.ROOT + "/me").status()).isEqualTo(401);
        String here = "http://127.0.0.1:" + SERVICE.port();
        assertThat(browser.post("/login", "application/x-www-form-urlencoded", form, "Origin", here)
                        .header("Location"))
                .contains("/operator");
        assertThat(browser.get(Api.ROOT + "/me").status()).isEqualTo(200);
    }

    @Test
    void signing_in_gives_the_session_another_name() {
        Browser browser = signedIn(Role.VIEWER);
        String before = browser.cookies.get("spendsense-0");
        browser.get("/operator?token=" + SERVICE.token(Role.ADMIN));
        assertThat(browser.cookies.get("spendsense-0")).isNotEqualTo(before);
    }

    @Test
    void a_session_writes_only_with_its_counter_token() {
        Browser browser = signedIn(Role.ANALYST);
        String path = Api.ROOT + "/scenarios/check";
        String body = "{\"scenario\": \"demo\"}";
        browser.get(Api.ROOT + "/me");
        assertThat(browser.post(path, "application/json", body).problem()).isEqualTo("csrf");
        assertThat(browser.post(path, "application/json", body, "X-XSRF-TOKEN", "guessed")
                        .problem())
                .isEqualTo("csrf");
        Answer checked = browser.post(path, "application/json", body, "X-XSRF-TOKEN", browser.counterToken());
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
    }

    @Test
    void it_ends_by_signing_out() {
        Browser browser = signedIn(Role.VIEWER);
        browser.get(Api.ROOT + "/me");
        Answer out = browser.post("/logout", "application/json", "", "X-XSRF-TOKEN", browser.counterToken());
        assertThat(out.status()).isEqualTo(204);
        assertThat(browser.get(Api.ROOT + "/me").status()).isEqualTo(401);
    }

    @Test
    void who_loses_the_token_loses_the_session_too() {
        UserFile file = UserFile.in(SERVICE.data());
        String token = file.add("guest", Role.VIEWER, Instant.EPOCH);
        Browser browser = new Browser();
        browser.get("/operator?token=" + token);
        assertThat(browser.get(Api.ROOT + "/me").json().get("name").asString()).isEqualTo("guest");
        file.remove("guest");
        assertThat(browser.get(Api.ROOT + "/me").status()).isEqualTo(401);
        assertThat(SERVICE.send(SERVICE.request(null, Api.ROOT + "/me")
                                .header("Authorization", "Bearer " + token)
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_bearer_gets_no_session() {
        assertThat(SERVICE.get(Role.VIEWER, Api.ROOT + "/me")
                        .response()
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void browsers_are_told_to_run_nothing_foreign() {
        for (String path : new String[] {"/login", Api.ROOT + "/me", "/problems"}) {
            Answer answer = SERVICE.get(Role.VIEWER, path);
            String policy = answer.header("Content-Security-Policy").orElseThrow();
            String scripts = Arrays.stream(policy.split(";"))
                    .map(String::strip)
                    .filter(part -> part.startsWith("script-src"))
                    .findFirst()
                    .orElseThrow();
            assertThat(scripts).startsWith("script-src 'self'").doesNotContain("unsafe", "http", "*");
            assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void people_are_shown_where_to_sign_in() {
        Answer page = SERVICE.send(
                SERVICE.request(null, "/operator").header("Accept", "text/html").GET());
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location").orElseThrow()).startsWith("/login?");
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for() {
        Answer page = SERVICE.send(SERVICE.request(null, "/operator/spendsense/users?persona=a&sort=name")
                .header("Accept", "text/html")
                .GET());
        String login = page.header("Location").orElseThrow();
        assertThat(after(login)).isEqualTo("/operator/spendsense/users?persona=a&sort=name");
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/operator//..\\evil", "/logout")) {
            assertThat(after("/login?to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8)))
                    .isEqualTo("/operator");
        }
    }

    private static String after(String login) {
        return new Browser()
                .post(
                        login,
                        "application/x-www-form-urlencoded",
                        "token=" + SERVICE.token(Role.VIEWER),
                        "Origin",
                        "http://127.0.0.1:" + SERVICE.port())
                .header("Location")
                .orElseThrow();
    }
}
