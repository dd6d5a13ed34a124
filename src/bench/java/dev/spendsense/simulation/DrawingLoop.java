package dev.spendsense.simulation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Keyed randomness: what it takes to be given a stream, to set it to a day, and to draw. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrawingLoop {

    private static final int DAYS = 180;
    private static final double MEAN = 3;

    private final Streams streams = new Streams(42, "profile", 7);
    private final RandomStream stream = streams.of(Habit.SHOPPING);
    private int day;

    @Benchmark
    public double keyOfAHabit() {
        return streams.of(Habit.SHOPPING).nextDouble();
    }

    @Benchmark
    public double firstDrawOfADay() {
        return stream.on(nextDay()).nextDouble();
    }

    @Benchmark
    public double nextDraw() {
        return stream.nextDouble();
    }

    @Benchmark
    public int count() {
        return stream.count(MEAN);
    }

    private int nextDay() {
        day = day + 1 == DAYS ? 0 : day + 1;
        return day;
    }
}
