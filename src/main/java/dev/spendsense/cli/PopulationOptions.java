package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** On whom rules are tried: the users of a dataset, or a population that is simulated and forgotten. */
final class PopulationOptions {

    private static final String DEFAULT_SCENARIO = "full-dataset";
    private static final int DEFAULT_USERS = 1_000;

    @Option(
            names = {"--dataset", "--data"},
            paramLabel = "FILE",
            description = "Try the rules on the users of a dataset, in place of a scenario's.")
    private Path dataset;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = {
                "Try the rules on the population of a scenario, a file or a name in scenarios/, which is simulated and "
                        + "not kept (default: " + DEFAULT_SCENARIO + ")."
            })
    private String scenario;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "How many users are simulated (default: " + DEFAULT_USERS + ").")
    private Integer users;

    @Option(names = "--seed", paramLabel = "N", description = "Origin of all randomness, in place of the scenario's.")
    private Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work (default: one a processor). Makes no difference to the result.")
    private Integer threads;

    /** A population in words and in the flesh. */
    record Population(String title, Lives lives) {}

    /** Whether somebody asked for one. */
    boolean chosen() {
        return dataset != null || scenario != null || users != null;
    }

    int threads() {
        if (threads != null && threads < 1) {
            throw new WrongInput("--threads: expected at least 1, not " + threads);
        }
        return threads != null ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** Has something made of the population. */
    <T> T with(Function<Population, T> work) {
        if (dataset == null) {
            return work.apply(simulated());
        }
        if (scenario != null || users != null || seed != null) {
            throw new WrongInput("--dataset: expected without --scenario, --users and --seed");
        }
        try (Dataset open = Dataset.open(dataset)) {
            Lives lives = Lives.of(open);
            return work.apply(new Population(
                    String.format(Locale.ROOT, "%s, %,d users, as of %s", dataset, lives.users(), lives.end()), lives));
        }
    }

    private Population simulated() {
        ScenarioChoice choice = ScenarioChoice.here();
        List<String> settings = new ArrayList<>(List.of("users=" + (users != null ? users : DEFAULT_USERS)));
        if (seed != null) {
            settings.add("seed=" + seed);
        }
        String name = scenario != null ? scenario : DEFAULT_SCENARIO;
        Scenario population =
                ScenarioReader.read(ScenarioSource.load(choice.file(name), List.of(choice.shipped()), settings));
        return new Population(
                String.format(
                        Locale.ROOT,
                        "%s, seed %d, %,d users, as of %s",
                        name,
                        population.seed(),
                        population.users(),
                        population.period().end()),
                Lives.of(population));
    }
}
