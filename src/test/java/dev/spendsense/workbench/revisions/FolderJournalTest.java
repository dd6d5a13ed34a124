package dev.spendsense.workbench.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.RuleSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is stopped in the middle of a change. */
class FolderJournalTest {

    private static final Revision.Fitness FIT = new Revision.Fitness(3, 1, 2);
    private static final int KILLS = 12;

    @TempDir
    private Path home;

    /** A machine that goes off leaves no time to clean up. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static Map<String, String> texts(String word) {
        return Map.of("parameters.yaml", word, "signals/a.drl", "rule " + word, "tests/case.yaml", "case " + word);
    }

    private static void layOut(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>(texts("first"));
        texts.put("evidence/gone.drl", "rule gone");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    private static Revision change(FolderJournal journal, String word, RevisionStore kept) {
        TreeMap<String, String> texts = new TreeMap<>(texts(word));
        Map<String, String> rules = new TreeMap<>(texts);
        rules.remove("tests/case.yaml");
        RuleSource source = RuleSource.of(rules);
        Revision revision = new Revision(
                source.revision(), kept.current().map(Revision::sha), new Remark(Instant.EPOCH, "ada", word), FIT);
        return journal.carryOut(texts, List.of("evidence/gone.drl"), source, revision, kept);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void whenever_the_power_is_cut_the_folder_and_the_pointer_are_the_old_ones_or_the_new_ones() throws IOException {
        int steps = 0;
        int old = 0;
        for (boolean finished = false; !finished; steps++) {
            Path folder = home.resolve("rules-" + steps);
            layOut(folder);
            Map<String, String> before = read(folder);
            Path revisions = home.resolve("revisions-" + steps);
            int last = steps;
            int[] taken = {0};
            DurableFiles.Announcement cut = step -> {
                if (taken[0]++ == last) {
                    throw new PowerCut();
                }
            };
            try {
                change(FolderJournal.of(folder, cut), "second", RevisionStore.in(revisions, cut));
                finished = true;
            } catch (PowerCut off) {
                if (steps % 2 == 0) {
                    FolderJournal.of(folder).resume();
                }
                FolderJournal.of(folder).finish(RevisionStore.in(revisions));
            }
            Optional<Revision> current = RevisionStore.in(revisions).current();
            List<String> told = new ArrayList<>();
            FolderJournal.of(folder)
                    .tell(adopted -> told.add(adopted.revision().remark().note()));
            assertThat(told).isEqualTo(current.isPresent() ? List.of("second") : List.of());
            if (current.isPresent()) {
                assertThat(read(folder)).as("step " + last).isEqualTo(new TreeMap<>(texts("second")));
                assertThat(current.get().sha())
                        .isEqualTo(RuleSource.read(folder).revision());
                assertThat(current.get().remark().note()).isEqualTo("second");
            } else {
                assertThat(read(folder)).as("step " + last).isEqualTo(before);
                old++;
            }
        }
        assertThat(steps).isGreaterThan(25);
        assertThat(old).isBetween(20, steps - 10);
    }

    @Test
    void what_nobody_could_write_down_is_told_again() throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        RevisionStore kept = RevisionStore.in(home.resolve("revisions"));
        FolderJournal journal = FolderJournal.of(folder);
        Revision second = change(journal, "second", kept);
        change(journal, "third", kept);
        assertThatThrownBy(() -> journal.tell(adopted -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        change(journal, "second", kept);

        List<FolderJournal.Adopted> told = new ArrayList<>();
        journal.tell(told::add);
        assertThat(told)
                .hasSize(3)
                .filteredOn(FolderJournal.Adopted::returning)
                .hasSize(1)
                .allMatch(adopted -> adopted.revision().sha().equals(second.sha()));
        journal.tell(again -> assertThat(again).isNull());
        assertThat(read(folder)).isEqualTo(new TreeMap<>(texts("second")));
    }

    @Test
    void whoever_else_opens_the_folder_finishes_it_and_leaves_it_to_be_told() throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        Path revisions = home.resolve("revisions");
        FolderJournal cut = FolderJournal.of(folder, step -> {
            if (step.equals("rename to a.drl")) {
                throw new PowerCut();
            }
        });
        assertThatThrownBy(() -> change(cut, "second", RevisionStore.in(revisions)))
                .isInstanceOf(PowerCut.class);

        Revision finished = FolderJournal.of(folder).resume().orElseThrow();
        assertThat(RuleSource.read(folder).revision()).isEqualTo(finished.sha());
        assertThat(RevisionStore.in(revisions).current()).contains(finished);
        assertThat(FolderJournal.of(folder).resume()).isEmpty();
        List<FolderJournal.Adopted> told = new ArrayList<>();
        FolderJournal.of(folder).finish(RevisionStore.in(revisions));
        FolderJournal.of(folder).tell(told::add);
        assertThat(told).extracting(FolderJournal.Adopted::revision).containsExactly(finished);
    }

    @Test
    void what_is_being_prepared_is_nobody_elses_to_sweep() throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        Files.writeString(folder.resolve(".parameters.yaml.adopting"), "second");
        assertThat(FolderJournal.of(folder).resume()).isEmpty();
        assertThat(folder.resolve(".parameters.yaml.adopting")).exists();
    }

    @Test
    void a_disk_that_is_full_before_it_counts_leaves_the_folder_as_it_was() throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        Map<String, String> before = read(folder);
        FolderJournal full = FolderJournal.of(folder, step -> {
            if (step.startsWith("force .a.drl")) {
                throw new IOException("No space left on device");
            }
        });
        assertThatThrownBy(() -> change(full, "second", RevisionStore.in(home.resolve("revisions"))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(read(folder)).isEqualTo(before);
    }

    @Test
    void a_disk_that_is_full_for_the_revision_leaves_the_folder_as_it_was_and_nothing_of_the_revision()
            throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        Map<String, String> before = read(folder);
        Path revisions = home.resolve("revisions");
        for (String step : List.of("force revision.json", "write .current")) {
            RevisionStore full = RevisionStore.in(revisions, taken -> {
                if (taken.startsWith(step)) {
                    throw new IOException("No space left on device");
                }
            });
            assertThatThrownBy(() -> change(FolderJournal.of(folder), "second", full))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(read(folder)).isEqualTo(before);
            assertThat(revisions).isEmptyDirectory();
        }
        RevisionStore kept = RevisionStore.in(revisions);
        assertThat(change(FolderJournal.of(folder), "second", kept))
                .isEqualTo(kept.current().orElseThrow());
        FolderJournal.of(folder).tell(adopted -> {});
        assertThat(read(folder)).isEqualTo(new TreeMap<>(texts("second")));
    }

    @Test
    void what_somebody_edits_before_it_is_finished_is_not_taken_for_what_was_tried() throws IOException {
        Path folder = home.resolve("rules");
        layOut(folder);
        RevisionStore kept = RevisionStore.in(home.resolve("revisions"));
        FolderJournal cut = FolderJournal.of(folder, step -> {
            if (step.equals("rename to a.drl")) {
                throw new PowerCut();
            }
        });
        assertThatThrownBy(() -> change(cut, "second", kept)).isInstanceOf(PowerCut.class);
        Files.writeString(folder.resolve("vocabulary.yaml"), "by hand");
        assertThat(FolderJournal.of(folder).finish(kept)).isEmpty();
        assertThat(read(folder))
                .containsEntry("signals/a.drl", "rule second")
                .containsEntry("vocabulary.yaml", "by hand");
        assertThat(kept.current()).isEmpty();
        assertThat(FolderJournal.of(folder).finish(kept)).isEmpty();
    }

    @Test
    void killed_a_dozen_times_it_loses_nothing_that_was_acknowledged() throws Exception {
        Path folder = home.resolve("rules");
        layOut(folder);
        RevisionStore kept = RevisionStore.in(home.resolve("revisions"));
        for (int kill = 0; kill < KILLS; kill++) {
            String acknowledged = changeUntilKilled(folder, home.resolve("revisions"), kill, 3 + kill);
            FolderJournal.of(folder).finish(kept);
            Revision current = kept.current().orElseThrow();
            assertThat(RuleSource.read(folder).revision()).isEqualTo(current.sha());
            assertThat(kept.source(current).texts().get("signals/a.drl"))
                    .isEqualTo("rule " + current.remark().note());
            assertThat(Files.readString(folder.resolve("tests/case.yaml")))
                    .isEqualTo("case " + current.remark().note());
            assertThat(kept.log()).extracting(Revision::sha).contains(acknowledged);
            assertThat(number(current)).isGreaterThanOrEqualTo(number(kept.find(acknowledged)));
        }
    }

    private static int number(Revision revision) {
        return Integer.parseInt(revision.remark().note());
    }

    /** The last revision that was acknowledged. */
    private static String changeUntilKilled(Path folder, Path revisions, int kill, int lines) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderJournalTest.class.getName(),
                        folder.toString(),
                        revisions.toString(),
                        Integer.toString(1000 * kill))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = null;
        try (BufferedReader out = process.inputReader()) {
            for (int line = 0; line < lines; line++) {
                last = out.readLine();
            }
            process.toHandle().destroyForcibly(); // what it has written can still be read
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line.length() == last.length() ? line : last;
            }
        }
        return last;
    }

    /** Changes a folder until it is killed. */
    public static void main(String[] arguments) {
        RevisionStore kept = RevisionStore.in(Path.of(arguments[1]));
        FolderJournal journal = FolderJournal.of(Path.of(arguments[0]));
        for (int i = Integer.parseInt(arguments[2]); ; i++) {
            System.out.println(change(journal, Integer.toString(i), kept).sha());
        }
    }
}
