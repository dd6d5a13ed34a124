package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.run.Progress.Stage;
import dev.spendsense.simulation.Life;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in another process that are really killed, or told to end. */
class KilledRunTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path partial;

    @BeforeEach
    void name() {
        file = folder.resolve("bank.db");
        partial = folder.resolve("bank.db.partial");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 1_500})
    void a_run_killed_while_it_writes_leaves_no_dataset_and_the_next_run_sweeps(int users) throws Exception {
        killAfter(users);

        assertThat(partial).exists();
        assertThat(file).doesNotExist();
        generate(folder.resolve("other.db"));
        assertThat(partial).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVES", "INDEXES", "SYNC"})
    void a_run_killed_at_any_stage_leaves_the_old_dataset_untouched(Stage stage) throws Exception {
        generate(file);
        byte[] old = Files.readAllBytes(file);

        killAt(stage);

        assertThat(file).hasBinaryContent(old);
        generate(file);
        assertThat(partial).doesNotExist();
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.userIds()).hasSize(20);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEXES", "SYNC"})
    void a_run_told_to_end_at_any_stage_leaves_nothing_and_the_old_dataset_untouched(Stage stage) throws Exception {
        generate(file);
        byte[] old = Files.readAllBytes(file);

        Process child = ChildRun.process(file, 50, stage).start();
        try (BufferedReader progress = child.inputReader(StandardCharsets.UTF_8)) {
            await(progress, stage.name());
            assertThat(partial).exists();
            tellToEnd(child);
        } finally {
            child.destroyForcibly().waitFor();
        }

        assertThat(partial).doesNotExist();
        assertThat(file).hasBinaryContent(old);
    }

    @Test
    void a_run_told_to_end_while_it_writes_leaves_nothing() throws Exception {
        Process child = ChildRun.process(file, 1_000_000, null).start();
        try (BufferedReader progress = child.inputReader(StandardCharsets.UTF_8)) {
            await(progress, "LIVES");
            await(progress, "LIVES");
            tellToEnd(child);
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(partial).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_run_in_another_process_keeps_its_name_and_its_partial_file_while_it_lives() throws Exception {
        Process child = ChildRun.process(file, 50, Stage.SYNC).start();
        try (BufferedReader progress = child.inputReader(StandardCharsets.UTF_8)) {
            await(progress, "SYNC");
            assertThatThrownBy(() -> generate(file))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("another run is writing");
            generate(folder.resolve("other.db"));
            assertThat(partial).exists();
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(file).doesNotExist();
        generate(file);
        assertThat(partial).doesNotExist();
    }

    /** Process.destroy would close the child's input as well, and so end its wait. */
    private static void tellToEnd(Process child) throws InterruptedException {
        assumeThat(child.supportsNormalTermination()).isTrue();
        child.toHandle().destroy();
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private void killAfter(int users) throws IOException, InterruptedException {
        Process child = ChildRun.process(file, 1_000_000, null).start();
        try (BufferedReader progress = child.inputReader(StandardCharsets.UTF_8)) {
            String line = await(progress, "LIVES");
            while (Integer.parseInt(line.substring("LIVES ".length())) < users) {
                line = await(progress, "LIVES");
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private void killAt(Stage stage) throws IOException, InterruptedException {
        Process child = ChildRun.process(file, 50, stage).start();
        try (BufferedReader progress = child.inputReader(StandardCharsets.UTF_8)) {
            await(progress, stage.name());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static String await(BufferedReader progress, String beginning) throws IOException {
        String line = progress.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = progress.readLine();
        }
        assertThat(line).as("progress of the run").isNotNull();
        return line;
    }

    private static void generate(Path target) {
        RandomUsers users = new RandomUsers(1, 20);
        new Generation(users.origin(), 20, index -> new Life(users.history(index), users.truth(index)))
                .into(target, true, 1, Progress.NONE);
    }
}
