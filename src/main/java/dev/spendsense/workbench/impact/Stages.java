package dev.spendsense.workbench.impact;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where the time went. The first four are summed over the workers; they and the measuring overlap with nothing else.
 *
 * @param live living the lives, or reading them
 * @param before judging by the rules as they are
 * @param after judging by the changed rules
 * @param explain tracing both for those who changed persona
 * @param measure figures and their intervals
 * @param elapsed all of it, by the clock on the wall
 */
public record Stages(
        Duration live, Duration before, Duration after, Duration explain, Duration measure, Duration elapsed) {

    /** Adds up what several workers spend on one stage. */
    static final class Stage {
        private final AtomicLong nanos = new AtomicLong();

        <T> T time(Supplier<T> work) {
            long start = System.nanoTime();
            try {
                return work.get();
            } finally {
                nanos.addAndGet(System.nanoTime() - start);
            }
        }

        Duration spent() {
            return Duration.ofNanos(nanos.get());
        }
    }
}
