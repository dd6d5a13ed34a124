package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.text.NearestName;
import dev.spendsense.workbench.cases.CaseResult;
import dev.spendsense.workbench.cases.Cases;
import dev.spendsense.workbench.cases.JunitReport;
import dev.spendsense.workbench.cases.TestReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules test}: judges the cases beside the rules. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Judges every case in tests/ of a rule folder and says what is not as expected, with the figures "
                    + "(exit code 1 when anything is not)."
        })
final class RulesTestCommand implements Callable<Integer> {

    private static final double NANOS_A_SECOND = 1e9;

    @Mixin
    private RuleFolderArgument folder;

    @Option(names = "--only", paramLabel = "NAME", description = "Judge only cases whose name contains this.")
    private String only;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report for CI servers as well.")
    private Path junit;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleBase rules = folder.load();
        Cases cases = chosen(folder.cases(rules));
        long start = System.nanoTime();
        TestReport report = cases.run(RuleFolderArgument.scenarios());
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        if (junit != null) {
            write(report, seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(TestJson.of(report), out);
        } else {
            CasesScreen.lines(report.results()).forEach(out::println);
        }
        return report.passed() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private Cases chosen(Cases all) {
        if (all.names().isEmpty()) {
            throw new WrongInput(
                    "there are no cases in " + folder.folder().path().resolve(Cases.FOLDER));
        }
        if (only == null) {
            return all;
        }
        Cases chosen = all.named(only);
        if (chosen.names().isEmpty()) {
            throw new WrongInput("no case is called " + only
                    + NearestName.of(only, all.names())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        return chosen;
    }

    private void write(TestReport report, double seconds) {
        StringWriter text = new StringWriter();
        JunitReport.write(report, seconds, text);
        try {
            Files.writeString(junit, text.toString());
        } catch (IOException e) {
            throw new WrongInput("the report cannot be written to " + junit + ": " + e.getMessage());
        }
    }

    /** The outcome as scripts read it. */
    private record TestJson(int cases, int failed, List<CaseJson> results) {

        static TestJson of(TestReport report) {
            return new TestJson(
                    report.results().size(),
                    report.failed().size(),
                    report.results().stream().map(CaseJson::of).toList());
        }
    }

    private record CaseJson(String name, String file, int line, boolean passed, List<String> failures) {

        static CaseJson of(CaseResult result) {
            return new CaseJson(result.name(), result.file(), result.line(), result.passed(), result.failures());
        }
    }
}
