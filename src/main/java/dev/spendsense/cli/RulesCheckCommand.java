package dev.spendsense.cli;

import dev.spendsense.json.CheckJson;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.workbench.check.CheckReport;
import dev.spendsense.workbench.check.RuleCheck;
import dev.spendsense.workbench.check.SarifLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules check [DIR]}: everything that is wrong with a rule folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Finds everything that is wrong with a folder of rules: every fault in every file at once, with place, rule "
                    + "and remedy (exit code 1 when there are errors)."
        })
final class RulesCheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The rule folder (default: rules in the working directory, else the shipped one).")
    private Path folder;

    @Option(names = "--json", description = "Print the faults as JSON.")
    private boolean json;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Write the faults to a file in SARIF 2.1.0 as well, for editors and code hosts.")
    private Path sarif;

    @Option(names = "--strict", description = "Let warnings fail as well.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path checked = (folder == null ? RuleFolder.usual() : new RuleFolder(folder))
                .settled()
                .path();
        CheckReport report = check(checked);
        if (sarif != null) {
            Json.write(SarifLog.of(report, fromHere(checked), Version.number()), sarif);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(CheckJson.of(checked, report), out);
        } else {
            new CheckScreen(checked, report).lines().forEach(out::println);
        }
        int failing = report.errors() + (strict ? report.warnings() : 0);
        return failing == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static CheckReport check(Path folder) {
        try {
            return RuleCheck.of(folder, CompiledStore.standard());
        } catch (BrokenRules broken) {
            throw new WrongInput(broken.getMessage());
        }
    }

    /** The folder as seen from the working directory; empty when it lies elsewhere. */
    private static String fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString().replace('\\', '/') : "";
    }
}
