package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of rules does, as it is typed. */
class RulesImpactCommandTest {

    @TempDir
    private Path home;

    private Path changed;

    @BeforeEach
    void copy_the_shipped_rules_and_raise_a_threshold() throws IOException {
        Path shipped = Path.of("rules");
        changed = home.resolve("rules");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(shipped.resolve("tests")))
                    .toList()) {
                Path copy = changed.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path parameters = changed.resolve("parameters.yaml");
        String text = Files.readString(parameters);
        String raised = text.replace("card_high:\n  {value: 0.5,", "card_high:\n  {value: 0.9,");
        assertThat(raised).isNotEqualTo(text);
        Files.writeString(parameters, raised);
    }

    @Test
    void the_users_of_a_dataset_are_judged_again() {
        Path dataset = Cli.smallDataset(home);
        Cli said = Cli.run("rules", "impact", "--with", "rules", "--dataset", dataset, "--json");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("\"judged\" : 6").contains("\"changes\" : [ ]");
    }

    @Test
    void a_word_that_is_no_figure_is_refused_before_anybody_is_judged() {
        Cli said = Cli.run("rules", "impact", "--with", changed, "--fail-if", "macro drops 1%");
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.err()).contains("--fail-if").contains("known are macro_f1");
    }
}
