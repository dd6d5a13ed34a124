package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.json.ValidationJson;
import dev.spendsense.report.Compliance;
import dev.spendsense.report.Conclusions;
import dev.spendsense.report.Thresholds;
import dev.spendsense.run.Provenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate [DATASET]}: whether a dataset is complete and says nothing untrue. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a dataset: ten figures against their thresholds, every rationale against the ledger, and what was "
                    + "planted against what was found (exit code 1 when a check fails)."
        })
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..1",
            description = "The dataset to check (default: data/spendsense.db).")
    private Path file = DatasetOption.DEFAULT;

    @Option(
            names = "--guide",
            description = "Use the thresholds of the guide to the full dataset in place of the scenario's own.")
    private boolean guide;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Dataset dataset = Dataset.open(file)) {
            Thresholds thresholds = guide
                    ? Thresholds.GUIDE
                    : Thresholds.of(Provenance.of(dataset).scenario().checks());
            Compliance compliance = Compliance.of(dataset, thresholds);
            Optional<Conclusions> conclusions = Conclusions.of(dataset);
            if (json) {
                Json.print(ValidationJson.of(file, compliance, conclusions), out);
            } else {
                new ValidationReport(file, dataset.run(), compliance, conclusions)
                        .lines()
                        .forEach(out::println);
            }
            return compliance.passed() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
    }
}
