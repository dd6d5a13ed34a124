package dev.spendsense.web.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spendsense.web.rules.trial.TrialEnded.Reason;
import dev.spendsense.web.rules.trial.TrialOrder.Kind;
import dev.spendsense.web.rules.trial.TrialOrder.People;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that tries rules: whatever happens to it, the next order is answered. */
class TrialProcessTest {

    private static final TrialLimits ENOUGH = new TrialLimits("256m", Duration.ofMinutes(2));

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private static TrialOrder order(Kind kind, Map<String, String> files, People people) {
        return new TrialOrder(
                kind,
                Path.of("rules").toAbsolutePath().toString(),
                List.of(Path.of("scenarios").toAbsolutePath().toString()),
                files,
                List.of(),
                people,
                List.of(),
                null,
                null);
    }

    private static TrialOrder check(Map<String, String> files) {
        return order(Kind.CHECK, files, null);
    }

    private static TrialOrder impact(int users) {
        return order(Kind.IMPACT, Map.of(), new People("demo", null, List.of(), "demo", List.of("users=" + users)));
    }

    private static Reason ended(TrialProcess process, TrialOrder order) {
        return catchThrowableOfType(TrialEnded.class, () -> process.ask(order, progress -> {}))
                .reason();
    }

    @Test
    void one_process_answers_many_orders_and_outlives_what_is_killed() throws TrialEnded {
        AtomicInteger told = new AtomicInteger();
        try (TrialProcess process = new TrialProcess(ENOUGH, clock)) {
            assertThat(process.ask(check(Map.of()), progress -> {})
                            .at("/check/errors")
                            .asInt(-1))
                    .isZero();
            assertThat(process.ask(check(Map.of("signals/x.drl", "package signals\nrule")), progress -> {})
                            .at("/check/errors")
                            .asInt())
                    .isPositive();
            assertThat(process.ask(impact(6), progress -> told.incrementAndGet())
                            .at("/result/impact/users")
                            .asInt())
                    .isEqualTo(6);
            assertThat(told).hasValueGreaterThan(6);
            assertThat(ended(
                            process,
                            order(Kind.IMPACT, Map.of(), new People("", null, List.of(), "demo", List.of("users=no")))))
                    .isEqualTo(Reason.REFUSED);
            AtomicInteger lives = new AtomicInteger();
            assertThat(catchThrowableOfType(
                                    TrialEnded.class,
                                    () -> process.ask(impact(500), progress -> {
                                        if (lives.incrementAndGet() == 1) {
                                            process.kill();
                                        }
                                    }))
                            .reason())
                    .isEqualTo(Reason.CANCELLED);
            assertThat(process.ask(check(Map.of()), progress -> {})
                            .at("/check/errors")
                            .asInt(-1))
                    .isZero();
        }
    }

    @Test
    void what_takes_too_long_is_ended() {
        try (TrialProcess process = new TrialProcess(new TrialLimits("256m", Duration.ofMillis(1)), clock)) {
            assertThat(ended(process, impact(500))).isEqualTo(Reason.DEADLINE);
            assertThat(ended(process, impact(500))).isEqualTo(Reason.DEADLINE);
        }
    }

    @Test
    void what_takes_too_much_memory_is_ended() {
        try (TrialProcess process = new TrialProcess(new TrialLimits("24m", Duration.ofMinutes(2)), clock)) {
            assertThat(ended(process, impact(2000))).isEqualTo(Reason.MEMORY);
        }
    }
}
