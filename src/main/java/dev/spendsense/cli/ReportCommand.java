package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.report.Report;
import dev.spendsense.report.Target;
import dev.spendsense.report.Target.Outcome;
import dev.spendsense.report.html.ReportPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report [DATASET ...]}: how good the rules are. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the rules concluded against what was planted: accuracy, calibration, time to notice, the worst "
                    + "mistakes, fairness, whether the books are right, and whether users resemble real households. Several datasets are pooled user by user."
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..*",
            description = "The datasets to report on together (default: data/spendsense.db).")
    private List<Path> files = List.of(DatasetOption.DEFAULT);

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Mixin
    private PageOption page = new PageOption();

    @Option(names = "--strict", description = "End with exit code 1 when a target is missed.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        page.check();
        Report report = read();
        page.write(() -> new ReportPage(report).html());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(ReportJson.of(report), out);
        } else {
            new ReportScreen(report).lines().forEach(out::println);
        }
        boolean missed = report.targets().stream().map(Target::outcome).anyMatch(Outcome.FAILED::equals);
        return strict && (missed || !report.realism().passed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private Report read() {
        List<Dataset> datasets = new ArrayList<>();
        try {
            for (Path file : files) {
                Dataset dataset = Dataset.open(file);
                datasets.add(dataset);
                if (dataset.looks().isEmpty()) {
                    throw new WrongInput(file + ": no rules have judged these users, so there is nothing to measure");
                }
            }
            return Report.of(datasets);
        } finally {
            datasets.forEach(Dataset::close);
        }
    }
}
