package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void make() {
        file = folder.resolve("demo.db");
        assertThat(Cli.run("generate", "demo", "--out", file).code()).isZero();
    }

    @Test
    void a_demo_is_judged_as_a_demo() {
        Cli checked = Cli.run("validate", file);
        assertThat(checked.code()).isZero();
        assertThat(checked.lines()).filteredOn(line -> line.startsWith("  ✓ ")).hasSize(10);
        assertThat(checked.out())
                .startsWith(file + ": 10 of 10 checks passed")
                .contains("✓ Users\n      6; expected 6", "figures and names recomputed", "macro-F1 ");
    }

    @Test
    void the_guide_wants_more_than_a_demo() {
        Cli checked = Cli.run("validate", file, "--guide");
        assertThat(checked.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(checked.out()).contains("✗ Users\n      6; expected 50 to 100");
    }

    @Test
    void json_has_every_check_with_its_figure() {
        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("validate", file, "--guide", "--json").out());
        assertThat(json.at("/passed").asBoolean()).isFalse();
        assertThat(json.at("/checks").size()).isEqualTo(10);
        assertThat(json.at("/checks/0/name").asString()).isEqualTo("users");
        assertThat(json.at("/checks/0/value").asInt()).isEqualTo(6);
        assertThat(json.at("/checks/0/passed").asBoolean()).isFalse();
        assertThat(json.at("/accuracy/users").asInt()).isEqualTo(6);
        assertThat(json.at("/rationales/faults").isArray()).isTrue();
    }

    @Test
    void a_rationale_that_the_ledger_does_not_confirm_is_named() throws Exception {
        Path altered = Files.copy(file, folder.resolve("altered.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE posting SET amount = amount + 1");
        }
        Cli checked = Cli.run("validate", altered);
        assertThat(checked.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(checked.out())
                .contains(
                        "✗ Recommendations with a rationale", "What rationales say that the ledger does not", "  …\n");
        assertThat(checked.out()).containsPattern("  u\\w+-\\w+-2026-07-15\n      \\w+ is ");
    }

    @Test
    void users_whom_nobody_judged_are_not_complete() {
        Path unjudged = folder.resolve("unjudged.db");
        Cli.run("generate", "demo", "--out", unjudged, "--no-rules");
        Cli checked = Cli.run("validate", unjudged);
        assertThat(checked.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(checked.out()).contains("no rules have judged these users");
    }

    @Test
    void without_a_dataset_it_says_how_to_make_one() {
        Cli refused = Cli.run("validate", folder.resolve("nothing.db"));
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("nothing.db", "./spendsense generate");
    }
}
