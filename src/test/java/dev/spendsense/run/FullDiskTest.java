package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void a_run_that_may_write_no_further_says_so_and_leaves_the_old_dataset_untouched() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeThat(bash).exists();
        Path file = folder.resolve("bank.db");
        generate(file, 20);
        byte[] old = Files.readAllBytes(file);

        List<String> command = new ArrayList<>(List.of(bash.toString(), "-c", "ulimit -f 8192; exec \"$@\"", "bash"));
        command.addAll(ChildRun.process(file, 1_000_000, null).command());
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();

        assertThat(child.waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8))
                .contains("cannot write " + file)
                .contains("nothing was kept");
        assertThat(file).hasBinaryContent(old);
        assertThat(folder.resolve("bank.db.partial")).doesNotExist();
    }

    @Test
    void a_full_disk_is_called_full_and_leaves_the_old_dataset_untouched() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mount(disk)).as("may mount a small disk").isTrue();
        try {
            Path file = disk.resolve("bank.db");
            generate(file, 20);
            byte[] old = Files.readAllBytes(file);

            assertThatThrownBy(() -> generate(file, 100_000))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("full");

            assertThat(file).hasBinaryContent(old);
            assertThat(disk.resolve("bank.db.partial")).doesNotExist();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void generate(Path target, int count) {
        RandomUsers users = new RandomUsers(1, 30);
        new Generation(users.origin(), count, index -> new Life(users.history(index), users.truth(index)))
                .into(target, true, 2, Progress.NONE);
    }

    private static boolean mount(Path disk) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0;
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
