package dev.spendsense.workbench.golden;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules conclude about every user of a scenario, as it is written down.
 *
 * @param head what the text says before the first user
 * @param users in the order of the scenario
 */
record Outcomes(List<String> head, List<UserOutcome> users) {

    private static final String COMMENT = "#";

    Outcomes {
        head = List.copyOf(head);
        users = List.copyOf(users);
    }

    /** The outcomes at the end of the scenario; the same scenario and rules give the same text. */
    static Outcomes of(Scenario scenario, RuleBase rules) {
        Simulation simulation = new Simulation(scenario);
        OutcomeWords words = new OutcomeWords(rules);
        List<UserOutcome> users = new ArrayList<>();
        for (Profile profile : scenario.population()) {
            for (int number = 1; number <= profile.users(); number++) {
                Life life = simulation.live(users.size());
                String id = life.history().customer().id();
                users.add(words.of(profile.name() + " " + number + "  " + id, life));
            }
        }
        return new Outcomes(head(scenario), users);
    }

    private static List<String> head(Scenario scenario) {
        return List.of(
                COMMENT
                        + " What was planted in whom, and what the rules conclude: personas by rank with their evidence in",
                COMMENT + " log-odds, those whose criterion is met in vain (not), detected signals by window, advice.",
                COMMENT + " Written by: ./spendsense rules golden --accept",
                GoldenFile.pin(scenario.name(), scenario.seed()) + ", as of "
                        + scenario.period().end());
    }

    /** Reads what {@link #text} gave; blank lines part the users. */
    static Outcomes read(String text) {
        List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                blocks.add(new ArrayList<>());
            } else {
                blocks.get(blocks.size() - 1).add(line.stripTrailing());
            }
        }
        List<UserOutcome> users = blocks.stream()
                .skip(1)
                .filter(block -> !block.isEmpty())
                .map(block -> new UserOutcome(block.get(0), block.subList(1, block.size())))
                .toList();
        return new Outcomes(blocks.get(0), users);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append('\n'));
        for (UserOutcome user : users) {
            text.append('\n').append(user.heading()).append('\n');
            user.lines().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
