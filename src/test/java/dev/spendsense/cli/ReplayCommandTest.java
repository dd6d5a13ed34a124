package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() {
        file = Cli.smallDataset(folder);
    }

    @Test
    void everyone_is_reproduced_to_the_last_row() {
        for (int position = 1; position <= 6; position++) {
            Cli replayed = Cli.run("replay", "#" + position, "--dataset", file);
            assertThat(replayed.code()).isZero();
            assertThat(replayed.out())
                    .containsPattern("^u\\w+: all [0-9,]+ rows reproduced\nfindings \\w{64}\nby rules \\w{64}\n$");
        }
    }

    @Test
    void a_row_that_was_tampered_with_is_shown_beside_what_was_lived() throws SQLException {
        alter("UPDATE posting SET amount = amount + 1 WHERE account = 0 AND sequence = 3");
        Cli replayed = Cli.run("replay", "#1", "--dataset", file);
        assertThat(replayed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(replayed.out()).contains("1 differences in ", "transactions ", "stored:  ", "replayed:");

        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("replay", "#1", "--dataset", file, "--json").out());
        assertThat(json.at("/reproduced").asBoolean()).isFalse();
        assertThat(json.at("/differences/0/table").asString()).isEqualTo("transactions");
        assertThat(Cli.run("replay", "#2", "--dataset", file).code()).isZero();
    }

    @Test
    void a_row_that_is_missing_is_missed() throws SQLException {
        alter("DELETE FROM episode WHERE user = 0");
        Cli replayed = Cli.run("replay", "#1", "--dataset", file);
        assertThat(replayed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(replayed.out()).contains("ground_truth 1\n  stored:   nothing");
    }

    @Test
    void a_conclusion_that_was_tampered_with_is_shown_beside_what_the_rules_conclude() throws SQLException {
        alter("UPDATE assignment SET confidence = 0.123 WHERE user = 0 AND rank = 1");
        Cli replayed = Cli.run("replay", "#1", "--dataset", file);
        assertThat(replayed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(replayed.out())
                .contains("1 differences in ", "persona_assignments 1", "confidence=0.123", ", stored are ");

        JsonNode json = JsonMapper.shared()
                .readTree(Cli.run("replay", "#1", "--dataset", file, "--json").out());
        assertThat(json.at("/stored_findings").asString())
                .hasSize(64)
                .isNotEqualTo(json.at("/replayed_findings").asString());
    }

    @Test
    void the_rules_that_the_dataset_keeps_judge_and_no_others() throws SQLException {
        alter("UPDATE rule_file SET content = replace(content, 'card_high', 'card_hihg') WHERE path LIKE '%.drl'");
        Cli refused = Cli.run("replay", "#1", "--dataset", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("this version cannot use the rules that the dataset keeps");
    }

    @Test
    void who_was_never_judged_is_not_judged_now() {
        Path unjudged = folder.resolve("unjudged.db");
        Cli.run("generate", "demo", "--days", 40, "--out", unjudged, "--no-rules");
        Cli replayed = Cli.run("replay", "#1", "--dataset", unjudged);
        assertThat(replayed.code()).isZero();
        assertThat(replayed.out()).endsWith("rows reproduced\n");
    }

    private void alter(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
