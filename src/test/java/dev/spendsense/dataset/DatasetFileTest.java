package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spendsense.dataset.DatasetException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path partial;

    @BeforeEach
    void name() {
        file = folder.resolve("bank.db");
        partial = folder.resolve("bank.db.partial");
    }

    @Test
    void an_existing_dataset_is_not_replaced_unless_that_is_asked_for() throws IOException {
        write(file, 1, false);
        byte[] old = Files.readAllBytes(file);

        assertThatThrownBy(() -> write(file, 2, false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("exists already")
                .extracting("reason")
                .isEqualTo(Reason.EXISTS);
        assertThat(file).hasBinaryContent(old);

        write(file, 2, true);
        assertThat(seed(file)).isEqualTo("seed=2");
    }

    @Test
    void sqlite_finds_nothing_wrong_with_a_dataset() {
        for (int count : new int[] {0, 1, 60}) {
            Path dataset = folder.resolve(count + ".db");
            RandomDataset.write(dataset, new RandomUsers(count, 20), count);
            assertThat(IntegrityCheck.of(dataset)).containsExactly("ok");
        }
    }

    @Test
    void a_dataset_that_appears_while_another_is_written_is_not_replaced() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(file, false, new RandomUsers(1).origin())) {
            writer.complete();
            Files.writeString(file, "somebody else's");
            assertThatThrownBy(writer::publish).isInstanceOf(DatasetException.class);
        }
        assertThat(file).hasContent("somebody else's");
        assertThat(partial).doesNotExist();
    }

    @Test
    void a_writer_that_is_closed_early_leaves_nothing_and_the_old_dataset_untouched() throws IOException {
        write(file, 1, false);
        byte[] old = Files.readAllBytes(file);
        RandomUsers users = new RandomUsers(2);
        try (DatasetWriter writer = DatasetWriter.create(file, true, users.origin())) {
            writer.write(users.block(0, 5));
            assertThat(partial).exists();
        }
        assertThat(partial).doesNotExist();
        assertThat(file).hasBinaryContent(old);
    }

    @Test
    void an_interruption_while_the_file_is_made_safe_comes_too_late() {
        try (DatasetWriter writer = DatasetWriter.create(file, false, new RandomUsers(1).origin())) {
            writer.complete();
            Thread.currentThread().interrupt();
            writer.publish();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).exists();
    }

    @Test
    void two_runs_do_not_write_to_one_name_at_once() {
        RandomUsers users = new RandomUsers(1);
        try (DatasetWriter first = DatasetWriter.create(file, false, users.origin())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> write(file, 2, false))
                        .isInstanceOf(DatasetException.class)
                        .hasMessageContaining("another run is writing")
                        .extracting("reason")
                        .isEqualTo(Reason.BEING_WRITTEN);
            }
            first.write(users.block(0, 3));
            first.complete();
            first.publish();
        }
        assertThat(seed(file)).isEqualTo("seed=1");
    }

    @Test
    void runs_to_other_names_in_the_folder_do_not_disturb_each_other() {
        RandomUsers users = new RandomUsers(1);
        try (DatasetWriter first = DatasetWriter.create(file, false, users.origin())) {
            write(folder.resolve("other.db"), 2, false);
            assertThat(partial).exists();
            first.write(users.block(0, 3));
            first.complete();
            first.publish();
        }
        assertThat(seed(file)).isEqualTo("seed=1");
        assertThat(seed(folder.resolve("other.db"))).isEqualTo("seed=2");
    }

    @Test
    void only_partial_files_of_ours_are_swept() throws IOException {
        Path download = Files.writeString(folder.resolve("film.partial"), "not ours");
        Path dead = Files.writeString(folder.resolve("dead.db.partial"), "ours");
        Files.createFile(WriteClaim.file(folder.resolve("dead.db")));

        write(file, 1, false);

        assertThat(download).exists();
        assertThat(dead).doesNotExist();
    }

    @Test
    void missing_folders_are_made() {
        Path deep = folder.resolve("a/b/c.db");
        write(deep, 1, false);
        assertThat(deep).exists();
    }

    @Test
    void a_folder_is_not_taken_for_a_dataset() {
        assertThatThrownBy(() -> write(folder, 1, true))
                .hasMessageContaining("is a folder")
                .extracting("reason")
                .isNotEqualTo(Reason.EXISTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.db.partial", "a.db.lock", "a.PARTIAL", ".partial", "a.db-journal", "a.db-wal", "a.db-shm"})
    void a_name_that_runs_give_to_their_own_files_is_refused(String name) {
        assertThatThrownBy(() -> write(folder.resolve(name), 1, true))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("another name");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void two_users_with_one_identifier_make_no_dataset() {
        RandomUsers users = new RandomUsers(1);
        UserBlock block = new UserBlock();
        block.restart(0);
        block.add(users.history(0), users.truth(0));
        block.add(users.history(0), users.truth(0));
        assertThatThrownBy(() -> {
                    try (DatasetWriter writer = DatasetWriter.create(file, false, users.origin())) {
                        writer.write(block);
                        writer.complete();
                        writer.publish();
                    }
                })
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("user_id");
        assertThat(file).doesNotExist();
        assertThat(partial).doesNotExist();
    }

    @Test
    void a_missing_file_is_called_missing() {
        assertThat(opening(file)).isEqualTo(Reason.MISSING);
    }

    @Test
    void a_text_file_is_no_dataset() throws IOException {
        Files.writeString(file, "SQLite, not");
        assertThat(opening(file)).isEqualTo(Reason.NOT_A_DATASET);
    }

    @Test
    void another_programs_database_is_no_dataset() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE users (id)");
        }
        assertThat(opening(file)).isEqualTo(Reason.NOT_A_DATASET);
    }

    @Test
    void a_dataset_of_a_newer_version_is_refused_as_such() throws SQLException {
        write(file, 1, false);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Dataset.open(file)).hasMessageContaining("99").hasMessageContaining("newer");
    }

    @Test
    void a_dataset_of_an_older_version_is_to_be_generated_again() throws SQLException {
        write(file, 1, false);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 1");
        }
        assertThat(opening(file)).isEqualTo(Reason.OTHER_VERSION);
        assertThatThrownBy(() -> Dataset.open(file)).hasMessageContaining("generate it again");
    }

    @Test
    void a_dataset_cut_short_is_called_damaged() throws IOException {
        write(file, 1, false);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        assertThat(opening(file)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void a_dataset_overwritten_in_the_middle_is_called_damaged() throws IOException {
        write(file, 1, false);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) bytes.length() - 200];
            Arrays.fill(noise, (byte) 0xA5);
            bytes.seek(100);
            bytes.write(noise);
        }
        assertThat(opening(file)).isEqualTo(Reason.DAMAGED);
    }

    private static Reason opening(Path file) {
        return catchThrowableOfType(DatasetException.class, () -> Dataset.open(file))
                .reason();
    }

    private static void write(Path file, long seed, boolean overwrite) {
        RandomUsers users = new RandomUsers(seed);
        try (DatasetWriter writer = DatasetWriter.create(file, overwrite, users.origin())) {
            writer.write(users.block(0, 10));
            writer.complete();
            writer.publish();
        }
    }

    private static String seed(Path file) {
        try (Dataset dataset = Dataset.open(file)) {
            return dataset.run().origin().scenario().overrides().get(1);
        }
    }
}
