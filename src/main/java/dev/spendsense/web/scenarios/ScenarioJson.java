package dev.spendsense.web.scenarios;

import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.yaml.Fault;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario in brief; of one with faults there are only name and faults.
 *
 * @param usersByProfile how many users of each profile there will be
 * @param looks at how many dates the rules look
 * @param faults what is wrong; missing when nothing is
 */
record ScenarioJson(
        String name,
        String description,
        Long seed,
        LocalDate from,
        LocalDate to,
        Integer users,
        Map<String, Integer> usersByProfile,
        Integer looks,
        List<Fault> faults) {

    static ScenarioJson of(Scenario scenario) {
        Map<String, Integer> users = new LinkedHashMap<>();
        for (Profile profile : scenario.population()) {
            users.put(profile.name(), profile.users());
        }
        return new ScenarioJson(
                scenario.name(),
                scenario.description(),
                scenario.seed(),
                scenario.period().from(),
                scenario.period().end(),
                scenario.users(),
                users,
                scenario.looks().size(),
                null);
    }

    static ScenarioJson broken(String name, List<Fault> faults) {
        return new ScenarioJson(name, null, null, null, null, null, null, null, faults);
    }
}
