package dev.spendsense.queue;

import static dev.spendsense.queue.Fixture.ADMIN;
import static dev.spendsense.queue.Fixture.end;
import static dev.spendsense.queue.Fixture.into;
import static dev.spendsense.queue.Fixture.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.Refusal;
import dev.spendsense.review.Review;
import dev.spendsense.review.ReviewTerms;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server's log says of runs, and what becomes of the log of a dataset that is removed. */
class RunLogTest {

    private static final Actor OPERATOR = new Actor("olga", "operator");

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(folder);
    }

    @Test
    void every_run_is_written_down_once_with_who_asked_for_it() throws IOException {
        Run first;
        try (RunQueue queue = fixture.open()) {
            first = end(queue, queue.submit(small()).run());
            end(queue, queue.submit(small("7")).run());
        }
        fixture.open().close();
        assertThat(actions()).containsExactly(Action.RUN_STARTED, Action.RUN_STARTED);
        Entry entry = entries().get(0);
        assertThat(entry.actor().name()).isEqualTo("tester");
        assertThat(entry.detail().orElseThrow().target()).isEqualTo(first.id());

        deleteLog();
        fixture.open().close();
        assertThat(actions()).containsExactly(Action.RUN_STARTED, Action.RUN_STARTED);
        assertThat(log(AuditLog::head).sequence()).isEqualTo(2);
    }

    @Test
    void the_log_of_a_dataset_outlives_it_and_the_next_of_the_name_begins_anew() {
        try (RunQueue queue = fixture.open()) {
            Run run = end(queue, queue.submit(into(small(), "bank", false)).run());
            try (Review open = review()) {
                String user = consenting();
                open.setConsent(OPERATOR, user, false, "called");
                queue.delete(run.id(), true, ADMIN);

                assertThatThrownBy(() -> open.setConsent(OPERATOR, user, true, "too late"))
                        .isInstanceOf(Refusal.class);
            }
            assertThat(fixture.files()).containsExactly("deleted");
            Entry deleted = entries().get(1);
            assertThat(actions()).containsExactly(Action.RUN_STARTED, Action.DATASET_DELETED, Action.RUN_DELETED);
            assertThat(deleted.actor()).isEqualTo(ADMIN);
            assertThat(deleted.detail().orElseThrow().target()).isEqualTo("bank");
            Head end = Head.parse(deleted.detail().orElseThrow().after()).orElseThrow();
            assertThat(end.sequence()).isEqualTo(3);
            try (AuditLog kept = AuditLog.open(keptFile(deleted), fixture.clock())) {
                assertThat(kept.verify(Optional.of(end)).holds()).isTrue();
                assertThat(kept.head()).isEqualTo(end);
            }

            end(queue, queue.submit(into(small("7"), "bank", false)).run());
            try (Review review = review()) {
                assertThat(review.entryCount(EntryFilter.ALL)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_deletion_that_is_written_down_is_done_by_the_next_process() {
        Run run;
        try (RunQueue queue = fixture.open()) {
            run = end(queue, queue.submit(into(small(), "bank", false)).run());
        }
        review().close();
        try (RunLog log = RunLog.open(folder, fixture.clock())) {
            log.deleted(ADMIN, run, true);
        }
        try (RunQueue queue = fixture.open()) {
            assertThat(queue.find(run.id())).isEmpty();
            assertThat(fixture.files()).containsExactly("deleted");
        }
        assertThat(actions()).containsExactly(Action.RUN_STARTED, Action.DATASET_DELETED, Action.RUN_DELETED);
    }

    @Test
    void what_is_called_off_leaves_a_dataset_that_people_go_on_with() {
        Run run;
        try (RunQueue queue = fixture.open()) {
            run = end(queue, queue.submit(into(small(), "bank", false)).run());
        }
        String user = consenting();
        try (Review open = review();
                RunLog log = RunLog.open(folder, fixture.clock())) {
            log.kept(run).end(ADMIN, "perhaps");
            assertThatThrownBy(() -> open.setConsent(OPERATOR, user, false, "")).isInstanceOf(Refusal.class);
        }
        try (Review again = review()) {
            assertThat(again.setConsent(OPERATOR, user, false, "")).isPresent();
            assertThat(again.verify(Optional.empty()).holds()).isTrue();
        }
    }

    private Path dataset() {
        return folder.resolve("bank.db");
    }

    private Review review() {
        return Review.open(dataset(), ReviewTerms.read(Path.of("rules")), fixture.clock());
    }

    private String consenting() {
        try (Dataset dataset = Dataset.open(dataset())) {
            return dataset.userIds().stream()
                    .filter(id -> dataset.customer(id).consent())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path keptFile(Entry deleted) {
        String note = deleted.detail().orElseThrow().note();
        Path file = folder.resolve(note.substring(note.lastIndexOf(' ') + 1));
        assertThat(file).exists();
        return file;
    }

    private <T> T log(Function<AuditLog, T> question) {
        try (AuditLog log = AuditLog.ofServer(folder, fixture.clock())) {
            assertThat(log.verify(Optional.empty()).holds()).isTrue();
            return question.apply(log);
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        log(log -> {
            log.export(EntryFilter.ALL, entries::add);
            return entries;
        });
        Collections.reverse(entries);
        return entries;
    }

    private List<Action> actions() {
        return entries().stream().map(Entry::action).toList();
    }

    private void deleteLog() throws IOException {
        for (String journal : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("server.ops.db" + journal));
        }
    }
}
