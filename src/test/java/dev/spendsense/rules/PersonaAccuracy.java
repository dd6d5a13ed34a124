package dev.spendsense.rules;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how well the shipped rules find what was planted, pooled over seeds of 1,000 users each, every seed with another
 * last day. A program, not a test: {@code PersonaAccuracy [parameter=value ...] SEED ...}. Development seeds are 1 to 20.
 */
final class PersonaAccuracy {

    private static final int USERS = 1_000;
    private static final LocalDate FIRST_END = LocalDate.of(2026, 7, 1);
    private static final int ENDS = 30;
    private static final int DISTINCT_BEHAVIORS = 3;
    private static final int BINS = 10;

    private final RuleBase rules;
    private final SortedMap<String, SortedMap<String, Integer>> confusion = new TreeMap<>();
    private final SortedMap<String, Integer> detected = new TreeMap<>();
    private final SortedMap<String, Integer> advised = new TreeMap<>();
    private final SortedMap<String, Integer> secondary = new TreeMap<>();
    private final Bins assigned = new Bins();
    private final Bins scored = new Bins();
    private int users;
    private int thin;
    private int assignments;
    private int pieces;

    private PersonaAccuracy(RuleBase rules) {
        this.rules = rules;
    }

    public static void main(String[] arguments) {
        Map<String, Double> parameters = List.of(arguments).stream()
                .filter(argument -> argument.contains("="))
                .collect(Collectors.toMap(
                        argument -> argument.substring(0, argument.indexOf('=')),
                        argument -> Double.valueOf(argument.substring(argument.indexOf('=') + 1))));
        RuleBase rules = RuleBase.load(RuleSource.read(Path.of("rules")), CompiledStore.standard());
        PersonaAccuracy accuracy = new PersonaAccuracy(rules.with(parameters));
        List.of(arguments).stream()
                .filter(argument -> !argument.contains("="))
                .forEach(seed -> accuracy.judge(Integer.parseInt(seed)));
        accuracy.print();
    }

    private void judge(int seed) {
        LocalDate end = FIRST_END.plusDays(Math.floorMod(7 * seed, ENDS));
        Simulation simulation = new Simulation(ScenarioReader.read(ScenarioSource.load(
                Path.of("scenarios/full-dataset.yaml"),
                List.of("seed=" + seed, "users=" + USERS, "period.end=" + end))));
        IntStream.range(0, simulation.users()).parallel().forEach(user -> {
            Life life = simulation.live(user);
            count(life.truth().episodes().get(0).profile(), rules.evaluate(life.history()));
        });
    }

    private synchronized void count(String planted, Findings findings) {
        users++;
        String primary =
                findings.primaryPersona().map(PersonaAssignment::persona).orElse(Confusion.NONE);
        confusion.computeIfAbsent(planted, profile -> new TreeMap<>()).merge(primary, 1, Integer::sum);
        findings.personas()
                .forEach(one -> assigned.add(one.confidence(), one.persona().equals(planted)));
        findings.scores()
                .forEach(one -> scored.add(one.confidence(), one.persona().equals(planted)));
        findings.personas().stream()
                .skip(1)
                .forEach(one -> secondary.merge(primary + " + " + one.persona(), 1, Integer::sum));
        List<Signal> seen = findings.signals().stream().filter(Signal::detected).toList();
        thin += seen.stream().map(Signal::type).distinct().count() < DISTINCT_BEHAVIORS ? 1 : 0;
        seen.forEach(signal -> detected.merge(signal.type() + " " + signal.windowDays(), 1, Integer::sum));
        assignments += findings.personas().size();
        pieces += findings.recommendations().size();
        findings.recommendations().forEach(piece -> advised.merge(piece.code(), 1, Integer::sum));
    }

    private void print() {
        Confusion found = new Confusion(confusion);
        confusion.forEach((planted, row) -> System.out.printf("%-20s %s%n", planted, row));
        found.scores()
                .forEach(score -> System.out.printf(
                        "%-20s precision %.3f recall %.3f F1 %.3f%n",
                        score.persona(), score.precision(), score.recall(), score.f1()));
        System.out.printf("macro-F1 %.4f over %,d users%n", found.macroF1(), users);
        System.out.println("assigned personas, by confidence:");
        assigned.print();
        System.out.println("all scores, by confidence:");
        scored.print();
        System.out.println("further personas: " + secondary);
        System.out.printf("users with too few behaviors: %d%n", thin);
        System.out.println("detected, for each 95 users: " + perScenario(detected));
        System.out.println("advised, for each 95 users: " + perScenario(advised));
        TreeSet<String> unused =
                new TreeSet<>(rules.definitions().content().items().keySet());
        unused.removeAll(advised.keySet());
        System.out.println("advice that nobody gets: " + unused);
        System.out.printf(
                "for each 95 users: %.0f detected, %.0f assignments, %.0f pieces of advice%n",
                each95(detected.values().stream().mapToInt(Integer::intValue).sum()),
                each95(assignments),
                each95(pieces));
    }

    private Map<String, Double> perScenario(SortedMap<String, Integer> counts) {
        SortedMap<String, Double> shares = new TreeMap<>();
        counts.forEach((name, count) -> shares.put(name, Math.round(each95(count) * 10) / 10.0));
        return shares;
    }

    private double each95(int count) {
        return count * 95.0 / users;
    }

    /** Confidence against how often it was right. */
    private static final class Bins {
        private final double[] confidence = new double[BINS];
        private final int[] right = new int[BINS];
        private final int[] all = new int[BINS];

        void add(double probability, boolean holds) {
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            confidence[bin] += probability;
            right[bin] += holds ? 1 : 0;
            all[bin]++;
        }

        void print() {
            double error = 0;
            int total = IntStream.of(all).sum();
            for (int bin = 0; bin < BINS; bin++) {
                if (all[bin] > 0) {
                    error += Math.abs(confidence[bin] - right[bin]) / total;
                    System.out.printf(
                            "  %.1f to %.1f: %6d, mean confidence %.3f, right %.3f%n",
                            bin / (double) BINS,
                            (bin + 1) / (double) BINS,
                            all[bin],
                            confidence[bin] / all[bin],
                            right[bin] / (double) all[bin]);
                }
            }
            System.out.printf("  expected calibration error %.4f%n", error);
        }
    }
}
