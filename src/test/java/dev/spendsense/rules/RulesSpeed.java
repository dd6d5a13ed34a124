package dev.spendsense.rules;

import com.sun.management.ThreadMXBean;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Prints how fast the shipped rules load and judge, and how often they find what was planted. A program, not a test:
 * {@code RulesSpeed [SEED] [FOLDER] [ROUNDS]}.
 */
final class RulesSpeed {

    /** Counts the processor time of one thread alone, so that a busy machine matters less. */
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private RulesSpeed() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        RuleBase rules = RuleBase.load(
                RuleSource.read(Path.of(arguments.length > 1 ? arguments[1] : "rules")), CompiledStore.standard());
        System.out.printf("rules loaded in %,d ms%n", since(start) / 1_000_000);
        List<Life> lives = lives(arguments);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        measure("a user", rounds, lives, life -> rules.evaluate(life.history()));
        measure("of these to lay out the history", rounds, lives, life -> rules.behavior(life.history()));
        measure(
                "of these for an empty session",
                rounds,
                lives,
                life -> rules.sessions().giveBack(rules.sessions().take()));
        report(rules, lives);
    }

    /** The best round counts: all others were disturbed by something. */
    private static void measure(String what, int rounds, List<Life> lives, Consumer<Life> work) {
        long best = Long.MAX_VALUE;
        long allocated = 0;
        for (int round = 0; round < rounds; round++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            long before = THREAD.getCurrentThreadAllocatedBytes();
            lives.forEach(work);
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - begin);
            allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        }
        System.out.printf("%,4d us, %,4d KB %s%n", best / 1_000 / lives.size(), allocated / 1_024 / lives.size(), what);
    }

    private static List<Life> lives(String[] arguments) {
        List<String> overrides = new ArrayList<>();
        if (arguments.length > 0) {
            overrides.add("seed=" + arguments[0]);
        }
        Simulation simulation = new Simulation(
                ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), overrides)));
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < simulation.users(); i++) {
            lives.add(simulation.live(i));
        }
        return lives;
    }

    private static void report(RuleBase rules, List<Life> lives) {
        Map<String, Map<String, Integer>> matrix = new TreeMap<>();
        Map<String, Integer> detected = new TreeMap<>();
        Map<String, Integer> advised = new TreeMap<>();
        int assignments = 0;
        int recommendations = 0;
        for (Life life : lives) {
            Findings findings = rules.evaluate(life.history());
            String planted = life.truth().episodes().get(0).profile();
            PersonaAssignment first = findings.primaryPersona().orElseThrow();
            matrix.computeIfAbsent(planted, p -> new TreeMap<>()).merge(first.persona(), 1, Integer::sum);
            for (Signal signal : findings.signals()) {
                if (signal.detected()) {
                    detected.merge(signal.type() + " " + signal.windowDays(), 1, Integer::sum);
                }
            }
            assignments += findings.personas().size();
            recommendations += findings.recommendations().size();
            findings.recommendations().forEach(r -> advised.merge(r.code(), 1, Integer::sum));
            if (!first.persona().equals(planted)) {
                System.out.println(planted + " taken for " + first + "  " + findings.scores());
            }
        }
        matrix.forEach((planted, found) -> System.out.printf("%-20s %s%n", planted, found));
        detected.forEach((signal, users) -> System.out.printf("  %-32s %d%n", signal, users));
        System.out.printf(
                "%d detected signals, %d assignments, %d recommendations%n%s%n",
                detected.values().stream().mapToInt(Integer::intValue).sum(), assignments, recommendations, advised);
    }

    private static long since(long start) {
        return System.nanoTime() - start;
    }
}
