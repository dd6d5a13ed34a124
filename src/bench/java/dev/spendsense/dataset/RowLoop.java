package dev.spendsense.dataset;

import dev.spendsense.bench.People;
import dev.spendsense.findings.Findings;
import dev.spendsense.simulation.Life;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Before a user is written: what the fingerprint takes, and all rows laid out, the fingerprints among them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RowLoop {

    private final UserDigest digest = new UserDigest();
    private final UserBlock block = new UserBlock();
    private Life life;
    private List<Findings> timeline;

    @Setup
    public void someone(People people) {
        do {
            life = people.next();
        } while (!life.history().customer().consent());
        timeline = List.of(people.rules().evaluate(life.history()));
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return digest.of(life.history(), life.truth());
    }

    @Benchmark
    public int layOutRows() {
        block.restart(0);
        block.add(life.history(), life.truth(), timeline);
        return block.transactions();
    }
}
