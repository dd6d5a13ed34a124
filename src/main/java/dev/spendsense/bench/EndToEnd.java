package dev.spendsense.bench;

import dev.spendsense.dataset.BareInserts;
import dev.spendsense.run.Generation;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Timings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A whole run, as {@code generate} does it in a process that is warm. */
final class EndToEnd implements Benchmark {

    static final String NAME = "end-to-end";

    private final Material material;
    private final Path file;
    private final Path bareFile;
    private final List<Double> off = new ArrayList<>();
    private Generation generation;
    private BareInserts inserts;
    private Timings timings;
    private double busy;

    EndToEnd(Material material) {
        this.material = material;
        this.file = material.file("end-to-end.db");
        this.bareFile = material.file("end-to-end-bare.db");
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "simulating and judging %,d users, writing all tables, syncing; %d threads and one that writes, "
                                + "elapsed time",
                        material.settings().users(),
                        threads()),
                "transactions/s",
                true,
                Optional.of(
                        "a loop on one thread that inserts the transactions alone, without syncing: same columns and "
                                + "options of the file, 100 rows a statement, elapsed time"));
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.shareOfLimit(0.7), Goal.figure(6e5));
    }

    @Override
    public void prepare() {
        generation = material.generation(material.settings().users());
        generate();
        inserts = BareInserts.of(file);
        limit();
        off.clear();
    }

    @Override
    public double measure() {
        double before = Passes.processSeconds();
        long start = System.nanoTime();
        generate();
        double seconds = (System.nanoTime() - start) / 1e9;
        busy = (Passes.processSeconds() - before) / seconds;
        return inserts.rows() / seconds;
    }

    private void generate() {
        Foresight foresight = new Foresight();
        GenerationResult result = generation.into(file, true, threads(), foresight);
        timings = result.timings();
        foresight.percentOff().ifPresent(off::add);
    }

    @Override
    public OptionalDouble limit() {
        try {
            Files.deleteIfExists(bareFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long start = System.nanoTime();
        inserts.into(bareFile);
        return OptionalDouble.of(inserts.rows() * 1e9 / (System.nanoTime() - start));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "the last run kept %.1f processors busy: simulating %s, judging %s, laying out %s, writing %s; the writer "
                        + "waited %s, syncing took %s",
                busy,
                seconds(timings.simulate()),
                seconds(timings.judge()),
                seconds(timings.prepare()),
                seconds(timings.write()),
                seconds(timings.idle()),
                seconds(timings.sync())));
        if (!off.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the time left, told after the first tenth of these warm runs, was off by %.0f%% in the median",
                    Figures.of(off).median()));
        }
        return notes;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
    }
}
