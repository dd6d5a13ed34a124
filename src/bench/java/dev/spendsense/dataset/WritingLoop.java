package dev.spendsense.dataset;

import dev.spendsense.bench.People;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The writer: what it takes to put the rows of a block of users, whom nobody has judged, into pages of a new dataset. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class WritingLoop {

    private final UserBlock block = new UserBlock();
    private RunOrigin origin;
    private Path folder;
    private DatasetWriter writer;

    @Setup
    public void someBlock(People people) throws IOException {
        block.restart(0);
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (int user = 0; user < UserBlock.USERS; user++) {
            Life life = people.next();
            block.add(life.history(), life.truth());
            from = life.history().from().isBefore(from) ? life.history().from() : from;
            to = life.history().asOf().isAfter(to) ? life.history().asOf() : to;
        }
        origin = new RunOrigin(new ScenarioText("loop", Map.of(), List.of()), 1, from, to, "loop");
        folder = Files.createTempDirectory("spendsense-loop");
    }

    @Setup(Level.Invocation)
    public void newDataset() {
        writer = DatasetWriter.create(folder.resolve("loop.db"), true, origin);
    }

    @Benchmark
    public int write() {
        writer.write(block);
        return block.transactions();
    }

    @TearDown(Level.Invocation)
    public void discard() {
        writer.close();
    }

    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(WriteClaim.file(folder.resolve("loop.db")));
        Files.delete(folder);
    }
}
