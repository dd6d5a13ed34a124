package dev.spendsense.queue;

import static dev.spendsense.queue.Fixture.ENDLESS;
import static dev.spendsense.queue.Fixture.end;
import static dev.spendsense.queue.Fixture.into;
import static dev.spendsense.queue.Fixture.keyed;
import static dev.spendsense.queue.Fixture.sent;
import static dev.spendsense.queue.Fixture.small;
import static dev.spendsense.queue.Fixture.until;
import static dev.spendsense.queue.Fixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.queue.RefusedRun.Reason;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.InvalidScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunQueueTest {

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(folder);
    }

    @Test
    void a_run_goes_its_way_and_its_dataset_appears() {
        RuleBase rules = RuleBase.load(Path.of("rules"));
        try (RunQueue queue = fixture.judgedBy(() -> Optional.of(rules)).open()) {
            Run asked = queue.submit(small("40")).run();
            assertThat(asked.status()).isEqualTo(RunStatus.QUEUED);
            assertThat(asked.order().users()).isEqualTo(41);

            List<Run> heard = until(queue, asked.id(), run -> run.status().ended());

            assertThat(heard).extracting(Run::status).containsSubsequence(RunStatus.RUNNING, RunStatus.COMPLETED);
            assertThat(heard).extracting(Run::sequence).isSorted().doesNotHaveDuplicates();
            Run ended = heard.get(heard.size() - 1);
            assertThat(ended.revision()).contains(rules.revision());
            assertThat(ended.progress().orElseThrow().users()).isEqualTo(41);
            assertThat(ended).isEqualTo(queue.find(asked.id()).orElseThrow());
            try (Dataset dataset = Dataset.open(fixture.file("small.db"))) {
                assertThat(dataset.run().fingerprint().toString())
                        .isEqualTo(ended.result().orElseThrow().fingerprint());
                assertThat(dataset.run().origin().rules().orElseThrow().revision())
                        .isEqualTo(rules.revision());
            }
            assertThat(fixture.files()).containsExactly("small.db");
        }
    }

    @Test
    void overrides_are_those_of_the_command_line() {
        try (RunQueue queue = fixture.open()) {
            RunRequest request = with(small(), Map.of("users", "6", "days", "40", "end", "today", "seed", "12"));
            Run run = end(queue, queue.submit(request).run());
            assertThat(run.order().users()).isEqualTo(6);
            assertThat(run.order().days()).isEqualTo(40);
            assertThat(run.order().seed()).isEqualTo(12);
            assertThat(run.order().overrides()).contains("period.end=2026-07-15", "period.days=40");
        }
    }

    @Test
    void a_scenario_that_is_sent_stands_on_those_of_the_shelf() {
        try (RunQueue queue = fixture.open()) {
            Run run = end(
                    queue,
                    queue.submit(sent("extends: demo.yaml\ndescription: sent\nperiod: {days: 50}\n"))
                            .run());
            assertThat(run.message()).isEmpty();
            assertThat(run.order().users()).isEqualTo(6);
            assertThat(run.order().days()).isEqualTo(50);
            assertThat(fixture.files()).containsExactly("sent.db");
        }
    }

    @Test
    void all_faults_of_a_scenario_are_told_at_once_with_their_lines() {
        try (RunQueue queue = fixture.open()) {
            RunRequest request =
                    with(sent("extends: demo.yaml\nseeed: 4\nconsent_rate: 7\n"), Map.of("period.days", "-3"));
            assertThatExceptionOfType(InvalidScenario.class)
                    .isThrownBy(() -> queue.submit(request))
                    .satisfies(invalid -> assertThat(invalid.faults())
                            .extracting(fault -> fault.file() + ":" + fault.line() + " " + fault.field())
                            .containsExactlyInAnyOrder(
                                    "--set period.days=-3:0 period.days",
                                    "sent.yaml:2 seeed",
                                    "sent.yaml:3 consent_rate"));
            assertThat(queue.list(RunFilter.ALL, Optional.empty(), 10).total()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../demo", "a/b", "de mo", "/etc/passwd", "small.yaml/../small", "dem"})
    void a_name_never_leads_out_of_the_shelf(String name) {
        try (RunQueue queue = fixture.open()) {
            refused(Reason.UNKNOWN_SCENARIO, () -> queue.submit(RunRequest.of(name, "tester")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", "server", "Server", "a.ops", "-a", "x\n"})
    void no_dataset_gets_a_name_that_does_harm(String name) {
        try (RunQueue queue = fixture.open()) {
            refused(Reason.IMPOSSIBLE_NAME, () -> queue.submit(into(small(), name, false)));
        }
    }

    @Test
    void limits_name_the_field_that_is_too_large() {
        try (RunQueue queue =
                fixture.within(new Limits(2, 50, 200, Duration.ofDays(1), 1)).open()) {
            assertThat(refused(Reason.TOO_LARGE, () -> queue.submit(small("50"))))
                    .hasMessage("users: 51; expected at most 50 on this server");
            assertThat(refused(Reason.TOO_LARGE, () -> queue.submit(with(small(), Map.of("days", "201")))))
                    .hasMessage("period.days: 201; expected at most 200 on this server");
        }
    }

    @Test
    void no_more_than_some_wait_and_who_is_refused_learns_when_to_come_again() {
        try (RunQueue queue = fixture.within(new Limits(2, 500_000, 400, Duration.ofDays(1), 1))
                .open()) {
            Run first = queue.submit(small(ENDLESS)).run();
            until(queue, first.id(), run -> run.status() == RunStatus.RUNNING);
            Run second = queue.submit(small()).run();
            assertThat(queue.submit(small()).run().ahead()).isEqualTo(2);

            assertThat(refused(Reason.QUEUE_FULL, () -> queue.submit(small())).retryAfter())
                    .hasValueSatisfying(time -> assertThat(time).isPositive());

            queue.cancel(second.id());
            queue.submit(small());
            queue.cancel(first.id());
            assertThat(end(queue, first).status()).isEqualTo(RunStatus.CANCELLED);
        }
    }

    @Test
    void a_key_makes_a_repeated_request_the_same_until_it_is_forgotten() {
        RunRequest request = keyed(small(), "ann", "key-1");
        Run first;
        try (RunQueue queue = fixture.open()) {
            first = queue.submit(request).run();
            assertThat(queue.submit(request).repeated()).isTrue();
            end(queue, first);
            refused(Reason.KEY_REUSED, () -> queue.submit(keyed(small("9"), "ann", "key-1")));
            assertThat(queue.submit(keyed(small("9"), "bob", "key-1")).repeated())
                    .isFalse();
        }
        try (RunQueue queue = fixture.open()) {
            Submission again = queue.submit(request);
            assertThat(again.repeated()).isTrue();
            assertThat(again.run().id()).isEqualTo(first.id());
            fixture.clock().forward(Duration.ofDays(1));
            assertThat(queue.submit(request).repeated()).isFalse();
        }
    }

    @Test
    void a_dataset_that_is_there_is_replaced_only_by_those_who_say_so() {
        try (RunQueue queue = fixture.open()) {
            Run first = end(queue, queue.submit(into(small(), "bank", false)).run());
            refused(Reason.DATASET_EXISTS, () -> queue.submit(into(small(), "bank", false)));

            Run second = end(queue, queue.submit(into(small("7"), "bank", true)).run());

            assertThat(second.status()).isEqualTo(RunStatus.COMPLETED);
            refused(Reason.DATASET_CHANGED, () -> queue.delete(first.id(), true, Fixture.ADMIN));
            queue.delete(first.id(), false, Fixture.ADMIN);
            assertThat(fixture.files()).containsExactly("bank.db");
            queue.delete(second.id(), true, Fixture.ADMIN);
            assertThat(fixture.files()).isEmpty();
            assertThat(queue.find(second.id())).isEmpty();
        }
    }

    @Test
    void without_a_name_each_run_gets_a_dataset_of_its_own() {
        try (RunQueue queue = fixture.open()) {
            List<Run> runs = List.of(
                    queue.submit(small()).run(),
                    queue.submit(small()).run(),
                    queue.submit(small()).run());
            runs.forEach(run -> end(queue, run));
            assertThat(fixture.files()).containsExactly("small-2.db", "small-3.db", "small.db");
        }
    }

    @Test
    void cancelling_at_any_moment_leaves_nothing_or_a_whole_dataset() {
        try (RunQueue queue = fixture.open()) {
            for (int users = 0; users < 800; users += 50) {
                int enough = users;
                Run run = queue.submit(into(small("700"), "c" + users, false)).run();
                until(
                        queue,
                        run.id(),
                        each -> each.status() == RunStatus.RUNNING
                                        && each.progress().orElseThrow().users() >= enough
                                || each.status().ended());
                if (!queue.find(run.id()).orElseThrow().status().ended()) {
                    try {
                        queue.cancel(run.id());
                    } catch (RefusedRun ended) {
                        assertThat(ended.reason()).isEqualTo(Reason.ENDED);
                    }
                }
                Run ended = end(queue, run);
                assertThat(fixture.file("c" + users + ".db.partial")).doesNotExist();
                if (ended.status() == RunStatus.COMPLETED) {
                    Dataset.open(fixture.file("c" + users + ".db")).close();
                } else {
                    assertThat(ended.status()).isEqualTo(RunStatus.CANCELLED);
                    assertThat(fixture.file("c" + users + ".db")).doesNotExist();
                }
            }
            assertThat(end(queue, queue.submit(small()).run()).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void many_who_ask_at_once_are_served_in_one_order_and_none_twice() throws Exception {
        Limits many = new Limits(100, 1_000, 400, Duration.ofDays(1), 2);
        ExecutorService people = Executors.newFixedThreadPool(20);
        try (RunQueue queue = fixture.within(many).open()) {
            List<Callable<Submission>> asking = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String key = "key " + i / 2;
                asking.add(() -> queue.submit(keyed(small(), "tester", key)));
            }
            Set<String> ids = new HashSet<>();
            int repeated = 0;
            for (Future<Submission> asked : people.invokeAll(asking)) {
                ids.add(asked.get().run().id());
                repeated += asked.get().repeated() ? 1 : 0;
            }
            assertThat(ids).hasSize(50);
            assertThat(repeated).isEqualTo(50);
            for (String id : ids) {
                assertThat(end(queue, queue.find(id).orElseThrow()).message()).isEmpty();
            }
            assertThat(fixture.files()).hasSize(50);
            assertThat(queue.counts()).containsEntry(RunStatus.COMPLETED, 50L);
            List<Run> runs = queue.list(RunFilter.ALL, Optional.empty(), 100).runs();
            assertThat(runs).extracting(Run::id).doesNotHaveDuplicates();
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void a_run_that_fails_says_why_and_the_next_goes_on() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Optional<RuleBase>> rules = () -> {
            switch (asked.incrementAndGet()) {
                case 1 -> throw new OutOfMemoryError("Java heap space");
                case 2 -> throw new NoSuchElementException("no rules have passed their trial yet");
                case 3 -> throw new IllegalStateException("a secret of the program");
                default -> {
                    return Optional.empty();
                }
            }
        };
        try (RunQueue queue = fixture.judgedBy(rules).open()) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Run run = end(queue, queue.submit(small()).run());
                assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                messages.add(run.message().orElseThrow());
            }
            assertThat(messages.get(0)).contains("more memory").contains("MiB");
            assertThat(messages.get(1)).isEqualTo("no rules have passed their trial yet");
            assertThat(messages.get(2)).contains("internal error").doesNotContain("secret");
            assertThat(end(queue, queue.submit(small()).run()).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void a_dataset_that_another_program_made_meanwhile_is_left_alone() throws IOException {
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(into(small("3000"), "bank", false)).run();
            until(queue, run.id(), each -> each.status() == RunStatus.RUNNING);
            Files.writeString(fixture.file("bank.db"), "somebody else's");
            Run ended = end(queue, run);
            assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
            assertThat(ended.message().orElseThrow())
                    .contains("bank.db exists already")
                    .doesNotContain(folder.toString());
            assertThat(fixture.file("bank.db")).hasContent("somebody else's");
        }
    }

    @Test
    void pages_show_every_run_once_whatever_is_added_meanwhile() {
        try (RunQueue queue = fixture.open()) {
            Run running = queue.submit(small(ENDLESS)).run();
            for (int i = 0; i < 7; i++) {
                queue.submit(keyed(small(), "user " + i % 2, "key " + i));
            }
            RunPage page = queue.list(RunFilter.ALL, Optional.empty(), 3);
            List<String> seen =
                    new ArrayList<>(page.runs().stream().map(Run::id).toList());
            queue.submit(small());
            while (page.next().isPresent()) {
                page = queue.list(RunFilter.ALL, page.next(), 3);
                page.runs().forEach(run -> seen.add(run.id()));
            }
            assertThat(seen).containsExactly("r8", "r7", "r6", "r5", "r4", "r3", "r2", "r1");
            RunFilter waitingOfUser1 = new RunFilter(
                    Set.of(RunStatus.QUEUED), Optional.of("small"), Optional.empty(), Optional.of("user 1"));
            assertThat(queue.list(waitingOfUser1, Optional.empty(), 1).total()).isEqualTo(3);
            queue.cancel(running.id());
        }
    }

    @Test
    void what_is_under_way_is_not_deleted_and_what_has_ended_is_not_cancelled() {
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(small(ENDLESS)).run();
            refused(Reason.NOT_ENDED, () -> queue.delete(run.id(), false, Fixture.ADMIN));
            queue.cancel(run.id());
            end(queue, run);
            refused(Reason.ENDED, () -> queue.cancel(run.id()));
            queue.delete(run.id(), true, Fixture.ADMIN);
            refused(Reason.UNKNOWN_RUN, () -> queue.cancel(run.id()));
            refused(Reason.UNKNOWN_RUN, () -> queue.delete("r0", true, Fixture.ADMIN));
            refused(Reason.UNKNOWN_RUN, () -> queue.follow("../r1", 0, () -> {}));
        }
    }

    private static RefusedRun refused(Reason reason, Runnable asking) {
        try {
            asking.run();
        } catch (RefusedRun refused) {
            assertThat(refused.reason()).isEqualTo(reason);
            return refused;
        }
        throw new AssertionError("expected " + reason);
    }
}
