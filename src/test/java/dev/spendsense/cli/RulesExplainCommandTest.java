package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why somebody was judged so, as it is typed. */
class RulesExplainCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static List<String> users;

    @BeforeAll
    static void make() {
        file = Cli.smallDataset(folder);
        try (Dataset dataset = Dataset.open(file)) {
            users = dataset.userIds();
        }
    }

    private static Cli explain(Object... arguments) {
        Object[] all = new Object[arguments.length + 4];
        all[0] = "rules";
        all[1] = "explain";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[arguments.length + 2] = "--dataset";
        all[arguments.length + 3] = file;
        return Cli.run(all);
    }

    @Test
    void the_chain_is_told_from_persona_to_transaction() {
        try (Dataset dataset = Dataset.open(file)) {
            for (String user : users.subList(0, 3)) {
                Findings findings = dataset.findings(user).orElseThrow();
                Cli told = explain(user);
                assertThat(told.code()).as(told.err()).isZero();
                assertThat(told.lines().get(0))
                        .isEqualTo(user + " as of " + findings.asOf() + ", by rules "
                                + findings.revision().substring(0, 12) + ", as stored");
                assertThat(told.lines())
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
                assertThat(told.out())
                        .contains("assigned by “", "personas/ranking.drl:", "criterion “", "– not ", "asked")
                        .containsPattern("would (not )?be assigned if |no other value of one signal alone would");
                findings.recommendations()
                        .forEach(advice -> assertThat(told.out()).contains(advice.code()));
                findings.blocked().forEach(item -> assertThat(told.out()).contains(item.code()));
            }
        }
    }

    @Test
    void one_persona_is_explained_with_what_would_change_it() {
        Cli told = explain("#1", "--persona", "overspender", "--transactions", 0);
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("Overspender", "prior.overspender", "in all: confidence", "another parameter", " instead of ")
                .containsPattern("One value that would (assign it|take it away) \\(tried by judging [0-9,]+ times\\)")
                .doesNotContain("Savings Builder");
    }

    @Test
    void json_has_every_transaction_and_they_add_up() {
        JsonNode json =
                JsonMapper.shared().readTree(explain(users.get(0), "--json").out());
        assertThat(json.at("/as_stored").asBoolean()).isTrue();
        Map<String, Long> cents = new HashMap<>();
        json.at("/transactions")
                .forEach(it -> cents.put(
                        it.at("/transaction_id").asString(),
                        it.at("/amount_cents").asLong()));
        int sources = 0;
        for (JsonNode signal : json.at("/signals")) {
            for (JsonNode opened : signal.at("/sources")) {
                long sum = 0;
                for (JsonNode id : opened.at("/transaction_ids")) {
                    sum += cents.get(id.asString());
                }
                assertThat(sum).isEqualTo(opened.at("/source/sum_cents").asLong());
                assertThat(opened.at("/transaction_ids").size())
                        .isEqualTo(opened.at("/source/count").asInt());
                sources++;
            }
        }
        assertThat(sources).isPositive();
        assertThat(json.at("/personas/0/assigned_by/0/line").asInt()).isPositive();
        assertThat(json.at("/flips").size()).isEqualTo(json.at("/personas").size());
    }

    @Test
    void other_rules_and_another_day_can_be_asked_for() {
        Cli told = explain("#2", "--rules", "rules", "--as-of", "2026-06-01");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.lines().get(0)).contains(" as of 2026-06-01, by rules ").doesNotContain("stored");
    }

    @Test
    void slips_are_answered_with_what_was_expected() {
        assertThat(explain("#1", "--persona", "overspendr"))
                .extracting(Cli::code, Cli::err)
                .satisfies(it -> assertThat(it.get(0)).isEqualTo(ExitCode.WRONG_INPUT))
                .satisfies(it -> assertThat(it.get(1).toString()).contains("did you mean overspender?"));
        for (String day : List.of("yesterday", "1999-01-01")) {
            Cli refused = explain("#1", "--as-of", day);
            assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(refused.err()).contains("--as-of: expected a d", day);
        }
        assertThat(explain("#1", "--transactions", "-1").code()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void who_does_not_consent_is_told_so() {
        Path unwilling = folder.resolve("unwilling.db");
        Cli made = Cli.run("generate", "demo", "--days", 180, "--set", "consent_rate=0", "--out", unwilling);
        assertThat(made.code()).as(made.err()).isZero();
        Cli told = Cli.run("rules", "explain", "#1", "--dataset", unwilling);
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("does not consent to be judged").doesNotContain("Personas");
        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("rules", "explain", "#1", "--json", "--dataset", unwilling)
                        .out());
        assertThat(json.at("/consent").asBoolean(true)).isFalse();
    }
}
