package dev.spendsense.rules;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the first persona changes from look to look, by planted profile: {@code PersonaFlips SEED SETTING…}, with
 * settings such as {@code evaluate.every=7d period.days=360}. Printed apart for the looks at which the longest window
 * is known and for those before.
 */
final class PersonaFlips {

    private static final int LONGEST_WINDOW = 180;

    private double years;
    private int flips;
    private int users;
    private int steady;

    private PersonaFlips() {}

    public static void main(String[] arguments) {
        List<String> settings = new ArrayList<>(List.of("evaluate.every=7d", "seed=" + arguments[0]));
        settings.addAll(List.of(arguments).subList(1, arguments.length));
        Scenario scenario = ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), settings));
        Simulation simulation = new Simulation(scenario);
        Map<String, PersonaFlips> early = new TreeMap<>();
        Map<String, PersonaFlips> late = new TreeMap<>();
        double coverage = Shipped.RULES.definitions().parameters().value(RuleBase.WINDOW_COVERAGE);
        for (int user = 0; user < simulation.users(); user++) {
            Life life = simulation.live(user);
            History history = life.history();
            if (!history.customer().consent()) {
                continue;
            }
            List<Findings> timeline = Shipped.RULES.evaluate(history, scenario.looks());
            long known = (long) Math.ceil(coverage * LONGEST_WINDOW) - 1;
            String profile = life.truth().episodes().get(0).profile();
            early.computeIfAbsent(profile, name -> new PersonaFlips())
                    .add(timeline.stream()
                            .filter(found -> ChronoUnit.DAYS.between(history.from(), found.asOf()) < known)
                            .toList());
            late.computeIfAbsent(profile, name -> new PersonaFlips())
                    .add(timeline.stream()
                            .filter(found -> ChronoUnit.DAYS.between(history.from(), found.asOf()) >= known)
                            .toList());
        }
        System.out.println(scenario.looks().size() + " looks, profiles "
                + scenario.population().stream().map(Profile::name).toList());
        print("before the longest window is known", early);
        print("since the longest window is known", late);
    }

    private void add(List<Findings> timeline) {
        if (timeline.size() < 2) {
            return;
        }
        long changes = PersonaStretch.of(timeline).stream()
                        .filter(stretch -> stretch.rank() == 1)
                        .count()
                - 1;
        users++;
        steady += changes == 0 ? 1 : 0;
        flips += (int) changes;
        years += ChronoUnit.DAYS.between(
                        timeline.get(0).asOf(),
                        timeline.get(timeline.size() - 1).asOf())
                / 365.2425;
    }

    private static void print(String when, Map<String, PersonaFlips> byProfile) {
        System.out.println(when + ":");
        byProfile.forEach((profile, its) -> System.out.printf(
                "  %-20s %5d users, %6.1f user-years, %4d flips, %.2f a user-year, %5.1f%% without any%n",
                profile, its.users, its.years, its.flips, its.flips / its.years, 100.0 * its.steady / its.users));
    }
}
