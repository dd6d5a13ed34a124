package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void a_person_is_erased_and_the_log_tells_of_it_until_somebody_tampers_with_it() throws Exception {
        Path file = Cli.smallDataset(folder);
        assertThat(Cli.run("audit", "verify", file).code()).isEqualTo(ExitCode.WRONG_INPUT);

        Cli erased = Cli.run("erase", "#3", "--dataset", file, "--by", "eve", "--reason", "asked in writing");
        assertThat(erased.err()).isEmpty();
        assertThat(erased.code()).isEqualTo(ExitCode.DONE);
        assertThat(erased.out()).contains("Nothing that was found about").contains("Fingerprints now");
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.userIds().stream()
                            .filter(id -> dataset.timeline(id).isEmpty()))
                    .hasSize(1);
        }

        Cli whole = Cli.run("audit", "verify", file);
        assertThat(whole.code()).isEqualTo(ExitCode.DONE);
        assertThat(whole.out()).contains("The log is whole: 4 entries.");
        String head = whole.lines().get(1).replace("Head ", "");
        assertThat(Cli.run("audit", "verify", file, "--head", head).code()).isEqualTo(ExitCode.DONE);
        assertThat(Cli.run("audit", "verify", file, "--head", "4:abc").code()).isEqualTo(ExitCode.WRONG_INPUT);

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Dataset.operationsFile(file));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER audit_is_never_changed");
            statement.execute("UPDATE audit SET actor = 'ann' WHERE actor = 'eve' AND action = 'erased'");
        }
        Cli broken = Cli.run("audit", "verify", file);
        assertThat(broken.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(broken.out()).contains("The log is broken at entry 4: entry 4 was altered.");
    }
}
