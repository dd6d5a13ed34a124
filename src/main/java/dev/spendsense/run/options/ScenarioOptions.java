package dev.spendsense.run.options;

import dev.spendsense.run.FormerPopulation;
import dev.spendsense.scenario.Overrides;
import dev.spendsense.scenario.ScenarioSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What replaces fields of a scenario. The last day is an option of the program, for which today may mean something. */
public final class ScenarioOptions {

    @Option(names = "--seed", paramLabel = "N", description = "Origin of all randomness, in place of the scenario's.")
    private Long seed;

    @Option(names = "--days", paramLabel = "N", description = "How many days to simulate.")
    private Integer days;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "How many users in all; the scenario's mix of profiles is scaled.")
    private Integer users;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "How often the rules look at the users, as in 7d (default: once, at the end).")
    private String every;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Replaces a field of the scenario, as in population.high_utilization.users=25; a * stands for every "
                        + "name. May be repeated; later ones win."
            })
    private List<String> settings = List.of();

    /**
     * The settings in order: the options first, so that {@code --set} has the last word.
     *
     * @param none of which there are none yet
     * @param end the last day as somebody wrote it; null when nobody did
     */
    public List<String> overrides(Overrides none, String end) {
        List<String> overrides = new ArrayList<>(none.set("seed", seed)
                .set("days", days)
                .set("end", end)
                .set("users", users)
                .set("every", every)
                .settings());
        overrides.addAll(settings);
        return overrides;
    }

    /**
     * What was expected of the options when a population goes on; empty when they fit.
     *
     * @param end as for {@link #overrides}
     */
    public Optional<String> obstacleToGoingOn(String end) {
        if (seed != null || every != null || !settings.isEmpty()) {
            return Optional.of("without --seed, --every and --set, which stay as they were");
        }
        return days != null && end != null ? Optional.of("with --days or --end, not both") : Optional.empty();
    }

    /**
     * The scenario of a population that goes on with another.
     *
     * @param end the last day; empty when there are as many as {@code --days} says
     * @throws dev.spendsense.run.NotContinued when there would be fewer users or days
     */
    public ScenarioSource goingOn(FormerPopulation former, Optional<LocalDate> end) {
        Optional<Integer> inAll = end.map(former::daysUntil).or(() -> Optional.ofNullable(days));
        return former.source(Optional.ofNullable(users), inAll);
    }
}
