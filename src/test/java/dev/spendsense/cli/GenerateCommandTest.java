package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenerateCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("some.db");
    }

    @Test
    void it_says_what_it_made_and_how_to_go_on() {
        Cli made = Cli.run("generate", "demo", "--days", 40, "--out", file);
        assertThat(made.code()).isZero();
        String first = firstUser();
        assertThat(made.out())
                .containsPattern("users +6 +6 +✓")
                .containsPattern("detected +[0-9]+ +24 – 40")
                .containsPattern("overspender +[·1] ")
                .contains("macro-F1 ", " of 6 users found as planted", "advice for nobody: ")
                .contains("load rules", "simulate", "evaluate", "Seed", "Rules ", "Fingerprint  data  ", " MB")
                .contains("./spendsense show " + first + " --dataset " + file);
        assertThat(made.err()).startsWith("demo: 6 users");
    }

    @Test
    void rows_beyond_what_the_scenario_expects_are_pointed_out() {
        Cli made = Cli.run("generate", "demo", "--days", 20, "--set", "expect.transactions=[1, 2]", "--out", file);
        assertThat(made.code()).isZero();
        assertThat(made.out()).containsPattern("transactions +[0-9]+ +1 – 2 +outside");
    }

    @Test
    void another_period_or_another_mix_is_no_reason_for_an_alarm() {
        Cli made = Cli.run(
                "generate", "demo", "--days=60", "--set=population.overspender.users=3", "--no-rules", "--out", file);
        assertThat(made.out())
                .containsPattern("users +8 +8 +✓")
                .containsPattern("transactions +[0-9,]+ +889 – 2,667 +✓")
                .doesNotContain("outside");
    }

    @Test
    void json_is_all_that_is_on_standard_output() {
        Cli made = Cli.run("generate", "demo", "--days", 40, "--seed", 5, "--out", file, "--json");
        JsonNode json = JsonMapper.shared().readTree(made.out());
        assertThat(json.at("/seed").asLong()).isEqualTo(5);
        assertThat(json.at("/tables/users/rows").asInt()).isEqualTo(6);
        assertThat(json.at("/tables/users/as_expected").asBoolean()).isTrue();
        assertThat(json.at("/users_by_profile/balanced").asInt()).isEqualTo(1);
        assertThat(json.at("/fingerprints/data").asString()).hasSize(64);
        assertThat(json.at("/seconds/elapsed").asDouble()).isPositive();
    }

    @Test
    void json_tells_what_the_rules_concluded() {
        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("generate", "demo", "--days", 40, "--out", file, "--json")
                        .out());
        assertThat(json.at("/fingerprints/findings").asString()).hasSize(64);
        assertThat(json.at("/rule_revision").asString()).hasSize(64);
        assertThat(json.at("/tables/detected_signals/expected_low").asInt()).isEqualTo(24);
        assertThat(json.at("/accuracy/users").asInt()).isEqualTo(6);
        assertThat(json.at("/accuracy/primary_personas_by_profile").size()).isEqualTo(6);
        assertThat(json.at("/unused_contents").size()).isPositive();
        assertThat(json.at("/seconds/evaluate").asDouble()).isPositive();
    }

    @Test
    void without_rules_nobody_is_judged() {
        Cli made = Cli.run("generate", "demo", "--days", 40, "--out", file, "--no-rules");
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .containsPattern("overspender +1\n")
                .doesNotContain("signals", "recommendations", "macro-F1", "findings", "validate");
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run().origin().rules()).isEmpty();
            assertThat(dataset.tallies().judged()).isZero();
        }
    }

    @Test
    void other_rules_give_other_findings_of_the_same_data() throws IOException {
        Path rules = copyOfRules();
        replace(rules.resolve("parameters.yaml"), "card_high:\n  {value: 0.5", "card_high:\n  {value: 0.1");
        Cli usual = Cli.run("generate", "demo", "--days", 40, "--out", file, "--json");
        Cli other =
                Cli.run("generate", "demo", "--days", 40, "--out", folder.resolve("b.db"), "--json", "--rules", rules);
        assertThat(fingerprint(other)).isEqualTo(fingerprint(usual));
        assertThat(JsonMapper.shared().readTree(other.out()).at("/fingerprints/findings"))
                .isNotEqualTo(JsonMapper.shared().readTree(usual.out()).at("/fingerprints/findings"));
    }

    @Test
    void all_faults_of_a_rule_folder_are_listed_where_they_are_and_nothing_is_written() throws IOException {
        Path rules = copyOfRules();
        Path credit = rules.resolve("signals/credit.drl");
        replace(credit, "card_high", "card_hgih");
        Files.writeString(credit, "\nrule \"broken\"\nwhen\n", StandardOpenOption.APPEND);
        Cli refused = Cli.run("generate", "demo", "--rules", rules, "--out", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err())
                .containsPattern(Pattern.quote(credit.toString())
                        + ":[0-9]+:[0-9]+: rule \".+\": .*card_hgih; did you mean card_high\\?")
                .containsPattern(Pattern.quote(credit.toString())
                        + ":[0-9]+:[0-9]+: rule \"broken\": then is missing; write then")
                .doesNotContain("Exception");
        assertThat(refused.out()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_rule_folder_that_is_not_there_is_refused() {
        Path nowhere = folder.resolve("nowhere");
        Cli refused = Cli.run("generate", "demo", "--rules", nowhere, "--out", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(nowhere + ": is no folder");
        Cli contradiction = Cli.run("generate", "demo", "--no-rules", "--rules", "rules", "--out", file);
        assertThat(contradiction.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(contradiction.err()).contains("--no-rules");
    }

    @Test
    void options_replace_fields_of_the_scenario_and_are_kept_in_the_dataset() {
        Cli.run(
                "generate",
                "demo",
                "--seed=7",
                "--days=30",
                "--end=2025-03-31",
                "--users=8",
                "--set=consent_rate=0.5",
                "--out",
                file);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run().origin().scenario().overrides())
                    .containsExactly(
                            "seed=7", "period.days=30", "period.end=2025-03-31", "users=8", "consent_rate=0.5");
            assertThat(dataset.run().origin().from()).isEqualTo("2025-03-02");
            assertThat(dataset.userIds()).hasSize(8);
        }
    }

    @Test
    void an_explicit_setting_has_the_last_word() {
        Cli.run("generate", "demo", "--days=30", "--seed=7", "--set", "seed=8", "--out", file);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run().origin().seed()).isEqualTo(8);
        }
    }

    @Test
    void today_is_resolved_once_and_stored() {
        LocalDate before = LocalDate.now();
        Cli.run("generate", "demo", "--days=30", "--end=today", "--out", file);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run().origin().to()).isBetween(before, LocalDate.now());
            assertThat(dataset.run().origin().scenario().overrides())
                    .contains("period.end=" + dataset.run().origin().to());
        }
    }

    @Test
    void threads_make_no_difference() {
        Cli one = Cli.run("generate", "demo", "--days=40", "--threads=1", "--json", "--out", file);
        Cli three = Cli.run("generate", "demo", "--days=40", "--threads=3", "--json", "--out", folder.resolve("b.db"));
        assertThat(fingerprint(one)).isEqualTo(fingerprint(three));
    }

    @Test
    void a_dataset_is_replaced_only_by_force() throws IOException {
        Path there = Cli.smallDataset(folder);
        byte[] before = Files.readAllBytes(there);

        Cli refused = Cli.run("generate", "demo", "--days", 30, "--out", there);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(there + " exists already", "--force");
        assertThat(there).hasBinaryContent(before);

        assertThat(Cli.run("generate", "demo", "--days", 30, "--out", there, "--force")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(there)).isNotEqualTo(before);
    }

    @Test
    void a_folder_or_a_reserved_name_is_refused_without_wrong_advice() {
        Cli aFolder = Cli.run("generate", "demo", "--out", folder, "--force");
        assertThat(aFolder.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(aFolder.err()).contains(folder + " is a folder").doesNotContain("--force");

        Cli reserved = Cli.run("generate", "demo", "--out", folder.resolve("q.db.partial"));
        assertThat(reserved.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(reserved.err()).contains("q.db.partial", ".partial").doesNotContain("--force");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_scenario_elsewhere_extends_a_shipped_one_and_is_replayed_from_the_dataset_alone() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "extends: demo.yaml\nperiod: {days: 40}\n");
        Cli made = Cli.run("generate", mine, "--out", file);
        assertThat(made.err()).contains("mine: 6 users");
        assertThat(made.code()).isZero();
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run().origin().scenario().files())
                    .containsKeys("mine.yaml", "demo.yaml", "full-dataset.yaml", "catalog/people.yaml");
        }
        Files.delete(mine);
        assertThat(Cli.run("replay", "#1", "--dataset", file).code()).isZero();
    }

    @Test
    void a_path_that_names_no_file_is_not_taken_for_a_shipped_scenario() {
        Cli refused = Cli.run("generate", folder.resolve("demo.yaml"), "--out", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(folder.resolve("demo.yaml") + ": no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "--users=0, users",
        "--days=-3, period.days",
        "--end=2026-02-30, period.end",
        "--set=population.balanced.userz=3, users",
        "--set=nonsense, nonsense",
        "--threads=0, --threads",
        "--seed=abc, --seed",
        "--colour=red, --colour"
    })
    void a_wrong_option_is_named_and_nothing_is_written(String option, String named) {
        Cli refused = Cli.run("generate", "demo", option, "--out", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(named).doesNotContain("Exception");
        assertThat(refused.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void all_faults_of_a_scenario_are_listed_a_line_each() throws IOException {
        Path scenario = Files.writeString(folder.resolve("broken.yaml"), "sed: 1\nperiod: {end: soon, days: -1}\n");
        Cli refused = Cli.run("generate", scenario, "--out", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err().lines().filter(line -> line.startsWith(scenario.toString())))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(file).doesNotExist();
    }

    @Test
    void an_unknown_scenario_is_answered_with_the_nearest_known_one() {
        Cli refused = Cli.run("generate", "demmo");
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("did you mean demo?", "full-dataset");
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_fault_of_the_input() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        Cli failed = Cli.run("generate", "demo", "--days=30", "--out", notAFolder.resolve("x.db"));
        assertThat(failed.code()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(failed.err()).contains("cannot make the folder").doesNotContain("internal error");
    }

    private Path copyOfRules() throws IOException {
        Path rules = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each));
            }
        }
        return rules;
    }

    private static void replace(Path text, String old, String other) throws IOException {
        String before = Files.readString(text);
        assertThat(before).contains(old);
        Files.writeString(text, before.replace(old, other));
    }

    private String firstUser() {
        try (Dataset dataset = Dataset.open(file)) {
            return dataset.userIds().get(0);
        }
    }

    private static String fingerprint(Cli made) {
        return JsonMapper.shared().readTree(made.out()).at("/fingerprints/data").asString();
    }
}
