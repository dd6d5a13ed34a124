package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.json.ReportJson;
import dev.spendsense.report.Report;
import dev.spendsense.report.ReportedDataset;
import dev.spendsense.report.Target;
import dev.spendsense.report.Target.Outcome;
import dev.spendsense.report.html.ReportPage;
import dev.spendsense.report.study.Study;
import dev.spendsense.workbench.trial.ReferenceFit;
import dev.spendsense.workbench.trial.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report [DATASET ...]} or {@code report --seeds N,...}: how good the rules are. */
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
    private List<Path> files = List.of();

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Option(
            names = "--reference",
            description = {
                "Also hold the rules against a classifier fitted to the same signals of customers of the development "
                        + "seeds."
            })
    private boolean reference;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads simulate (default: one a processor). Makes no difference to the result.")
    private Integer threads;

    @Mixin
    private EngineOption engine = new EngineOption();

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
        engine.check("Report");
        page.check();
        Report report = report();
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

    private Report report() {
        if (threads != null && threads < 1) {
            throw new WrongInput("--threads: expected at least 1, not " + threads);
        }
        if (!trial.given()) {
            return ofDatasets(files.isEmpty() ? List.of(DatasetOption.DEFAULT) : files);
        }
        if (!files.isEmpty()) {
            throw new WrongInput("--seeds: expected without datasets");
        }
        try (Trial populations = new Trial()) {
            trial.run(populations, workers(), spec.commandLine().getErr());
            List<Dataset> datasets = populations.datasets();
            return of(datasets, datasets.stream().map(ReportedDataset::passing).toList());
        }
    }

    private Report ofDatasets(List<Path> files) {
        List<Dataset> datasets = new ArrayList<>();
        try {
            for (Path file : files) {
                Dataset dataset = Dataset.open(file);
                datasets.add(dataset);
                if (dataset.looks().isEmpty()) {
                    throw new WrongInput(file + ": no rules have judged these users, so there is nothing to measure");
                }
            }
            return of(datasets, datasets.stream().map(ReportedDataset::of).toList());
        } finally {
            datasets.forEach(Dataset::close);
        }
    }

    private Report of(List<Dataset> datasets, List<ReportedDataset> described) {
        Optional<ReferenceFit> fit = reference ? Optional.of(fit(datasets)) : Optional.empty();
        Study study = Study.of(datasets);
        return Report.of(described, datasets, study, fit.map(fitted -> fitted.measure(datasets, study)));
    }

    private ReferenceFit fit(List<Dataset> datasets) {
        spec.commandLine().getErr().println("fitting the reference classifier to customers of the development seeds");
        try {
            return ReferenceFit.of(datasets, TrialOptions.development(), ReferenceFit.CUSTOMERS, workers());
        } catch (ReferenceFit.Impossible impossible) {
            throw new WrongInput("--reference: " + impossible.getMessage());
        }
    }

    private int workers() {
        return threads != null ? threads : Runtime.getRuntime().availableProcessors();
    }
}
