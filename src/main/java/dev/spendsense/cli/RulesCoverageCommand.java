package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.cases.RuleCoverage;
import dev.spendsense.workbench.cases.TestReport;
import dev.spendsense.workbench.coverage.PopulationCoverage;
import dev.spendsense.workbench.coverage.RuleUse;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules coverage}: which rules have been tried, and how. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = {
            "Says which rules of a folder never or always come to a conclusion in its test cases, and which are not tried "
                    + "on both sides of their boundary (exit code 1 when there are any of these).",
            "With --dataset, --scenario or --users: which rules never or always come to a conclusion in a population, which "
                    + "do so in the very same users, and without which everybody is told the same."
        })
final class RulesCoverageCommand implements Callable<Integer> {

    @Mixin
    private RuleFolderArgument folder;

    @Option(names = "--tests", description = "Look at the test cases (which is the default).")
    private boolean tests;

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleBase rules = folder.load();
        if (population.chosen()) {
            if (tests) {
                throw new WrongInput("--tests: expected without --dataset, --scenario and --users");
            }
            return population.with(people -> survey(people, rules));
        }
        TestReport report = folder.cases(rules).run(RuleFolderArgument.scenarios());
        RuleCoverage coverage = RuleCoverage.of(rules, report);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(coverage, out);
        } else {
            print(coverage, out);
        }
        return coverage.complete() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private int survey(PopulationOptions.Population people, RuleBase rules) {
        PopulationCoverage coverage = PopulationCoverage.of(people.lives(), rules, population.threads());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(new Surveyed(people.title(), coverage), out);
            return ExitCode.DONE;
        }
        out.println(people.title());
        print("come to a conclusion in nobody", coverage.never(), out);
        print("come to a conclusion in everybody", coverage.always(), out);
        print(
                "come to a conclusion in the very same users",
                coverage.together().stream()
                        .map(group -> String.format(
                                Locale.ROOT, "%,d users: %s", users(coverage, group), String.join(" + ", group)))
                        .toList(),
                out);
        print("without which everybody has the same personas, confidences and advice", coverage.withoutEffect(), out);
        out.println(String.format(
                Locale.ROOT,
                "%d rules, %,d users judged: %d never conclude, %d always, %d groups always together, %d change nothing",
                coverage.rules().size(),
                coverage.judged(),
                coverage.never().size(),
                coverage.always().size(),
                coverage.together().size(),
                coverage.withoutEffect().size()));
        return ExitCode.DONE;
    }

    private static int users(PopulationCoverage coverage, List<String> group) {
        return coverage.rules().stream()
                .filter(use -> use.rule().equals(group.get(0)))
                .findFirst()
                .map(RuleUse::users)
                .orElse(0);
    }

    /** What scripts read. */
    private record Surveyed(String population, PopulationCoverage coverage) {}

    private static void print(RuleCoverage coverage, PrintWriter out) {
        print("never come to a conclusion", coverage.never(), out);
        print("come to a conclusion in every case", coverage.always(), out);
        print("not tried on both sides of their boundary", coverage.withoutBoundary(), out);
        out.println(String.format(
                Locale.ROOT,
                "%d rules, %d cases: %d never conclude, %d always, %d without a case at their boundary",
                coverage.rules(),
                coverage.cases(),
                coverage.never().size(),
                coverage.always().size(),
                coverage.withoutBoundary().size()));
    }

    private static void print(String what, List<String> rules, PrintWriter out) {
        if (!rules.isEmpty()) {
            out.println(what + ":");
            rules.forEach(rule -> out.println("  " + rule));
        }
    }
}
