package dev.spendsense.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.review.Town;
import dev.spendsense.web.review.ReviewServer.Answer;
import dev.spendsense.web.security.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Operators at work over real HTTP; every test has a dataset of its own. */
class ReviewOverHttpTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path folder;

    @TempDir
    private static Path shared;

    private static Path made;
    private static ReviewServer server;

    private String base;
    private JsonNode first;

    @BeforeAll
    static void serve() {
        made = Town.generate(shared.resolve("town.db"));
        server = new ReviewServer(folder);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void dataset() throws IOException {
        String name = "town" + NUMBER.incrementAndGet();
        Files.copy(made, folder.resolve(name + ".db"));
        base = "/" + name;
        first = get("/recommendations?limit=1").json().get("items").get(0);
    }

    @Test
    void the_queue_is_walked_page_by_page_without_gap_or_repetition() {
        int total = get("/recommendations").json().get("total").asInt();
        for (String sort : List.of("priority", "-priority", "age", "-confidence", "user")) {
            List<String> ids = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page =
                        get("/recommendations?limit=17&sort=" + sort + cursor).json();
                page.get("items").forEach(item -> ids.add(text(item, "recommendation_id")));
                cursor = page.has("next") ? "&cursor=" + text(page, "next") : "";
            } while (!cursor.isEmpty());
            assertThat(ids).as(sort).hasSize(total).doesNotHaveDuplicates();
        }
    }

    @Test
    void filters_cut_out_what_is_asked_for_and_facets_count_it() {
        JsonNode all = get("/recommendations").json();
        String persona = text(first, "persona");
        JsonNode some =
                get("/recommendations?limit=500&kind=offer&persona=" + persona).json();
        assertThat(items(some))
                .isNotEmpty()
                .allMatch(item -> text(item, "kind").equals("offer")
                        && text(item, "persona").equals(persona));
        assertThat(some.get("total").asInt())
                .isLessThan(all.get("facets").get("persona").get(persona).asInt());
        assertThat(some.get("facets").get("status").get("pending").asInt())
                .isEqualTo(some.get("total").asInt());
        assertThat(get("/recommendations?sort=beauty").json().get("field").asString())
                .isEqualTo("sort");
        assertThat(get("/recommendations?cursor=xyz").status()).isEqualTo(400);
    }

    @Test
    void the_queue_is_filtered_by_the_rule_that_wrote_the_advice() {
        String rule = first.get("rules").get(0).asString();
        JsonNode written = get("/recommendations?limit=500&rule=" + URLEncoder.encode(rule, StandardCharsets.UTF_8))
                .json();
        assertThat(items(written))
                .isNotEmpty()
                .allMatch(item -> text(item, "code").equals(text(first, "code")));
        JsonNode all = get("/recommendations?limit=500").json();
        assertThat(items(all)).allMatch(item -> item.get("rules").size() == 1);
        assertThat(all.get("facets").get("rule").get(rule).asInt())
                .isEqualTo(written.get("total").asInt());

        decide("{\"decision\":\"reject\",\"reason\":\"other\"}", advice().etag());
        assertThat(items(get("/disagreements").json()))
                .filteredOn(item -> text(item, "about").equals("advice"))
                .extracting(item -> text(item, "rule"))
                .containsExactly(rule);
    }

    @Test
    void a_decision_needs_the_version_that_was_seen() {
        Answer seen = advice();
        assertThat(decide("{\"decision\":\"approve\"}", null).status()).isEqualTo(428);
        Answer done = decide("{\"decision\":\"approve\",\"note\":\"fine\"}", seen.etag());
        assertThat(done.status()).isEqualTo(201);
        assertThat(text(done.json(), "status")).isEqualTo("approved");
        assertThat(done.etag()).isNotEqualTo(seen.etag()).isEqualTo(advice().etag());
        Answer late = decide("{\"decision\":\"reject\"}", seen.etag());
        assertThat(late.status()).isEqualTo(412);
        assertThat(text(late.json(), "type")).isEqualTo("/problems/stale");
        assertThat(text(advice().json(), "status")).isEqualTo("approved");
        assertThat(server.send(Role.VIEWER, "GET", path(), null, "If-None-Match", done.etag())
                        .status())
                .isEqualTo(304);
        assertThat(text(advice().json().get("history").get(0), "actor")).isEqualTo("operator-1");
    }

    @Test
    void advice_of_a_user_tells_what_was_decided_about_it() {
        String user = text(first, "user_id");
        assertThat(items(get("/users/" + user + "/recommendations").json()))
                .allMatch(advice -> text(advice, "status").equals("pending") && !advice.has("decided_by"));
        decide("{\"decision\":\"override\",\"title\":\"A calm word\",\"body\":\"Look at it again.\"}", advice().etag());

        JsonNode decided = items(get("/users/" + user + "/recommendations").json()).stream()
                .filter(advice -> text(advice, "recommendation_id").equals(text(first, "recommendation_id")))
                .findFirst()
                .orElseThrow();
        assertThat(text(decided, "status")).isEqualTo("overridden");
        assertThat(text(decided, "decided_by")).isEqualTo("operator-1");
        assertThat(text(decided, "decided_at")).isNotEmpty();
        assertThat(decided.get("version").asInt()).isEqualTo(1);
        assertThat(text(decided.get("overriding"), "title")).isEqualTo("A calm word");
        assertThat(text(decided, "title")).isNotEqualTo("A calm word");
        operator("PUT", "/users/" + user + "/consent", "{\"given\":false}");
        assertThat(get("/users/" + user + "/recommendations").status()).isEqualTo(403);
    }

    @Test
    void what_is_wrong_with_a_decision_is_said_by_field() {
        String etag = advice().etag();
        Answer reason = decide("{\"decision\":\"flag\",\"reason\":\"bad_mood\",\"severity\":\"low\"}", etag);
        assertThat(reason.status()).isEqualTo(400);
        assertThat(text(reason.json(), "field")).isEqualTo("reason");
        Answer held = decide("{\"decision\":\"override\",\"title\":\"Save 500 now\",\"body\":\"Do it.\"}", etag);
        assertThat(held.status()).isEqualTo(422);
        assertThat(text(held.json(), "type")).isEqualTo("/problems/held-back");
        assertThat(text(held.json(), "field")).isEqualTo("title");
        assertThat(decide("{\"decision\":\"burn\"}", etag).status()).isEqualTo(400);
        assertThat(decide("{\"decision\":", etag).status()).isEqualTo(400);
        assertThat(get("/recommendations/nobody-at_all-2026-01-01").status()).isEqualTo(404);
        assertThat(get("/recommendations/nonsense").status()).isEqualTo(400);
        Answer passed =
                decide("{\"decision\":\"override\",\"title\":\"A calm word\",\"body\":\"Look at it again.\"}", etag);
        assertThat(passed.status()).isEqualTo(201);
        assertThat(text(passed.json().get("overriding"), "title")).isEqualTo("A calm word");
        assertThat(text(passed.json().get("given"), "title")).isNotEqualTo("A calm word");
    }

    @Test
    void a_bulk_is_done_whole_or_not_at_all_and_can_be_undone() {
        List<JsonNode> some = items(get("/recommendations?limit=3").json());
        String seen = seen(some, 0);
        Answer done = operator(
                "POST", "/decisions", "{\"recommendations\":" + seen + ",\"decision\":{\"decision\":\"approve\"}}");
        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().get("entries").size()).isEqualTo(3);
        Answer late = operator(
                "POST", "/decisions", "{\"recommendations\":" + seen + ",\"decision\":{\"decision\":\"reject\"}}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(get("/recommendations?status=approved").json().get("total").asInt())
                .isEqualTo(3);

        long one = done.json().get("entries").get(0).get("sequence").asLong();
        assertThat(operator("DELETE", "/decisions/" + one, null).status()).isEqualTo(200);
        assertThat(operator("DELETE", "/decisions/" + one, null).status()).isEqualTo(412);
        List<String> rest = List.of(
                done.json().get("entries").get(1).get("sequence").asString(),
                done.json().get("entries").get(2).get("sequence").asString());
        assertThat(operator("POST", "/decisions/undo", "{\"decisions\":" + rest + "}")
                        .status())
                .isEqualTo(200);
        assertThat(get("/recommendations?status=approved").json().get("total").asInt())
                .isZero();
    }

    @Test
    void revoked_consent_hides_at_once_everywhere() {
        String user = text(first, "user_id");
        decide(
                "{\"decision\":\"flag\",\"reason\":\"other\",\"severity\":\"high\",\"note\":\"confidential\"}",
                advice().etag());
        Answer revoked = operator("PUT", "/users/" + user + "/consent", "{\"given\":false,\"reason\":\"called\"}");
        assertThat(revoked.json().get("consents").asBoolean()).isFalse();

        assertThat(advice().status()).isEqualTo(403);
        assertThat(text(advice().json(), "type")).isEqualTo("/problems/no-consent");
        assertThat(get("/recommendations?user=" + user).json().get("total").asInt())
                .isZero();
        for (String path : List.of(
                "/recommendations?limit=500",
                "/audit",
                "/audit/export",
                "/audit/export?format=csv",
                "/audit?target=" + text(first, "recommendation_id"),
                "/users/" + user + "/review",
                "/orphans")) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContain("confidential", text(first, "recommendation_id"), "severity\":\"high");
        }
        assertThat(get("/disagreements").json().get("total").asInt()).isZero();

        operator("PUT", "/users/" + user + "/consent", "{\"given\":true}");
        assertThat(text(advice().json(), "status")).isEqualTo("flagged");
        assertThat(operator("PUT", "/users/" + user + "/consent", "{}").status())
                .isEqualTo(400);
        assertThat(operator("PUT", "/users/nobody/consent", "{\"given\":true}").status())
                .isEqualTo(404);
    }

    @Test
    void another_persona_needs_a_justification_and_the_version_that_was_seen() {
        String user = "/users/" + text(first, "user_id");
        String etag = get(user + "/review").etag();
        String request = "{\"persona\":\"balanced\",\"justification\":\"told us\"}";
        assertThat(operator("POST", user + "/persona-override", request).status())
                .isEqualTo(428);
        Answer done = operator("POST", user + "/persona-override", request, "If-Match", etag);
        assertThat(done.status()).isEqualTo(201);
        assertThat(text(done.json(), "persona")).isEqualTo("balanced");
        assertThat(operator("POST", user + "/persona-override", request, "If-Match", etag)
                        .status())
                .isEqualTo(412);
        Answer bare =
                operator("POST", user + "/persona-override", "{\"persona\":\"balanced\"}", "If-Match", done.etag());
        assertThat(text(bare.json(), "field")).isEqualTo("justification");
        assertThat(get("/disagreements").json().get("items"))
                .anyMatch(rule -> text(rule, "about").equals("persona"));
    }

    @Test
    void an_erased_user_is_gone_and_the_dataset_is_another_one() {
        String user = text(first, "user_id");
        decide("{\"decision\":\"reject\",\"note\":\"secret\"}", advice().etag());
        String before = text(get("").json().get("fingerprints"), "findings");

        Answer erased = server.send(Role.ADMIN, "POST", base + "/users/" + user + "/erasure", "{\"reason\":\"asked\"}");

        assertThat(erased.status()).isEqualTo(200);
        String after = text(get("").json().get("fingerprints"), "findings");
        assertThat(after).isNotEqualTo(before);
        assertThat(text(erased.json(), "after")).endsWith(after);
        assertThat(get("/recommendations?user=" + user).json().get("total").asInt())
                .isZero();
        assertThat(get("/audit/export").body()).doesNotContain("secret").contains("\"action\":\"erased\"");
        assertThat(get("/audit/verify").json().get("holds").asBoolean()).isTrue();
    }

    @Test
    void the_log_is_paged_filtered_verified_and_exported() {
        for (JsonNode item : items(get("/recommendations?limit=5").json())) {
            String path = "/recommendations/" + text(item, "recommendation_id");
            operator(
                    "POST",
                    path + "/decisions",
                    "{\"decision\":\"approve\"}",
                    "If-Match",
                    get(path).etag());
        }
        JsonNode page = get("/audit?limit=2").json();
        assertThat(items(page))
                .extracting(entry -> entry.get("sequence").asLong())
                .containsExactly(6L, 5L);
        assertThat(page.get("total").asLong()).isEqualTo(6);
        assertThat(get("/audit?what=bound&limit=1").json().get("total").asLong())
                .isEqualTo(1);
        assertThat(items(get("/audit?limit=2&cursor=" + text(page, "next")).json()))
                .extracting(entry -> entry.get("sequence").asLong())
                .containsExactly(4L, 3L);
        assertThat(items(get("/audit?what=bound").json())).hasSize(1);
        assertThat(items(get("/audit?who=operator-1&target=" + text(first, "recommendation_id"))
                        .json()))
                .hasSize(1);
        assertThat(items(get("/audit?to=2001-01-01T00:00:00Z").json())).isEmpty();
        assertThat(get("/audit?what=burnt").status()).isEqualTo(400);
        String head = text(get("/audit/verify").json(), "head");
        assertThat(get("/audit/verify?head=" + head).json().get("holds").asBoolean())
                .isTrue();
        String later = "9" + head.substring(1);
        assertThat(text(get("/audit/verify?head=" + later).json(), "problem")).contains("cut off");
        assertThat(get("/audit/export").body().lines()).hasSize(6);
        assertThat(get("/audit/export?format=csv").body()).startsWith("sequence,at,actor,role,action");
        assertThat(get("/audit/export?format=xls").status()).isEqualTo(400);
        assertThat(get("/disagreements").json().get("items"))
                .isNotEmpty()
                .allMatch(rule -> rule.get("disagreed").asInt() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /recommendations,          VIEWER",
        "GET,    /audit,                    VIEWER",
        "GET,    /audit/export,             VIEWER",
        "GET,    /disagreements,            VIEWER",
        "POST,   /recommendations/x/decisions, OPERATOR",
        "POST,   /decisions,                OPERATOR",
        "DELETE, /decisions/1,              OPERATOR",
        "POST,   /users/x/persona-override, OPERATOR",
        "PUT,    /users/x/consent,          OPERATOR",
        "POST,   /users/x/erasure,          ADMIN"
    })
    void nobody_may_more_than_the_role_says(String method, String path, Role needed) {
        assertThat(server.send(null, method, base + path, "{}").status())
                .as("a write without a token is taken for a session's without its counter-token")
                .isEqualTo(method.equals("GET") ? 401 : 403);
        for (Role role : Role.values()) {
            boolean may = role.covers(needed);
            assertThat(server.send(role, method, base + path, method.equals("GET") ? null : "{}")
                                    .status()
                            == 403)
                    .as("%s as %s", path, role)
                    .isEqualTo(!may);
        }
    }

    @Test
    void a_dataset_that_is_not_there_is_said() {
        assertThat(server.get(Role.VIEWER, "/none/recommendations").status()).isEqualTo(404);
        assertThat(server.get(Role.VIEWER, "/none/audit/export").status()).isEqualTo(404);
    }

    private Answer advice() {
        return get(path().substring(base.length()));
    }

    private String path() {
        return base + "/recommendations/" + text(first, "recommendation_id");
    }

    private Answer decide(String body, String ifMatch) {
        String path = "/recommendations/" + text(first, "recommendation_id") + "/decisions";
        return ifMatch == null ? operator("POST", path, body) : operator("POST", path, body, "If-Match", ifMatch);
    }

    private Answer get(String path) {
        return server.get(Role.VIEWER, base + path);
    }

    private Answer operator(String method, String path, String body, String... headers) {
        return server.send(Role.OPERATOR, method, base + path, body, headers);
    }

    private static String seen(List<JsonNode> items, int version) {
        return items.stream()
                .map(item -> "{\"recommendation_id\":\"" + text(item, "recommendation_id") + "\",\"version\":" + version
                        + "}")
                .toList()
                .toString();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
