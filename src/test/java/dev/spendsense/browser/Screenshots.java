package dev.spendsense.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.spendsense.web.RunningService;
import dev.spendsense.web.security.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Pictures of every view, in light and dark, on a screen and on a telephone: for people to look at. No test of a build, but
 * called by its name, with the folder to write to in {@code pictures} and, if not all are wanted, beginnings of their names
 * in {@code views}.
 */
@InBrowser
class Screenshots {

    private static final String LIVES = "lives";
    private static final String CHANGING = "/operator/datasets/" + LIVES;
    private static final int DECIDED = 9;

    /** What is looked at: an address, and what is done there first. */
    private record View(String name, String address, Consumer<Page> first) {

        static View of(String name, String address) {
            return new View(name, address, page -> {});
        }
    }

    @Test
    void every_view() {
        Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
        try (Dashboard dashboard = Dashboard.open("--spendsense.accept-drafts=true")) {
            List<View> views =
                    prepared(dashboard).stream().filter(Screenshots::isWanted).toList();
            assertThat(views).isNotEmpty();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (boolean phone : new boolean[] {false, true}) {
                    String look = scheme.name().toLowerCase(Locale.ROOT) + (phone ? "-phone" : "");
                    Page page = dashboard.signIn(Role.ADMIN, "/operator", Dashboard.window(phone, scheme));
                    views.forEach(
                            view -> take(dashboard, page, view, folder.resolve(view.name() + "-" + look + ".png")));
                    page.context().close();
                }
            }
        }
    }

    private static boolean isWanted(View view) {
        String wanted = System.getProperty("views", "");
        return wanted.isBlank() || List.of(wanted.split(",")).stream().anyMatch(view.name()::startsWith);
    }

    private static void take(Dashboard dashboard, Page page, View view, Path file) {
        dashboard.go(page, view.address());
        Dashboard.settled(page);
        view.first().accept(page);
        Dashboard.settled(page);
        boolean whole = page.locator("dialog[open]").count() == 0;
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    }

    /** Orders a run, decides some advice and one persona, and finds people worth looking at. */
    private static List<View> prepared(Dashboard dashboard) {
        RunningService service = dashboard.service();
        RunningService.Answer run = service.post(Role.ANALYST, "/api/v1/runs", """
                {"scenario": "life-events", "dataset": "lives", "overrides": {"users": 60, "evaluate.every": "14d"}}""");
        assertThat(run.status()).as(run.body()).isEqualTo(202);
        Page runs = dashboard.signIn(Role.VIEWER, "/operator/runs");
        runs.locator("a[href='" + CHANGING + "']").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        decide(service);
        String users = "/api/v1/datasets/" + LIVES + "/users?limit=200&consent=true&sort=-confidence&status=pending";
        String someone = Dashboard.HOME
                + "/users/"
                + first(service.get(
                        Role.VIEWER, "/api/v1/datasets/" + Dashboard.CUSTOMERS + "/users?sort=-recommendations"));
        JsonNode changed =
                changed(service, service.get(Role.VIEWER, users).json().path("items"));
        String person = CHANGING + "/users/" + changed.path("user_id").asString();
        JsonNode looks = changed.path("looks");
        String before = looks.get(looks.size() * 2 / 3).asString();
        JsonNode signal = changed.path("findings").path("signals").get(0);
        String event = changed.path("events").get(0).path("name").asString();

        List<View> views = new ArrayList<>();
        views.add(View.of("overview", Dashboard.HOME));
        views.add(View.of("overview-lives", CHANGING));
        views.add(View.of("users", Dashboard.HOME + "/users"));
        views.add(View.of(
                "users-filtered",
                Dashboard.HOME + "/users?consent=true&profile=high_utilization&confidence_min=0.5&sort=-confidence"));
        views.add(new View("users-drawer", Dashboard.HOME + "/users", page -> {
            if (page.locator(".filter-button").isVisible()) {
                page.locator(".filter-button").click();
            }
        }));
        views.add(View.of("users-nobody", Dashboard.HOME + "/users?q=nobody+of+that+name"));
        views.add(View.of("user-life", person));
        views.add(View.of("user-life-before", person + "?as_of=" + before));
        views.add(View.of("user-signals", person + "?tab=signals"));
        views.add(View.of(
                "user-signal",
                person + "?tab=signals&signal=" + signal.path("type").asString() + "&window="
                        + signal.path("window_days").asString()));
        views.add(View.of("user-advice", someone + "?tab=advice"));
        views.add(View.of("user-why", person + "?tab=why"));
        views.add(View.of("user-twin", person + "?tab=twin"));
        views.add(View.of("user-twin-lived", person + "?tab=twin&without=" + event));
        views.add(View.of("user-silent", silent(service)));
        views.add(View.of("user-nobody", Dashboard.HOME + "/users/u0000000000000"));
        views.add(View.of("review", Dashboard.HOME + "/review"));
        views.add(View.of("review-overridden", Dashboard.HOME + "/review?status=overridden"));
        views.add(dialog("review-override", "Override…"));
        views.add(dialog("review-flag", "Flag…"));
        views.add(dialog("review-reject", "Reject…"));
        views.add(new View(
                "review-filters",
                Dashboard.HOME + "/review",
                page -> page.getByText("Filters").first().click()));
        views.add(new View("review-selected", Dashboard.HOME + "/review", page -> {
            page.keyboard().press("x");
            page.keyboard().press("j");
            page.keyboard().press("x");
        }));
        views.add(new View(
                "audit",
                Dashboard.HOME + "/audit",
                page -> page.getByText("Verify the chain").click()));
        views.add(View.of("audit-server", Dashboard.HOME + "/audit?tab=server"));
        views.add(View.of("audit-disagreements", Dashboard.HOME + "/audit?tab=disagreements"));
        views.add(new View(
                "shortcuts", Dashboard.HOME + "/review", page -> page.keyboard().press("?")));
        views.add(View.of("not-found", "/operator/nowhere"));
        for (String tab : List.of("files", "parameters", "tests", "impact", "sweep", "history")) {
            views.add(View.of("rules-" + tab, "/operator/rules?tab=" + tab));
        }
        views.add(View.of("runs", "/operator/runs"));
        views.add(View.of("runs-new", "/operator/runs?tab=new"));
        views.add(View.of("runs-compare", "/operator/runs?tab=compare&one=" + Dashboard.CUSTOMERS + "&other=" + LIVES));
        return views;
    }

    private static View dialog(String name, String button) {
        return new View(
                name,
                Dashboard.HOME + "/review",
                page -> page.getByText(button).first().click());
    }

    private static void decide(RunningService service) {
        String dataset = "/api/v1/datasets/" + Dashboard.CUSTOMERS;
        JsonNode queue = service.get(Role.VIEWER, dataset + "/recommendations?limit=200")
                .json()
                .path("items");
        List<String> decisions = List.of(
                "{\"decision\": \"approve\"}",
                "{\"decision\": \"approve\", \"note\": \"Spoke with the branch, all in order.\"}",
                "{\"decision\": \"reject\", \"reason\": \"not_suitable\"}",
                """
                {"decision": "override", "title": "Bring the card below a third of its limit",
                 "body": "Paying a little more than the minimum each month lowers both the interest and the share of the limit in use.",
                 "reason": "tone", "note": "Shorter, and less technical."}""",
                "{\"decision\": \"flag\", \"reason\": \"wrong_persona\", \"severity\": \"high\", \"note\": \"Moved last month.\"}");
        for (int i = 0; i < DECIDED; i++) {
            String path = dataset + "/recommendations/"
                    + queue.get(i * 7).path("recommendation_id").asString();
            RunningService.Answer seen = service.get(Role.OPERATOR, path);
            RunningService.Answer done = service.send(service.request(Role.OPERATOR, path + "/decisions")
                    .header("Content-Type", "application/json")
                    .header("If-Match", seen.header("etag").orElseThrow())
                    .POST(BodyPublishers.ofString(decisions.get(i % decisions.size()))));
            assertThat(done.status()).as(done.body()).isEqualTo(201);
        }
    }

    /** The first of these who met with something and whose persona changed. */
    private static JsonNode changed(RunningService service, JsonNode users) {
        for (JsonNode user : users) {
            JsonNode detail = service.get(
                            Role.VIEWER,
                            "/api/v1/datasets/" + LIVES + "/users/"
                                    + user.path("user_id").asString())
                    .json();
            if (!detail.path("events").isEmpty()
                    && detail.path("planted").size() > 1
                    && detail.path("persona_timeline").size() > 2) {
                return detail;
            }
        }
        throw new IllegalStateException("nobody has changed");
    }

    /** Somebody who has just taken consent back. */
    private static String silent(RunningService service) {
        String users = "/api/v1/datasets/" + Dashboard.CUSTOMERS + "/users";
        String user = first(service.get(Role.VIEWER, users + "?sort=name"));
        RunningService.Answer done = service.send(service.request(Role.OPERATOR, users + "/" + user + "/consent")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"given\": false, \"reason\": \"asked by telephone\"}")));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return Dashboard.HOME + "/users/" + user + "?tab=signals";
    }

    private static String first(RunningService.Answer users) {
        return users.json().path("items").get(0).path("user_id").asString();
    }
}
