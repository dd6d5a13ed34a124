package dev.spendsense.bench;

import dev.spendsense.bench.Result.Program;
import dev.spendsense.bench.Result.Skipped;
import dev.spendsense.run.ProductVersion;
import dev.spendsense.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that is measured. All of it is prepared and warmed up first, one thing after another; then one sample of each
 * is taken in turn, as often as was asked for, so that a busy minute of the machine falls on all alike.
 */
public final class Suite {

    private static final Map<String, Function<Material, Benchmark>> ALL = all();

    private final Material material;
    private final Consumer<String> listener;
    private final List<Running> running = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private Suite(Material material, Consumer<String> listener) {
        this.material = material;
        this.listener = listener;
    }

    /** The time left is foretold in a process in which nothing is warm, so it comes first. */
    private static Map<String, Function<Material, Benchmark>> all() {
        Map<String, Function<Material, Benchmark>> all = new LinkedHashMap<>();
        all.put(TimeLeft.NAME, TimeLeft::new);
        all.put(Living.NAME, Living::new);
        all.put(Posting.NAME, Posting::new);
        all.put(Judging.NAME, Judging::new);
        all.put(Looking.NAME, Looking::new);
        all.put(WritingSqlite.NAME, WritingSqlite::new);
        all.put(WritingParquet.NAME, WritingParquet::new);
        all.put(EndToEnd.NAME, EndToEnd::new);
        all.put(ColdStart.NAME, ColdStart::new);
        return Collections.unmodifiableMap(all);
    }

    /** What can be measured. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** A benchmark and the samples that were taken of it. */
    private record Running(Benchmark benchmark, List<Double> values, List<Double> limits) {

        void sample() {
            values.add(benchmark.measure());
            OptionalDouble limit = benchmark.limit();
            if (limit.isPresent()) {
                limits.add(limit.getAsDouble());
            }
        }

        Measured measured() {
            return Measured.of(benchmark.subject(), values, limits, benchmark.goals(), benchmark.notes());
        }
    }

    /**
     * Measures.
     *
     * @param names some of {@link #names()}
     * @param listener is told what is being done, in a few words
     * @throws IllegalStateException when measuring fails
     */
    public static Result run(Material material, Collection<String> names, Consumer<String> listener) {
        double load = Machine.load();
        Suite suite = new Suite(material, listener);
        ALL.forEach((name, benchmark) -> {
            if (names.contains(name)) {
                suite.prepare(name, benchmark);
            }
        });
        suite.measure();
        Scenario scenario = material.scenario(1);
        return new Result(
                Result.FORMAT,
                new Program(
                        ProductVersion.number(),
                        material.rules().revision(),
                        material.scenarios().apply(List.of()).name(),
                        scenario.seed()),
                material.settings(),
                Machine.here(),
                load,
                Machine.load(),
                suite.running.stream().map(Running::measured).toList(),
                List.copyOf(suite.skipped));
    }

    private void prepare(String name, Function<Material, Benchmark> make) {
        listener.accept("warming up: " + name);
        Benchmark benchmark = make.apply(material);
        try {
            benchmark.prepare();
            running.add(new Running(benchmark, new ArrayList<>(), new ArrayList<>()));
        } catch (NotMeasurable obstacle) {
            skipped.add(new Skipped(name, obstacle.getMessage()));
        }
    }

    private void measure() {
        int usual = material.settings().repetitions();
        for (int round = 0; round < usual; round++) {
            listener.accept("measuring: round " + (round + 1) + " of " + usual);
            for (Running each : running) {
                if (round < each.benchmark().repetitions(usual)) {
                    each.sample();
                }
            }
        }
    }
}
