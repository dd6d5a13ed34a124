package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.report.Conclusions;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Continuation;
import dev.spendsense.run.FormerPopulation;
import dev.spendsense.run.Generation;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.options.ScenarioOptions;
import dev.spendsense.scenario.Overrides;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generate [SCENARIO]}: a scenario becomes a dataset. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates the population of a scenario, judges everyone who consents by the rules, and writes all of it to a "
                    + "dataset, one SQLite file."
        })
final class GenerateCommand implements Callable<Integer> {

    /** What a population can be written as. */
    enum Target {
        SQLITE,
        PARQUET,
        CSV,
        JSONL
    }

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            defaultValue = ScenarioShelf.DEFAULT,
            description = "A scenario file, or the name of one in scenarios/ (default: ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The dataset to write (default: data/spendsense.db; data/NAME.db for another scenario).")
    private Path out;

    @Option(
            names = "--end",
            paramLabel = "DATE",
            description = "Last day of the period, as in 2026-06-30; 'today' is resolved now and stored.")
    private String end;

    @Mixin
    private ScenarioOptions asked = new ScenarioOptions();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "The folder of rules that judge the users (default: rules/, here or where the program is). A changed "
                        + "folder is compiled once."
            })
    private Path rules;

    @Option(names = "--no-rules", description = "Judge nobody.")
    private boolean noRules;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads simulate (default: one a processor). Makes no difference to the result.")
    private Integer threads;

    @Option(
            names = {"-f", "--force"},
            description = "Replace a dataset that is there already.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "What to write: sqlite (default), the dataset that all other commands read; or parquet, csv or jsonl, a "
                        + "folder of tables, from which import makes a dataset."
            })
    private Target format = Target.SQLITE;

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--resume",
            description = "Go on with an interrupted run in the folder, after the ranges of users it completed.")
    private boolean resume;

    @Option(
            names = "--continue",
            paramLabel = "DATASET",
            description = {
                "Go on with the population of a dataset, or of a folder of its tables: --users and --days (or --end) are those of the new one, which "
                        + "contains the old users with every row they had. Refused when it would not."
            })
    private Path continued;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check("Generate");
        if (threads != null && threads < 1) {
            throw new WrongInput("--threads: expected at least 1, not " + threads);
        }
        if (noRules && rules != null) {
            throw new WrongInput("--no-rules: expected without --rules");
        }
        if (format == Target.SQLITE && (resume || folder.asked())) {
            throw new WrongInput("--resume and --users-a-file: expected with --format parquet");
        }
        if (resume && force) {
            throw new WrongInput("--resume: expected without --force");
        }
        if (continued == null) {
            return generate(Optional.empty());
        }
        asked.obstacleToGoingOn(end).ifPresent(expected -> {
            throw new WrongInput("--continue: expected " + expected);
        });
        if (out == null
                || out.toAbsolutePath()
                        .normalize()
                        .equals(continued.toAbsolutePath().normalize())) {
            throw new WrongInput("--continue: expected with --out, another file than " + continued);
        }
        try (OldDataset old = OldDataset.open(continued, out)) {
            return generate(Optional.of(old.continuation()));
        }
    }

    private int generate(Optional<Continuation> former) {
        RulesUnderWay underWay = noRules
                ? RulesUnderWay.none()
                : RulesUnderWay.load(rules != null ? new RuleFolder(rules) : RuleFolder.usual());
        long start = System.nanoTime();
        ScenarioSource source = former.isPresent()
                ? continuedSource(former.get().former())
                : load(asked.overrides(new Overrides(LocalDate.now()), end));
        Scenario population = ScenarioReader.read(source);
        Duration reading = since(start);

        start = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        Optional<RuleBase> ruleBase =
                underWay.await(() -> err.println("loading the rules; changed ones are compiled, once"));
        Duration loading = since(start);

        Generation generation = former.isPresent()
                ? former.get().generation(population, source, ruleBase, Version.number())
                : Generation.of(population, source, ruleBase, Version.number());
        GenerationResult result = run(population, source, generation);
        Optional<Conclusions> conclusions = Optional.empty();
        if (ruleBase.isPresent() && format == Target.SQLITE) {
            try (Dataset dataset = Dataset.open(result.dataset())) {
                conclusions = Conclusions.of(dataset);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(GenerationJson.of(population, result, conclusions, reading, loading), out);
        } else {
            String someone =
                    new Simulation(population).live(0).history().customer().id();
            new GenerationReport(population, result, conclusions, reading, loading, someone)
                    .lines()
                    .forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private ScenarioSource load(List<String> overrides) {
        ScenarioChoice choice = ScenarioChoice.here();
        return ScenarioSource.load(choice.file(scenario), List.of(choice.shipped()), overrides);
    }

    /** A scenario that is named has to be the one that the dataset was made from. */
    private ScenarioSource continuedSource(FormerPopulation former) {
        if (spec.commandLine().getParseResult().hasMatchedPositional(0)) {
            former.requireSame(load(List.of()));
        }
        return asked.goingOn(former, end == null ? Optional.empty() : Optional.of(lastDay()));
    }

    private LocalDate lastDay() {
        try {
            return end.equals("today") ? LocalDate.now() : LocalDate.parse(end);
        } catch (DateTimeParseException e) {
            throw new WrongInput("--end: expected a date as 2026-06-30, not " + end);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private GenerationResult run(Scenario population, ScenarioSource source, Generation generation) {
        int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(
                Locale.ROOT,
                "%s: %,d users, %s to %s, on %d threads",
                source.name(),
                population.users(),
                population.period().from(),
                population.period().end(),
                workers));
        Path target = out != null ? out : defaultTarget(source.name());
        try (ProgressDisplay progress = ProgressDisplay.on(err)) {
            if (format == Target.SQLITE) {
                return generation.into(target, force, workers, progress);
            }
            Existing existing = resume ? Existing.CONTINUE : force ? Existing.REPLACE : Existing.REFUSE;
            return generation.into(folder.target(target, Format.valueOf(format.name()), existing), workers, progress);
        }
    }

    private Path defaultTarget(String scenarioName) {
        String ending = format == Target.SQLITE ? ".db" : "." + format.name().toLowerCase(Locale.ROOT);
        return Path.of("data", (scenarioName.equals(ScenarioShelf.DEFAULT) ? "spendsense" : scenarioName) + ending);
    }
}
