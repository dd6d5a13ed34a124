package dev.spendsense.cli;

import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.diff.Population;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom two revisions judge when they are compared. */
final class PopulationOption {

    private static final String SMALL = "demo";
    private static final String LARGE = "full-dataset";
    private static final int ENOUGH_TO_SEE_MUCH = 200;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = "Judge the people of this scenario, a path or a name.")
    private String scenario;

    @Option(names = "--users", paramLabel = "N", description = "Judge so many people; the scenario's mix is scaled.")
    private Integer users;

    /** Those who were asked for; otherwise some in whom much can be seen. */
    List<Population> many() {
        if (scenario != null) {
            return List.of(read(scenario, Optional.ofNullable(users)));
        }
        int others = users == null ? ENOUGH_TO_SEE_MUCH : users;
        return List.of(read(SMALL, Optional.empty()), read(LARGE, Optional.of(others)));
    }

    /** Those who were asked for; otherwise few who are judged at once. */
    List<Population> few() {
        return scenario == null && users == null ? List.of(read(SMALL, Optional.empty())) : many();
    }

    private static Population read(String name, Optional<Integer> users) {
        ScenarioChoice choice = ScenarioChoice.here();
        List<String> overrides = users.map(number -> "users=" + number).stream().toList();
        Scenario read =
                ScenarioReader.read(ScenarioSource.load(choice.file(name), List.of(choice.shipped()), overrides));
        return Population.of(name, read);
    }
}
