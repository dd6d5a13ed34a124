package dev.spendsense.workbench.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionStoreTest {

    private static final Instant NOON = Instant.parse("2026-07-15T12:00:00Z");
    private static final Revision.Fitness FIT = new Revision.Fitness(3, 1, 2);
    private static final RuleSource FIRST = source("first");
    private static final RuleSource SECOND = source("second");

    @TempDir
    private Path home;

    private static RuleSource source(String word) {
        return RuleSource.of(Map.of("parameters.yaml", word + " – §\r\n", "signals/deep/a.drl", "rule " + word));
    }

    private RevisionStore store() {
        return RevisionStore.in(home.resolve("revisions"));
    }

    private static Remark remark(int minute, String note) {
        return new Remark(NOON.plus(Duration.ofMinutes(minute)), "ada", note);
    }

    private static Revision keep(RevisionStore store, RuleSource source, int minute) {
        return store.keep(source, store.current().map(Revision::sha), remark(minute, "at " + minute), FIT);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("revisions"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void what_was_kept_is_there_for_another_process_as_a_folder_of_its_own_name() throws IOException {
        Revision kept = store().keep(FIRST, Optional.empty(), remark(0, " why\nnot "), FIT);
        assertThat(kept.sha()).isEqualTo(FIRST.revision());
        assertThat(kept.remark()).isEqualTo(new Remark(NOON, "ada", "why not"));
        assertThat(kept.fitness()).isEqualTo(FIT);
        assertThat(store().current()).contains(kept);
        assertThat(store().source(kept)).isEqualTo(FIRST);
        assertThat(RuleSource.read(home.resolve("revisions").resolve(kept.sha())))
                .isEqualTo(FIRST);
        assertThat(names()).containsExactlyInAnyOrder("current", FIRST.revision());
    }

    @Test
    void the_log_begins_with_what_was_kept_last() {
        Revision first = keep(store(), FIRST, 0);
        Revision second = keep(store(), SECOND, 1);
        assertThat(store().log()).containsExactly(second, first);
        assertThat(second.parent()).contains(first.sha());
        assertThat(first.parent()).isEmpty();
    }

    @Test
    void keeping_again_changes_nothing_but_what_is_current() {
        Revision first = keep(store(), FIRST, 0);
        keep(store(), SECOND, 1);
        assertThat(keep(store(), FIRST, 2)).isEqualTo(first);
        assertThat(store().current()).contains(first);
        assertThat(store().log()).hasSize(2);
    }

    @Test
    void an_empty_store_has_no_current_revision() {
        assertThat(store().current()).isEmpty();
        assertThat(store().log()).isEmpty();
        assertThatThrownBy(() -> store().find("current"))
                .isInstanceOf(NoSuchRevision.class)
                .hasMessageContaining("no revision is kept in");
    }

    /** A machine that goes off leaves no time to clean up, so this is no exception that anybody handles. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whenever_the_power_is_cut_the_old_revision_is_current_or_the_new_one_is() throws IOException {
        int steps = 0;
        int survivedByOld = 0;
        boolean finished = false;
        while (!finished) {
            home = Files.createDirectory(home.resolve("cut-" + steps));
            Revision old = keep(store(), FIRST, 0);
            int last = steps;
            int[] taken = {0};
            RevisionStore failing = RevisionStore.in(home.resolve("revisions"), step -> {
                if (taken[0]++ == last) {
                    throw new PowerCut();
                }
            });
            try {
                keep(failing, SECOND, 1);
                finished = true;
            } catch (PowerCut cut) {
                Revision current = store().current().orElseThrow();
                assertThat(List.of(FIRST, SECOND)).contains(store().source(current));
                survivedByOld += current.equals(old) ? 1 : 0;
            }
            assertThat(store().log())
                    .contains(old)
                    .allSatisfy(revision ->
                            assertThat(store().source(revision).revision()).isEqualTo(revision.sha()));
            assertThat(keep(store(), SECOND, 2).sha()).isEqualTo(SECOND.revision());
            assertThat(store().current().orElseThrow().sha()).isEqualTo(SECOND.revision());
            steps++;
            home = home.getParent();
        }
        assertThat(steps).as("steps").isGreaterThan(15);
        assertThat(survivedByOld).isBetween(steps - 3, steps - 1);
    }

    @Test
    void a_full_disk_leaves_what_was_current() {
        Revision old = keep(store(), FIRST, 0);
        RevisionStore full = RevisionStore.in(home.resolve("revisions"), step -> {
            if (step.startsWith("force a.drl")) {
                throw new IOException("No space left on device");
            }
        });
        assertThatThrownBy(() -> keep(full, SECOND, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be kept in")
                .hasRootCauseMessage("No space left on device");
        assertThat(store().current()).contains(old);
        assertThat(store().log()).containsExactly(old);
    }

    @Test
    void what_a_dead_process_left_behind_is_swept_but_not_what_may_be_alive() throws IOException {
        Path dead = Files.createDirectories(home.resolve("revisions/.dead.1.partial/signals"));
        Files.writeString(dead.resolve("a.drl"), "rule");
        Files.setLastModifiedTime(dead.getParent(), FileTime.from(NOON.minus(Duration.ofHours(2))));
        Path alive = Files.createDirectories(home.resolve("revisions/.alive.2.partial"));
        Files.setLastModifiedTime(alive, FileTime.from(NOON.minus(Duration.ofMinutes(2))));
        keep(store(), FIRST, 0);
        assertThat(names()).contains(".alive.2.partial").doesNotContain(".dead.1.partial");
    }

    @Test
    void several_may_keep_the_same_revision_at_once() {
        List<CompletableFuture<Revision>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(CompletableFuture.supplyAsync(() ->
                    RevisionStore.in(home.resolve("revisions")).keep(FIRST, Optional.empty(), remark(0, ""), FIT)));
        }
        assertThat(all).allSatisfy(each -> assertThat(each.join().sha()).isEqualTo(FIRST.revision()));
        assertThat(store().log()).hasSize(1);
        assertThat(store().source(store().find("current"))).isEqualTo(FIRST);
    }

    @Test
    void a_revision_is_found_by_any_beginning_that_means_one() {
        List<Revision> kept = IntStream.range(0, 20)
                .mapToObj(i -> keep(store(), source("number " + i), i))
                .toList();
        for (Revision each : kept) {
            assertThat(store().find(each.brief())).isEqualTo(each);
            assertThat(store().find(each.sha())).isEqualTo(each);
        }
        for (String wrong : List.of("ffffffff", "abc", "../..", "", kept.get(0).sha() + "0")) {
            assertThatThrownBy(() -> store().find(wrong))
                    .isInstanceOf(NoSuchRevision.class)
                    .hasMessageStartingWith("no revision is called " + wrong + "; there is ");
        }
    }

    @Test
    void a_beginning_that_means_several_is_refused_with_all_of_them() throws IOException {
        String one = "abcd1" + "0".repeat(59);
        String other = "abcd2" + "0".repeat(59);
        Files.createDirectories(home.resolve("revisions").resolve(one));
        Files.createDirectories(home.resolve("revisions").resolve(other));
        assertThatThrownBy(() -> store().find("abcd"))
                .hasMessage("abcd may be several revisions; there is abcd10000000, abcd20000000");
    }

    @Test
    void texts_that_were_changed_afterwards_are_not_taken_for_the_revision() throws IOException {
        Revision kept = keep(store(), FIRST, 0);
        Path file = home.resolve("revisions").resolve(kept.sha()).resolve("parameters.yaml");
        Files.writeString(file, "other");
        assertThatThrownBy(() -> store().source(kept))
                .isInstanceOf(NoSuchRevision.class)
                .hasMessageContaining("revision " + kept.brief() + " is not as it was kept");
        assertThatThrownBy(() -> keep(store(), FIRST, 1)).isInstanceOf(NoSuchRevision.class);
    }

    @Test
    void no_text_is_written_outside_of_its_revision() {
        RuleSource escaping = RuleSource.of(Map.of("signals/../../../escaped.drl", "rule"));
        assertThatThrownBy(() -> keep(store(), escaping, 0)).hasStackTraceContaining("leads out of the rule folder");
        assertThat(home.resolve("escaped.drl")).doesNotExist();
        assertThat(home.resolve("revisions/escaped.drl")).doesNotExist();
    }
}
