package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowCommandTest {

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

    @Test
    void everyone_fits_on_one_screen() {
        for (String user : users) {
            Cli shown = Cli.run("show", user, "--dataset", file);
            assertThat(shown.code()).isZero();
            assertThat(shown.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
            List<String> ledger = shown.lines().stream()
                    .takeWhile(line -> !line.startsWith("  Personas on "))
                    .toList();
            assertThat(ledger).hasSizeLessThanOrEqualTo(46); // with the empty line before the findings
            assertThat(String.join("\n", ledger))
                    .contains(user, "planted: ", "Accounts", "In checking and savings", "Last days");
        }
    }

    @Test
    void findings_are_told_with_what_they_were_measured_from() {
        try (Dataset dataset = Dataset.open(file)) {
            for (String user : users) {
                Findings findings = dataset.findings(user).orElseThrow();
                String shown = Cli.run("show", user, "--dataset", file).out();
                assertThat(shown).contains("Personas on ", "Behaviors detected", "Advice", "not financial advice");
                for (Signal signal : findings.signals()) {
                    if (signal.detected()) {
                        assertThat(shown).containsPattern(signal.type() + " +" + signal.windowDays() + " days");
                    }
                }
                assertThat(shown).containsPattern("[a-z ]+ on .* 2026-..-.. to 2026-..-..: [0-9,]+ transactions?, \\$");
                for (Recommendation advice : findings.recommendations()) {
                    assertThat(shown).contains(advice.title());
                    assertThat(shown.replaceAll("\\s+", " ")).contains(advice.rationale());
                }
            }
        }
    }

    @Test
    void all_findings_are_there_in_full_and_in_json() {
        try (Dataset dataset = Dataset.open(file)) {
            for (String user : users) {
                Findings findings = dataset.findings(user).orElseThrow();
                Cli full = Cli.run("show", user, "--dataset", file, "--full");
                assertThat(full.lines())
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
                findings.signals()
                        .forEach(signal -> assertThat(full.out())
                                .containsPattern(signal.type() + " +" + signal.windowDays() + " days"));
                findings.recommendations()
                        .forEach(advice -> assertThat(full.out()).contains(advice.code()));
                findings.blocked().forEach(item -> assertThat(full.out()).contains(item.code()));
                JsonNode json = JsonMapper.shared()
                        .readTree(Cli.run("show", user, "--dataset", file, "--json")
                                .out());
                assertThat(json.at("/findings/signals").size())
                        .isEqualTo(findings.signals().size());
                assertThat(json.at("/findings/evidence").size())
                        .isEqualTo(findings.evidence().size());
                assertThat(json.at("/findings/personas").size())
                        .isEqualTo(findings.personas().size());
                assertThat(json.at("/findings/recommendations").size())
                        .isEqualTo(findings.recommendations().size());
                assertThat(json.at("/findings/signals/0/sources/0/count").isIntegralNumber())
                        .isTrue();
            }
        }
    }

    @Test
    void a_user_is_found_by_position_and_by_the_beginning_of_the_id() {
        String whole = Cli.run("show", users.get(2), "--dataset", file).out();
        assertThat(Cli.run("show", "#3", "--dataset", file).out()).isEqualTo(whole);
        assertThat(Cli.run("show", users.get(2).substring(0, 8), "--dataset", file)
                        .out())
                .isEqualTo(whole);
    }

    @Test
    void an_unknown_user_is_answered_with_the_nearest_ids() {
        String nearly = users.get(4).substring(0, 10) + "!";
        Cli refused = Cli.run("show", nearly, "--dataset", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("there is no user " + nearly, "nearest are " + users.get(4));
    }

    @Test
    void the_beginning_of_several_ids_is_not_enough() {
        Cli refused = Cli.run("show", "u", "--dataset", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("6 users begin with u", users.get(0));
    }

    @Test
    void a_position_outside_the_population_is_refused() {
        for (String position : List.of("#0", "#7", "#x")) {
            Cli refused = Cli.run("show", position, "--dataset", file);
            assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(refused.err()).contains("expected #1 to #6");
        }
    }

    @Test
    void json_holds_the_whole_history() {
        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("show", "#1", "--dataset", file, "--json").out());
        assertThat(json.at("/user_id").asString()).isEqualTo(users.get(0));
        assertThat(json.at("/liquid_balance_cents").size()).isEqualTo(180);
        assertThat(json.at("/transactions/0/amount_cents").isIntegralNumber()).isTrue();
        assertThat(json.at("/planted/0/profile").asString()).isNotEmpty();
        long balance = 0;
        for (JsonNode account : json.at("/accounts")) {
            balance += account.at("/type").asString().equals("CREDIT_CARD")
                    ? 0
                    : account.at("/balance_cents").asLong();
        }
        assertThat(json.at("/liquid_balance_cents/179").asLong()).isEqualTo(balance);
    }

    @Test
    void without_a_dataset_it_says_how_to_make_one() {
        Cli refused = Cli.run("show", "#1", "--dataset", folder.resolve("nothing.db"));
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("nothing.db", "./spendsense generate");
    }

    @Test
    void a_file_that_is_no_dataset_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "dear diary");
        Cli refused = Cli.run("show", "#1", "--dataset", text);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("text.db").doesNotContain("Exception");
    }
}
