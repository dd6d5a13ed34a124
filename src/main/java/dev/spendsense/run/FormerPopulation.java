package dev.spendsense.run;

import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.scenario.Period;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the population of a dataset was made from, and what it is made from when it has more users or more days. */
public final class FormerPopulation {

    private final String file;
    private final ScenarioSource source;
    private final Scenario scenario;

    private FormerPopulation(String file, ScenarioSource source) {
        this.file = file;
        this.source = source;
        this.scenario = ScenarioReader.read(source);
    }

    /**
     * The population of a dataset.
     *
     * @param file what people call the dataset
     * @param origin what it was made from
     */
    public static FormerPopulation of(String file, RunOrigin origin) {
        return new FormerPopulation(file, Provenance.source(origin));
    }

    /**
     * The scenario of the continued population: that of the dataset, with more users and days.
     *
     * @param users in all; empty for as many as there are
     * @param days in all, from the same first day; empty for as many as there are
     * @throws NotContinued when there would be less
     */
    public ScenarioSource source(Optional<Integer> users, Optional<Integer> days) {
        List<String> overrides = new ArrayList<>(source.overrides());
        int more = days.orElse(scenario.period().days()) - scenario.period().days();
        if (more < 0) {
            throw new NotContinued("--days " + days.get() + ": " + file + " has "
                    + scenario.period().days() + " already");
        }
        if (more > 0) {
            Period period = scenario.period().continuedBy(more);
            overrides.add("period.days=" + period.days());
            overrides.add("period.end=" + period.end());
            overrides.add("period.continued=" + period.continued());
        }
        users.ifPresent(total -> {
            if (total < scenario.users()) {
                throw new NotContinued("--users " + total + ": " + file + " has " + scenario.users() + " already");
            }
            overrides.add("users=" + total);
        });
        return new ScenarioSource(source.name(), source.files(), overrides);
    }

    /**
     * How many days there are in all when the last one is given.
     *
     * @throws NotContinued when the dataset goes further
     */
    public int daysUntil(LocalDate end) {
        if (end.isBefore(scenario.period().end())) {
            throw new NotContinued("--end " + end + ": " + file + " goes to "
                    + scenario.period().end() + " already");
        }
        return (int) ChronoUnit.DAYS.between(scenario.period().from(), end) + 1;
    }

    /**
     * Refuses a scenario whose texts are not those that the dataset was made from.
     *
     * @throws NotContinued naming the first text that differs
     */
    public void requireSame(ScenarioSource other) {
        if (!other.name().equals(source.name())) {
            throw new NotContinued(file + " was made from the scenario " + source.name() + ", not " + other.name());
        }
        for (String path : other.files().keySet()) {
            if (!other.files().get(path).equals(source.files().get(path))) {
                throw new NotContinued(path + " is not what " + file + " was made from");
            }
        }
    }

    /**
     * Refuses a continued population in which a profile has fewer users.
     *
     * @param continued read from {@link #source}
     * @throws NotContinued naming the profile
     */
    public void requireRoom(Scenario continued) {
        for (Profile profile : scenario.population()) {
            boolean there = profile.users() == 0
                    || continued.position(profile.name(), profile.users() - 1).isPresent();
            if (!there) {
                throw new NotContinued("with " + continued.users() + " users, fewer would be " + profile.name()
                        + " than the " + profile.users() + " in " + file);
            }
        }
    }

    /** Where a user of the continued population stands in the dataset; empty when the user is new. */
    OptionalInt formerPosition(Scenario continued, int position) {
        var seat = continued.seat(position);
        return scenario.position(seat.profile().name(), seat.ordinal());
    }
}
