package dev.spendsense.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.EntryFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is really killed while it makes runs, again and again on the same folder. */
class KilledQueueTest {

    private static final int KILLS = 16;
    private static final int USERS = 400;

    @TempDir
    private Path folder;

    @Test
    void however_often_it_is_killed_nothing_acknowledged_is_lost_and_nothing_is_half_there() throws Exception {
        Fixture fixture = new Fixture(folder);
        List<String> taken = new ArrayList<>();
        long interrupted = 0;
        for (int i = 0; i < KILLS; i++) {
            taken.addAll(killAfter(i * (USERS + 100) / KILLS));

            try (RunQueue queue = fixture.open()) {
                assertThat(files(".partial")).isEmpty();
                List<Run> runs =
                        queue.list(RunFilter.ALL, Optional.empty(), 1_000).runs();
                assertThat(runs).extracting(Run::id).containsAll(taken);
                for (Run run : runs) {
                    boolean there = Files.exists(fixture.file(run.order().dataset() + ".db"));
                    assertThat(there || !run.status().ended())
                            .as("%s", run)
                            .isEqualTo(run.status() == RunStatus.COMPLETED
                                    || !run.status().ended());
                }
                interrupted = queue.counts().get(RunStatus.INTERRUPTED);
            }
            for (Path file : files(".db")) {
                if (!file.endsWith("server.db") && !file.endsWith("server.ops.db")) {
                    Dataset.open(file).close();
                }
            }
        }
        assertThat(interrupted).isPositive();
        try (RunQueue queue = fixture.open()) {
            for (String id : taken) {
                Run run = Fixture.end(queue, queue.find(id).orElseThrow());
                assertThat(run.status()).isIn(RunStatus.COMPLETED, RunStatus.INTERRUPTED);
            }
        }
        List<String> written = new ArrayList<>();
        try (AuditLog log = AuditLog.ofServer(folder, Clock.systemUTC())) {
            assertThat(log.verify(Optional.empty()).holds()).isTrue();
            log.export(
                    EntryFilter.ALL,
                    entry -> written.add(entry.detail().orElseThrow().target()));
        }
        assertThat(written).containsAll(taken).doesNotHaveDuplicates();
    }

    @Test
    void a_full_disk_fails_the_run_and_the_queue_goes_on() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()))
                .as("may mount a small disk")
                .isZero();
        try (RunQueue queue = new Fixture(disk).open()) {
            Run large = Fixture.end(queue, queue.submit(Fixture.small("20000")).run());
            assertThat(large.status()).isEqualTo(RunStatus.FAILED);
            assertThat(large.message().orElseThrow())
                    .contains("full")
                    .contains("nothing was kept")
                    .doesNotContain(disk.toString());
            Run small = Fixture.end(queue, queue.submit(Fixture.small()).run());
            assertThat(small.message()).isEmpty();
            assertThat(new Fixture(disk).files()).containsExactly("small.db");
        } finally {
            run("umount", disk.toString());
        }
    }

    /** Kills a process once a run has so many users, and gives what it had acknowledged until then. */
    private List<String> killAfter(int users) throws IOException, InterruptedException {
        List<String> taken = new ArrayList<>();
        Process child = ChildQueue.process(folder, USERS).start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); ; line = lines.readLine()) {
                assertThat(line).as("what the child says").isNotNull();
                String[] words = line.split(" ");
                if (words[0].equals("took")) {
                    taken.add(words[1]);
                } else if (Integer.parseInt(words[1]) >= Math.min(users, USERS)) {
                    return taken;
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
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
