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
            assertThat(replayed.out()).containsPattern("^u\\w+: all [0-9,]+ rows reproduced\n$");
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

    private void alter(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
