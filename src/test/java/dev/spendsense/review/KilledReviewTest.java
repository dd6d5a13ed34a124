package dev.spendsense.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators in other processes that are really killed. */
class KilledReviewTest {

    private static final int KILLS = 24;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void generate() {
        file = Town.generate(folder.resolve("town.db"));
    }

    @Test
    void what_was_acknowledged_before_a_kill_is_there_and_nothing_is_there_by_halves() throws Exception {
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            List<Head> acknowledged = acknowledgedBeforeKill(kill, 1 + random.nextInt(25));
            try (Review review = Town.open(file)) {
                List<Entry> entries = new ArrayList<>();
                review.export(EntryFilter.ALL, entries::add);
                assertThat(entries)
                        .extracting(entry -> new Head(entry.sequence(), entry.hash()))
                        .containsAll(acknowledged);
                assertThat(review.verify(Optional.of(acknowledged.get(acknowledged.size() - 1)))
                                .fault())
                        .isEmpty();
                assertThat((entries.size() - 1) % ChildReview.BULK)
                        .as("bulks are whole")
                        .isZero();
            }
        }
    }

    private List<Head> acknowledgedBeforeKill(int seed, int lines) throws Exception {
        Process child = ChildReview.process(file, seed, "decide").start();
        List<Head> heads = new ArrayList<>();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("ready");
            while (heads.size() < lines) {
                heads.add(head(said.readLine()));
            }
            child.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Head.parse(line.replace("done ", "")).ifPresent(heads::add);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return heads;
    }

    private static Head head(String line) {
        return Head.parse(line.replace("done ", "")).orElseThrow(() -> new AssertionError(line));
    }

    @Test
    void an_erasure_that_is_killed_leaves_the_old_dataset_or_the_new_one_and_the_user_hidden() throws Exception {
        Random random = new Random(3);
        for (int kill = 0; kill < 8; kill++) {
            String user = null;
            String done = null;
            Process child = ChildReview.process(file, kill, "erase").start();
            try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("ready");
                for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
                    String line = said.readLine();
                    user = line.startsWith("erasing ") ? line.substring("erasing ".length()) : user;
                    done = line.startsWith("done ") ? user : done;
                }
                // At any moment of the next erasure.
                for (int spin = random.nextInt(40); spin > 0; spin--) {
                    Files.exists(folder.resolve("town.db.partial"));
                    Thread.onSpinWait();
                }
            } finally {
                child.destroyForcibly().waitFor();
            }
            try (Review review = Town.open(file);
                    Dataset dataset = Dataset.open(file)) {
                assertThat(review.verify(Optional.empty()).fault()).isEmpty();
                assertThat(review.replaced()).isFalse();
                if (done != null) {
                    assertThat(dataset.timeline(done)).isEmpty();
                }
                List<Entry> begun = review.entries(action(Action.ERASURE_BEGUN), Long.MAX_VALUE, 1_000);
                assertThat(begun).allMatch(entry -> !review.consents(entry.subject()));
                for (Entry erased : review.entries(action(Action.ERASED), Long.MAX_VALUE, 1_000)) {
                    assertThat(dataset.timeline(erased.subject())).isEmpty();
                }
            }
        }
    }

    private static EntryFilter action(Action action) {
        return new EntryFilter(
                Optional.empty(),
                Optional.of(action),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_full_disk_is_said_and_keeps_what_was_acknowledged() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeThat(bash).exists();
        List<String> command = new ArrayList<>(List.of(bash.toString(), "-c", "ulimit -f 4096; exec \"$@\"", "bash"));
        command.addAll(ChildReview.process(file, 1, "fill").command());
        Process child = new ProcessBuilder(command).start();
        List<Head> heads = new ArrayList<>();
        String error;
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
                BufferedReader complaint = child.errorReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("ready");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heads.add(head(line));
            }
            error = String.join("\n", complaint.lines().toList());
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(error)
                .contains("cannot write " + Dataset.operationsFile(file))
                .contains("nothing was kept");
        try (Review review = Town.open(file)) {
            Head last = heads.get(heads.size() - 1);
            assertThat(review.head()).isEqualTo(last);
            assertThat(review.verify(Optional.of(last)).fault()).isEmpty();
            review.decide(
                    Town.BEN,
                    new Expected(
                            Town.advice(file).get(0),
                            review.advice(Town.advice(file).get(0)).version()),
                    Decision.approve(""));
        }
    }
}
