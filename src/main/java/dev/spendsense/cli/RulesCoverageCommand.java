package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.cases.RuleCoverage;
import dev.spendsense.workbench.cases.TestReport;
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
                    + "on both sides of their boundary (exit code 1 when there are any of these)."
        })
final class RulesCoverageCommand implements Callable<Integer> {

    @Mixin
    private RuleFolderArgument folder;

    @Option(names = "--tests", description = "Look at the test cases (which is the default).")
    private boolean tests;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleBase rules = folder.load();
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
