package dev.spendsense.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.vetting.Corpus;
import dev.spendsense.rules.vetting.Corpus.Stage;
import dev.spendsense.rules.vetting.Corpus.Written;
import dev.spendsense.web.Api;
import dev.spendsense.web.RunningService;
import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import dev.spendsense.workbench.SmallRules;
import dev.spendsense.workbench.live.LiveRules;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules over HTTP: read, tried, adopted; in a folder that these tests may change. */
class RulesOverHttpTest {

    private static final String RULES = Api.ROOT + "/rules";
    private static final String WEIGHT = "weight\\.growth:\n  \\{value: [-0-9.]+,";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path home;

    private static Path folder;
    private static RunningService service;

    @BeforeAll
    static void start() {
        folder = home.resolve("rules");
        SmallRules.copy(Path.of("rules"), folder);
        service = RunningService.with("--spendsense.accept-drafts=true", "--spendsense.rules=" + folder);
    }

    @AfterAll
    static void end() {
        service.end();
    }

    private static Answer get(String path) {
        return service.get(Role.VIEWER, RULES + path);
    }

    private static Answer post(String path, Object body) {
        return service.post(Role.ANALYST, RULES + path, JSON.writeValueAsString(body));
    }

    private static Map<String, Object> draft(String path, String text) {
        return Map.of("files", Map.of(path, text));
    }

    private static Map<String, Object> weighing(String value) throws IOException {
        String text = Files.readString(folder.resolve("parameters.yaml"));
        assertThat(text).containsPattern(WEIGHT);
        return draft("parameters.yaml", text.replaceFirst(WEIGHT, "weight.growth:\n  {value: " + value + ","));
    }

    private static Answer adopt(Map<String, Object> draft, String note, String ifMatch) {
        var request = service.request(Role.ANALYST, RULES + "/adopt").header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return service.send(
                request.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("draft", draft, "note", note)))));
    }

    @Test
    void the_rules_can_be_read() {
        JsonNode rules = get("").json();
        assertThat(rules.get("counts").get("rules").asInt())
                .isEqualTo(rules.get("rules").size())
                .isPositive();
        assertThat(rules.get("phases").get(0).get("name").asString()).isEqualTo("signals");
        assertThat(rules.get("rules").get(0).properties().stream().map(Map.Entry::getKey))
                .contains("name", "phase", "file", "line", "tags", "reads", "concludes");
        assertThat(get("/files?limit=500").json().get("total").asInt()).isGreaterThan(5);
        assertThat(get("/files/parameters.yaml").json().get("text").asString()).containsPattern(WEIGHT);
        for (JsonNode parameter : get("/parameters?limit=500").json().get("items")) {
            if (parameter.get("name").asString().equals("weight.growth")) {
                assertThat(parameter.get("used_by").get(0).get("sort").asString())
                        .isEqualTo("rule");
            }
        }
        assertThat(get("/vocabulary").json().get("personas").size()).isPositive();
        assertThat(get("/tests?limit=500").json().get("total").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/nothing.drl", "/files/tests/../../x.yaml", "/files/README.md", "/files/"})
    void a_file_that_is_none_of_the_rules_is_not_there(String path) {
        assertThat(get(path).status()).as(path).isIn(400, 404);
    }

    @Test
    void attacks_are_findings_and_the_service_goes_on() {
        List<Written> attacks = Corpus.attacks().stream()
                .filter(attack -> attack.refusedBy() != Stage.EVALUATION)
                .toList();
        for (int i = 0; i < attacks.size(); i += attacks.size() / 6) {
            Written attack = attacks.get(i);
            String file = attack.header().getOrDefault("In", "signals") + "/" + attack.name() + ".drl";
            Answer checked = post("/check", Map.of("draft", draft(file, attack.text())));
            assertThat(checked.status()).as(attack.name() + checked.body()).isEqualTo(200);
            assertThat(checked.json().at("/check/errors").asInt())
                    .as(attack.name())
                    .isPositive();
            assertThat(checked.json().at("/check/faults").toString()).contains(file);
        }
        assertThat(get("").status()).isEqualTo(200);
    }

    /** Nothing in their text gives them away: they fail, never end, or fill the memory when they judge. */
    @ParameterizedTest
    @ValueSource(strings = {"run-persona-of-a-fact", "run-two-endless-rules", "run-doubling-text"})
    void a_draft_that_fails_when_it_judges_is_a_finding_too(String name) {
        Written attack = Corpus.attacks().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, Object> draft = draft(attack.path(), attack.text());
        Answer impact =
                post("/impact?wait=60", Map.of("draft", draft, "people", Map.of("scenario", "demo", "users", 6)));
        assertThat(impact.problem()).as(impact.body()).isEqualTo("invalid-field");
        assertThat(impact.json().get("field").asString()).isEqualTo("draft");
        assertThat(adopt(draft, "", get("").header("ETag").orElseThrow()).problem())
                .isEqualTo("rules-refused");
    }

    @Test
    void drafts_that_cannot_be_are_refused() {
        assertThat(post("/check", Map.of("draft", draft("../x.drl", ""))).problem())
                .isEqualTo("invalid-field");
        assertThat(post("/impact", Map.of("people", Map.of("users", 1_000_000))).problem())
                .isEqualTo("invalid-field");
        assertThat(post(
                                "/sweep?wait=60",
                                Map.of(
                                        "parameter",
                                        "none",
                                        "from",
                                        0,
                                        "to",
                                        1,
                                        "people",
                                        Map.of("scenario", "demo", "users", 2)))
                        .problem())
                .isEqualTo("invalid-field");
    }

    @Test
    void a_trial_of_many_is_followed_and_ended() {
        Answer asked = post("/impact", Map.of("people", Map.of("users", 2000)));
        assertThat(asked.status()).isEqualTo(202);
        String address = asked.header("Location").orElseThrow();
        assertThat(service.post(Role.ANALYST, address + "/cancel", "")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(service.get(Role.ANALYST, address).json().get("status").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void who_orders_more_trials_than_may_wait_is_told_when_to_come_again() {
        List<String> ordered = new ArrayList<>();
        Answer answer = post("/impact", Map.of("people", Map.of("users", 2000)));
        while (answer.status() == 202 && ordered.size() < 50) {
            ordered.add(answer.header("Location").orElseThrow());
            answer = post("/impact", Map.of("people", Map.of("users", 2000)));
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        ordered.forEach(address -> service.post(Role.ANALYST, address + "/cancel", ""));
        Answer again = post("/impact", Map.of("people", Map.of("users", 4)));
        assertThat(again.status()).isEqualTo(202);
        service.post(Role.ANALYST, again.header("Location").orElseThrow() + "/cancel", "");
    }

    @Test
    void a_service_that_takes_no_drafts_tries_none_and_adopts_none() throws IOException {
        Map<String, Object> draft = weighing("2.4");
        RunningService careful = RunningService.with();
        try {
            for (String path : List.of("/check", "/test", "/impact", "/sweep", "/explain")) {
                Map<String, Object> body = new HashMap<>(Map.of("draft", draft));
                if (path.equals("/sweep")) {
                    body.putAll(Map.of("parameter", "weight.growth", "from", 1, "to", 2));
                } else if (path.equals("/explain")) {
                    String user = careful.get(Role.VIEWER, Api.ROOT + "/datasets/spendsense/users?consent=true")
                            .json()
                            .at("/items/0/user_id")
                            .asString();
                    body.putAll(Map.of("dataset", "spendsense", "user", user));
                }
                Answer refused = careful.post(Role.ADMIN, RULES + path, JSON.writeValueAsString(body));
                assertThat(refused.status()).as(path + refused.body()).isEqualTo(403);
                assertThat(refused.problem()).as(path).isEqualTo("drafts-refused");
            }
            String tag = careful.get(Role.VIEWER, RULES).header("ETag").orElseThrow();
            Answer refused = careful.send(careful.request(Role.ADMIN, RULES + "/adopt")
                    .header("Content-Type", "application/json")
                    .header("If-Match", tag)
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("draft", draft, "note", "")))));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(careful.post(Role.ANALYST, RULES + "/check", "{}").status())
                    .isEqualTo(200);
        } finally {
            careful.end();
        }
    }

    @Test
    void who_takes_consent_back_is_left_out_of_what_was_found_before() throws IOException {
        Answer impact = post(
                "/impact?wait=60",
                Map.of("draft", weighing("-9"), "people", Map.of("dataset", RunningService.DATASET)));
        JsonNode changes = impact.json().at("/result/impact/changes");
        assertThat(changes.size()).as(impact.body()).isPositive();
        String user = changes.get(0).get("user_id").asString();
        String trial = service.get(Role.ANALYST, RULES + "/trials")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(service.get(Role.ANALYST, RULES + "/trials/" + trial).body()).contains(user);
        consent(user, false);
        try {
            assertThat(service.get(Role.ANALYST, RULES + "/trials/" + trial).body())
                    .doesNotContain(user);
        } finally {
            consent(user, true);
        }
    }

    private static void consent(String user, boolean given) {
        assertThat(service.send(service.request(
                                        Role.OPERATOR,
                                        Api.ROOT + "/datasets/" + RunningService.DATASET + "/users/" + user
                                                + "/consent")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"given\":" + given + ",\"reason\":\"asked\"}")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_user_is_explained_by_a_draft() throws IOException {
        String user = service.get(Role.VIEWER, Api.ROOT + "/datasets/spendsense/users")
                .json()
                .at("/items/0/user_id")
                .asString();
        Answer explained =
                post("/explain?wait=60", Map.of("dataset", "spendsense", "user", user, "draft", weighing("2.4")));
        assertThat(explained.status()).as(explained.body()).isIn(200, 403);
    }

    @Test
    void a_draft_is_held_against_people_and_adopted() throws IOException {
        String tag = get("").header("ETag").orElseThrow();
        String before = get("").json().get("revision").asString();
        Answer impact = post(
                "/impact?wait=60", Map.of("draft", weighing("-9"), "people", Map.of("scenario", "demo", "users", 24)));
        assertThat(impact.status()).as(impact.body()).isEqualTo(200);
        assertThat(impact.json().at("/result/impact/changes").size()).isPositive();

        Answer refused = adopt(weighing("-9"), "too bold", tag);
        assertThat(refused.problem()).isEqualTo("rules-refused");
        assertThat(refused.json().at("/tested/cases").size()).isPositive();
        assertThat(adopt(weighing("2.51"), "", null).problem()).isEqualTo("if-match-missing");
        assertThat(adopt(weighing("2.51"), "", "\"another\"").problem()).isEqualTo("stale");
        assertThat(get("").json().get("revision").asString()).isEqualTo(before);

        Map<String, Object> late = weighing("2.52");
        Answer adopted = adopt(weighing("2.51"), "a little more", tag);
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
        String now = RuleSource.read(folder).revision();
        assertThat(adopted.json().get("revision").asString()).isEqualTo(now).isNotEqualTo(before);
        assertThat(service.bean(LiveRules.class).current().revision()).isEqualTo(now);
        assertThat(get("").json().get("revision").asString()).isEqualTo(now);
        assertThat(adopt(late, "", tag).problem()).isEqualTo("stale");

        JsonNode log = get("/revisions").json();
        assertThat(log.get("total").asInt()).isEqualTo(2);
        assertThat(log.toString()).contains("\"author\":\"analyst\"", "a little more");
        JsonNode difference =
                get("/revisions/" + before.substring(0, 12) + "/diff/live").json();
        assertThat(difference.get("changes").size()).isEqualTo(1);
        assertThat(difference.get("text").asString()).contains("+  {value: 2.51,");
        assertThat(get("/revisions/ffffffff/diff/live").problem()).isEqualTo("unknown-revision");
    }
}
