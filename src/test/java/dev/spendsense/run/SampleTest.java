package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private static final ScenarioSource SOURCE = ScenarioSource.load(
            Path.of("scenarios/demo.yaml"),
            List.of(
                    "seed=9",
                    "users=40",
                    "period.days=100",
                    "evaluate.every=30d",
                    "evaluate.from=30d",
                    "consent_rate=0.8"));
    private static final Scenario SCENARIO = ScenarioReader.read(SOURCE);

    @TempDir
    private Path folder;

    private static RuleBase rules;

    @BeforeAll
    static void load() {
        rules = RuleBase.load(Path.of("rules"));
    }

    @Test
    void they_are_the_users_that_a_dataset_would_hold_with_the_same_findings() {
        Path file = folder.resolve("same.db");
        Generation.of(SCENARIO, SOURCE, Optional.of(rules), "test").into(file, false, 2, Progress.NONE);
        List<JudgedLife> passed = passed(2);
        assertThat(passed)
                .extracting(JudgedLife::position)
                .containsExactlyElementsOf(() -> IntStream.range(0, 40).iterator());
        try (Dataset dataset = Dataset.open(file)) {
            List<String> ids = dataset.userIds();
            for (JudgedLife user : passed) {
                String id = user.life().history().customer().id();
                assertThat(id).isEqualTo(ids.get(user.position()));
                assertThat(user.timeline()).isEqualTo(dataset.timeline(id));
                assertThat(user.life().truth()).isEqualTo(dataset.groundTruth(id));
                assertThat(user.last()).isEqualTo(dataset.findings(id));
            }
        }
        assertThat(passed.stream().map(JudgedLife::timeline).map(List::size).distinct())
                .containsExactlyInAnyOrder(0, SCENARIO.looks().size());
    }

    @Test
    void threads_make_no_difference() {
        assertThat(passed(5)).isEqualTo(passed(1));
    }

    @Test
    void looks_can_be_others_than_the_scenario_has() {
        LocalDate end = SCENARIO.period().end();
        List<Integer> looks = new ArrayList<>();
        Sample.of(SCENARIO, rules, List.of(end))
                .forEach(2, user -> user.timeline().size(), looks::add);
        assertThat(looks).contains(1).doesNotContain(2);
    }

    @Test
    void work_is_done_by_workers_and_taken_in_order_by_the_caller() {
        Set<Thread> working = ConcurrentHashMap.newKeySet();
        List<Integer> taken = new ArrayList<>();
        Sample.of(SCENARIO, rules)
                .forEach(
                        3,
                        user -> {
                            working.add(Thread.currentThread());
                            return user.position();
                        },
                        taken::add);
        assertThat(working).doesNotContain(Thread.currentThread());
        assertThat(taken).isSorted().hasSize(40);
    }

    @Test
    void few_users_are_under_way_at_once_however_slowly_they_are_taken() {
        Scenario crowd = ScenarioReader.read(
                ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of("users=300", "period.days=60")));
        AtomicInteger lived = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        Sample.of(crowd, rules, List.of(crowd.period().end()))
                .forEach(
                        1,
                        user -> {
                            lived.incrementAndGet();
                            return user;
                        },
                        user -> {
                            IntStream.range(0, 3)
                                    .forEach(time -> rules.evaluate(user.life().history()));
                            mostAhead.accumulateAndGet(lived.get() - taken.getAndIncrement(), Math::max);
                        });
        assertThat(taken).hasValue(300);
        assertThat(mostAhead.get()).isLessThan(110);
    }

    @Test
    void what_goes_wrong_in_the_work_comes_out() {
        assertThatThrownBy(() -> Sample.of(SCENARIO, rules)
                        .forEach(
                                2,
                                user -> {
                                    throw new IllegalArgumentException("user " + user.position());
                                },
                                nothing -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user 0");
    }

    @Test
    void an_interrupted_thread_takes_no_further_users() {
        List<JudgedLife> taken = new ArrayList<>();
        try {
            assertThatThrownBy(() -> Sample.of(SCENARIO, rules).forEach(1, user -> {
                        taken.add(user);
                        Thread.currentThread().interrupt();
                    }))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(taken).isNotEmpty().hasSizeLessThan(40);
    }

    private static List<JudgedLife> passed(int threads) {
        List<JudgedLife> passed = new ArrayList<>();
        Sample.of(SCENARIO, rules).forEach(threads, passed::add);
        return passed;
    }
}
