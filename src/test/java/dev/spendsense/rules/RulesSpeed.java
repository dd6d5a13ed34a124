package dev.spendsense.rules;

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

/**
 * Prints how fast the shipped rules load and judge, and how often they find what was planted. A program, not a test:
 * {@code RulesSpeed [SEED] [USERS FACTOR] [ROUNDS]}.
 */
final class RulesSpeed {

    private RulesSpeed() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        RuleBase rules = RuleBase.load(RuleSource.read(Path.of("rules")), CompiledStore.standard());
        System.out.printf("rules loaded in %,d ms%n", since(start) / 1_000_000);
        List<Life> lives = lives(arguments);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        for (int round = 0; round < rounds; round++) {
            long begin = cpu();
            lives.forEach(life -> rules.evaluate(life.history()));
            if (round % 10 == 9 || round == 0) {
                System.out.printf("%,d us a user%n", (cpu() - begin) / 1_000 / lives.size());
            }
        }
        long begin = cpu();
        for (int round = 0; round < rounds; round++) {
            lives.forEach(life -> rules.behavior(life.history()));
        }
        System.out.printf("of these %,d us to lay out the history%n", (cpu() - begin) / 1_000 / lives.size() / rounds);
        report(rules, lives);
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

    /** Processor time of this thread alone, so that a busy machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long since(long start) {
        return System.nanoTime() - start;
    }
}
