package dev.spendsense.workbench.impact;

import com.sun.management.OperatingSystemMXBean;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Prints how long it takes to see what an edit does to a population, again and again in one process. A program, not a test:
 * {@code ImpactSpeed [USERS [REPEATS]]}, 10,000 and 5 unless told otherwise. Every time a rule is edited anew, so that it
 * has to be compiled, and a parameter as well.
 */
final class ImpactSpeed {

    private static final String RULES = "evidence/savings_builder.drl";
    private static final String CONDITION = "windowDays == 180, detected )\n";
    private static final String MORE = "    Reading( type == \"emergency_fund_coverage\", detected ) // edit %d\n";
    private static final String WEIGHT = "weight.growth:\n  {value: ";

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private ImpactSpeed() {}

    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int repeats = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Lives lives = Lives.of(ScenarioReader.read(
                ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of(), List.of("users=" + users))));
        RuleBase before = RuleBase.load(Path.of("rules"));
        long start = System.nanoTime();
        Panel panel = Panel.of(lives, before, THREADS);
        System.gc();
        long kept = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "panel of %,d in %.1f s, %,d MB of heap used%n", users, (System.nanoTime() - start) / 1e9, kept >> 20);
        System.out.println("people  edit       wall s  cpu s  compile  live  before  after  trace  measure  changed");
        for (int repeat = 1; repeat <= repeats; repeat++) {
            RuleSource rule = edited(before, RULES, CONDITION, CONDITION + MORE.formatted(repeat));
            RuleSource parameter = edited(before, Parameters.FILE, WEIGHT + "2.5", WEIGHT + -repeat);
            print("lived   rule     ", rule, after -> Impact.of(lives, before, after, THREADS));
            print("lived   parameter", parameter, after -> Impact.of(lives, before, after, THREADS));
            print("kept    rule     ", rule, after -> panel.with(after, THREADS));
            print("kept    parameter", parameter, after -> panel.with(after, THREADS));
        }
    }

    private static RuleSource edited(RuleBase rules, String file, String text, String other) {
        String old = rules.source().texts().get(file);
        String edited = old.replace(text, other);
        if (edited.equals(old)) {
            throw new IllegalStateException(file + " has no " + text);
        }
        return rules.source().with(file, edited);
    }

    private static void print(String what, RuleSource edited, Function<RuleBase, Impact> judging) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        RuleBase after = what.contains("rule")
                ? RuleBase.load(edited, CompiledStore.none())
                : RuleBase.load(edited, CompiledStore.standard());
        long compiled = System.nanoTime() - start;
        Impact impact = judging.apply(after);
        Stages stages = impact.stages();
        System.out.printf(
                "%s  %6.1f  %5.1f  %7.2f  %4.1f  %6.1f  %5.1f  %5.1f  %7.1f  %7d%n",
                what,
                (System.nanoTime() - start) / 1e9,
                (process.getProcessCpuTime() - cpu) / 1e9,
                compiled / 1e9,
                seconds(stages.live()),
                seconds(stages.before()),
                seconds(stages.after()),
                seconds(stages.explain()),
                seconds(stages.measure()),
                impact.changes().size());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
