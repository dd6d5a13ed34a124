package dev.spendsense.rules;

import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bench.People;
import dev.spendsense.findings.Findings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The rules: what one user takes, and how much of it goes into laying out the history. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class JudgingLoop {

    @Benchmark
    public Findings judge(People people) {
        return people.rules().evaluate(people.next().history());
    }

    @Benchmark
    public Behavior layOutTheHistory(People people) {
        return people.rules().behavior(people.next().history());
    }
}
