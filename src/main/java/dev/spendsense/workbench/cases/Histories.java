package dev.spendsense.workbench.cases;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Where the histories of cases come from. What was opened is kept, since many cases are about users of one scenario. */
final class Histories implements AutoCloseable {

    private static final String ENDING = ".yaml";

    private final List<Path> scenarios;
    private final Map<String, Scenario> opened = new HashMap<>();
    private final Map<Given, History> lived = new HashMap<>();
    private final Map<String, Dataset> datasets = new HashMap<>();

    /** @param scenarios folders in which bare names of scenarios are looked up, in this order */
    Histories(List<Path> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * The history that a case is about.
     *
     * @throws NoSuchElementException when there is no such user, scenario or dataset, with a message for people
     */
    History of(Case one) {
        if (one.given() instanceof Given.Written written) {
            return Books.keep(written.user(), one.asOf().orElseThrow());
        }
        return lived.computeIfAbsent(
                one.given(),
                given -> given instanceof Given.Simulated simulated
                        ? live(simulated)
                        : read((Given.Stored) given, one.file()));
    }

    private History live(Given.Simulated given) {
        Scenario scenario = opened.computeIfAbsent(
                given.scenario() + " " + given.seed(), key -> scenario(given.scenario(), given.seed()));
        int first = 0;
        for (Profile profile : scenario.population()) {
            if (profile.name().equals(given.profile())) {
                if (given.number() > profile.users()) {
                    throw new NoSuchElementException("number " + given.number() + " of profile " + given.profile()
                            + ": the scenario has " + profile.users());
                }
                return new Simulation(scenario).live(first + given.number() - 1).history();
            }
            first += profile.users();
        }
        List<String> profiles =
                scenario.population().stream().map(Profile::name).toList();
        throw new NoSuchElementException("no profile " + given.profile() + " in scenario " + given.scenario() + "; "
                + NearestName.of(given.profile(), profiles)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known are " + String.join(", ", profiles)));
    }

    private Scenario scenario(String name, long seed) {
        Path file = name.endsWith(ENDING)
                ? Path.of(name)
                : scenarios.stream()
                        .map(folder -> folder.resolve(name + ENDING))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no scenario " + name + " in "
                                + String.join(
                                        ", ",
                                        scenarios.stream().map(Path::toString).toList())));
        try {
            return ScenarioReader.read(ScenarioSource.load(file, scenarios, List.of("seed=" + seed)));
        } catch (InvalidScenario invalid) {
            throw new NoSuchElementException(invalid.getMessage(), invalid);
        }
    }

    /** A dataset beside the case, or else below the working directory. */
    private History read(Given.Stored given, String caseFile) {
        Path beside = Path.of(caseFile).resolveSibling(given.file());
        Path file = Files.exists(beside) ? beside : Path.of(given.file());
        try {
            return datasets.computeIfAbsent(file.toString(), path -> Dataset.open(file))
                    .history(given.user());
        } catch (DatasetException obstacle) {
            throw new NoSuchElementException(obstacle.getMessage(), obstacle);
        }
    }

    @Override
    public void close() {
        datasets.values().forEach(Dataset::close);
    }
}
