package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench of those who write rules, as it is typed. */
class RulesCommandTest {

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?s)`tests/renter\\.yaml`:\\n\\n```yaml\\n(.*?)```.*?rules test\\n(.*?)```.*?rules test\\n(.*?)```");

    @TempDir
    private Path home;

    private Path rules;
    private Matcher guide;

    @BeforeEach
    void copy_the_shipped_rules_without_their_cases() throws IOException {
        Path shipped = Path.of("rules");
        rules = home.resolve("rules");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(shipped.resolve("tests")))
                    .toList()) {
                Path copy = rules.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        guide = EXAMPLE.matcher(Files.readString(shipped.resolve("README.md")));
        assertThat(guide.find()).isTrue();
        Files.createDirectories(rules.resolve("tests"));
        Files.writeString(rules.resolve("tests/renter.yaml"), guide.group(1));
    }

    private void spoil() throws IOException {
        Path file = rules.resolve("tests/renter.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "value: 0.51, within: 0.01, detected: true}",
                                "value: 0.48, within: 0.01}, credit_utilization 30d: detected")
                        .replace("high_utilization: {rank", "overspender: {rank"));
    }

    private String shown(Cli said) {
        return said.out().replace(home + "/", "");
    }

    @Test
    void the_guide_shows_what_a_pass_looks_like() {
        Cli said = Cli.run("rules", "test", rules);
        assertThat(said.code()).isZero();
        assertThat(shown(said)).isEqualTo(guide.group(2));
    }

    @Test
    void the_guide_shows_what_a_failure_looks_like() throws IOException {
        spoil();
        Cli said = Cli.run("rules", "test", rules);
        assertThat(said.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(shown(said)).isEqualTo(guide.group(3));
    }

    @Test
    void a_report_is_written_for_servers_and_scripts() throws IOException {
        spoil();
        Path junit = home.resolve("report.xml");
        Cli said = Cli.run("rules", "test", rules, "--junit", junit, "--json");
        assertThat(said.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(said.out()).contains("\"cases\" : 1", "\"failed\" : 1", "\"passed\" : false");
        assertThat(Files.readString(junit)).contains("<testsuites", "tests=\"1\" failures=\"1\"", "<failure message=");
    }

    @Test
    void only_some_cases_can_be_judged() {
        assertThat(Cli.run("rules", "test", rules, "--only", "RENTER").lines())
                .containsExactly("1 case, all as expected");
        Cli misspelt = Cli.run("rules", "test", rules, "--only", "A rentr with a full card");
        assertThat(misspelt.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(misspelt.err()).contains("no case is called", "did you mean A renter with a full card?");
    }

    @Test
    void what_cannot_be_read_is_wrong_input() throws IOException {
        Files.writeString(rules.resolve("tests/slip.yaml"), "cases: [{nam: one}]");
        Cli said = Cli.run("rules", "test", rules);
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.err())
                .contains(rules.resolve("tests/slip.yaml") + ":1: cases[0].nam: unknown key; expected name");
        Files.delete(rules.resolve("tests/slip.yaml"));
        Files.delete(rules.resolve("tests/renter.yaml"));
        assertThat(Cli.run("rules", "test", rules).err()).contains("there are no cases in");
    }

    @Test
    void coverage_fails_while_rules_are_not_tried_at_their_boundary() {
        Cli said = Cli.run("rules", "coverage", rules, "--tests");
        assertThat(said.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(said.lines())
                .contains("not tried on both sides of their boundary:", "  A card is overdue")
                .last()
                .asString()
                .matches("(\\d+) rules, 1 cases: .*, \\1 without a case at their boundary");
    }

    @Test
    void a_user_is_captured_as_a_case_that_comes_true_and_never_over_another() {
        Path dataset = Cli.smallDataset(home);
        Cli said = Cli.run("rules", "capture", "#1", "--dataset", dataset, "--rules", rules);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("is taken for", "postings and transfers reduced to", "saved as");
        assertThat(Cli.run("rules", "test", rules).lines()).containsExactly("2 cases, all as expected");
        Cli again = Cli.run("rules", "capture", "#1", "--dataset", dataset, "--rules", rules);
        assertThat(again.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(again.err()).contains("exists; remove it or choose another file with --out");
        for (List<String> wrong : List.of(
                List.of("--persona", "overspendr"), List.of("--signal", "is_overdu"), List.of("--trials", "0"))) {
            Cli refused = Cli.run(
                    "rules", "capture", "#2", "--dataset", dataset, "--rules", rules, wrong.get(0), wrong.get(1));
            assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(refused.err())
                    .containsAnyOf("did you mean overspender?", "did you mean is_overdue?", "expected 1");
        }
    }

    @Test
    void a_change_shows_what_it_does_to_known_people_until_it_is_accepted() throws IOException {
        Path golden = rules.resolve("tests/golden/six.txt");
        assertThat(Cli.run("rules", "golden", rules).err()).contains("has no golden outcomes");
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, "scenario demo, seed 20260715");
        assertThat(Cli.run("rules", "golden", rules, "--accept").code()).isZero();
        Cli unchanged = Cli.run("rules", "golden", rules);
        assertThat(unchanged.code()).isZero();
        assertThat(unchanged.lines()).containsExactly(golden + ": 6 users, all as accepted");

        Path parameters = rules.resolve("parameters.yaml");
        String before = Files.readString(parameters);
        Files.writeString(
                parameters, before.replace("assignment_floor:\n  {value: 0.1,", "assignment_floor:\n  {value: 0.992,"));
        Cli changed = Cli.run("rules", "golden", rules, "--check");
        assertThat(changed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(changed.lines())
                .startsWith(golden + ": 2 of 6 users differ, 2 changed persona:")
                .contains("-  1          savings_builder 99.1%")
                .endsWith("--accept accepts this");
        Cli accepted = Cli.run("rules", "golden", rules, "--accept");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.lines()).last().isEqualTo("accepted");
        assertThat(Cli.run("rules", "golden", rules).code()).isZero();
        assertThat(Cli.run("rules", "golden", rules, "--check", "--accept").code())
                .isEqualTo(ExitCode.WRONG_INPUT);
    }
}
