package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.trial.LastDays;
import dev.spendsense.workbench.trial.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which populations are simulated for a report alone. */
final class TrialOptions {

    private static final String DEFAULT_SCENARIO = "full-dataset";
    private static final int DEFAULT_USERS = 1_000;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = {
                "Report on populations of these seeds, as in 21,22,23, which are simulated for the report and not kept, "
                        + "in place of datasets. Development seeds are refused."
            })
    private List<Long> seeds = List.of();

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = "With --seeds: a scenario file, or the name of one (default: " + DEFAULT_SCENARIO + ").")
    private String scenario;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "With --seeds: how many users each has (default: " + DEFAULT_USERS + ").")
    private Integer users;

    @Option(
            names = "--ends",
            split = ",",
            paramLabel = "DATE",
            description = {
                "With --seeds: their last days, one for each (default: the scenario's own, then each " + LastDays.APART
                        + " days before the one before it, beginning anew after five)."
            })
    private List<String> ends = List.of();

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "With --seeds: how often the rules look, as in 7d (default: as the scenario says).")
    private String every;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "With --seeds: the folder of rules that judge them (default: rules/).")
    private Path rules;

    @Option(names = "--allow-development", description = "With --seeds: do not refuse development seeds.")
    private boolean allowDevelopment;

    /** Whether there is anything to simulate. */
    boolean given() {
        if (seeds.isEmpty()
                && (scenario != null
                        || users != null
                        || !ends.isEmpty()
                        || every != null
                        || rules != null
                        || allowDevelopment)) {
            throw new WrongInput("--scenario, --users, --ends, --every, --rules and --allow-development: expected with "
                    + "--seeds only");
        }
        return !seeds.isEmpty();
    }

    /** The seeds that rules may be tuned on, of the nearest folder of scenarios that lists any. */
    static DevelopmentSeeds development() {
        List<Path> folders = ScenarioChoice.here().folders();
        return DevelopmentSeeds.read(folders.stream()
                .filter(folder ->
                        folder.resolve(DevelopmentSeeds.PLACE).toFile().isFile())
                .findFirst()
                .orElse(folders.get(folders.size() - 1)));
    }

    /**
     * Simulates the populations.
     *
     * @param threads how many simulate
     * @param err is told what is being done
     */
    void run(Trial trial, int threads, PrintWriter err) {
        refuseDevelopmentSeeds();
        RulesUnderWay underWay = RulesUnderWay.load(rules != null ? new RuleFolder(rules) : RuleFolder.usual());
        List<ScenarioSource> populations = populations();
        RuleBase judges = underWay.await(() -> err.println("loading the rules; changed ones are compiled, once"))
                .orElseThrow();
        for (ScenarioSource population : populations) {
            err.println(population.name() + ": " + String.join(", ", population.overrides()));
            try (ProgressDisplay progress = ProgressDisplay.on(err)) {
                trial.add(population, judges, Version.number(), threads, progress);
            }
        }
    }

    private void refuseDevelopmentSeeds() {
        Set<Long> distinct = new HashSet<>();
        seeds.stream().filter(seed -> !distinct.add(seed)).findFirst().ifPresent(seed -> {
            throw new WrongInput("--seeds: " + seed + " twice; expected each seed once");
        });
        if (allowDevelopment) {
            return;
        }
        Set<Long> development = new HashSet<>(development().seeds());
        List<Long> tuned = seeds.stream().filter(development::contains).toList();
        if (!tuned.isEmpty()) {
            throw new WrongInput("--seeds: "
                    + tuned.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (tuned.size() == 1 ? " is a development seed" : " are development seeds")
                    + " (" + DevelopmentSeeds.PLACE
                    + "); figures on seeds that rules were tuned on flatter. Expected others, "
                    + "or --allow-development");
        }
    }

    private List<ScenarioSource> populations() {
        if (!ends.isEmpty() && ends.size() != seeds.size()) {
            throw new WrongInput(
                    "--ends: " + ends.size() + " dates; expected one for each of the " + seeds.size() + " seeds");
        }
        ScenarioChoice choice = ScenarioChoice.here();
        Path file = choice.file(scenario != null ? scenario : DEFAULT_SCENARIO);
        ScenarioSource plain = ScenarioSource.load(file, List.of(choice.shipped()), List.of());
        LocalDate scenarioEnd = ScenarioReader.read(plain).period().end();
        List<ScenarioSource> populations = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            List<String> settings = new ArrayList<>(List.of(
                    "seed=" + seeds.get(i),
                    "users=" + (users != null ? users : DEFAULT_USERS),
                    "period.end=" + (ends.isEmpty() ? LastDays.of(scenarioEnd, i) : day(ends.get(i)))));
            if (every != null) {
                settings.add("evaluate.every=" + every);
            }
            populations.add(ScenarioSource.load(file, List.of(choice.shipped()), settings));
        }
        return populations;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WrongInput("--ends: " + text + "; expected a date, written like 2026-07-15");
        }
    }
}
