package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.fit.Fit;
import dev.spendsense.workbench.impact.Figure;
import dev.spendsense.workbench.sweep.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules fit}: proposes priors and weights. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes priors and weights that fit populations of the development seeds better, as a diff of parameters.yaml, "
                    + "and says what they do to further development seeds. Changes nothing by itself."
        })
final class RulesFitCommand implements Callable<Integer> {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of rules (default: rules/, here or where the program is).")
    private Path rules;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            defaultValue = "full-dataset",
            description = "Whose populations (default: ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many users a seed (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--seeds",
            paramLabel = "SEED",
            split = ",",
            description =
                    "Development seeds, separated by commas; the last quarter is held out (default: all of them).")
    private List<Long> seeds;

    @Option(
            names = "--hold",
            paramLabel = "NUMBER",
            description = "How strongly values are held near those that the rules have (default: ${DEFAULT-VALUE}).")
    private double hold = Fit.HOLD;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the diff to a file, for patch or git apply.")
    private Path file;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (users < 1) {
            throw new WrongInput("--users: expected at least 1, not " + users);
        }
        if (!(hold > 0)) {
            throw new WrongInput("--hold: expected more than 0, not " + hold);
        }
        RuleBase base = (rules != null ? new RuleFolder(rules) : RuleFolder.usual()).load();
        DevelopmentSeeds development = TrialOptions.development();
        Fit fit;
        try {
            fit = Fit.of(
                    base,
                    seeds != null ? seeds : development.seeds(),
                    development,
                    this::population,
                    hold,
                    Runtime.getRuntime().availableProcessors());
        } catch (IllegalArgumentException unfit) {
            throw new WrongInput("--seeds: " + unfit.getMessage());
        }
        write(fit.diff());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(fit, out);
        } else {
            print(fit, out);
        }
        return ExitCode.DONE;
    }

    private Lives population(long seed) {
        ScenarioChoice choice = ScenarioChoice.here();
        return Lives.of(ScenarioReader.read(ScenarioSource.load(
                choice.file(scenario), List.of(choice.shipped()), List.of("users=" + users, "seed=" + seed))));
    }

    private void write(String diff) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, diff.isEmpty() ? "" : diff + "\n");
        } catch (IOException e) {
            throw new WrongInput("--out: " + file + " cannot be written: " + e.getMessage());
        }
    }

    private void print(Fit fit, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%s, %,d users a seed; fitted to seeds %s; tried on %s",
                scenario,
                users,
                words(fit.fittedTo()),
                words(fit.heldOut())));
        out.println(String.format(
                Locale.ROOT,
                "log loss of what was fitted: %.5f → %.5f; %d parameters would change",
                fit.lossBefore(),
                fit.lossAfter(),
                fit.proposals().size()));
        out.println();
        TextTable table = new TextTable("  ", "lrlr");
        fit.proposals()
                .forEach(one -> table.row(one.parameter(), Step.number(one.before()), "→", Step.number(one.after())));
        table.lines().forEach(out::println);
        out.println();
        out.println("On those held out: " + ImpactScreen.summary(fit.impact()));
        TextTable figures = new TextTable("  ", "llll");
        figures.row("Figure", "before", "after", "difference");
        for (Figure figure : fit.impact().figures()) {
            if (figure.difference().isPresent()) {
                figures.row(
                        figure.name(),
                        ImpactScreen.range(figure.before()),
                        ImpactScreen.range(figure.after()),
                        ImpactScreen.difference(figure));
            }
        }
        figures.lines().forEach(out::println);
        out.println();
        if (file != null) {
            out.println("the diff is in " + file);
        } else {
            out.println(fit.diff());
        }
    }

    private static String words(List<Long> seeds) {
        return String.join(", ", seeds.stream().map(String::valueOf).toList());
    }
}
