package dev.spendsense.simulation;

import dev.spendsense.scenario.Period;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.util.List;

/**
 * A scenario's population, any member of which can be lived through at any time and on any thread, with the same result
 * to the last cent.
 */
public final class Simulation {

    private final Scenario scenario;
    private final Market market;
    private final Calendar whole;
    private final Onboarding forMost;
    private final Randomness randomness;

    public Simulation(Scenario scenario) {
        this(scenario, Streams::new);
    }

    /** With randomness of its own making, for tests that change one stream and watch the others. */
    Simulation(Scenario scenario, Randomness randomness) {
        this.scenario = scenario;
        this.randomness = randomness;
        this.market = new Market(scenario.catalog().purchases());
        this.whole = new Calendar(scenario.period());
        this.forMost = new Onboarding(scenario, market, whole);
    }

    /** Where a customer's streams come from. */
    interface Randomness {
        Streams streams(long seed, String profile, int ordinal);
    }

    /** How many users the population has. */
    public int users() {
        return scenario.users();
    }

    /**
     * Lives the life of one user.
     *
     * @param index position in the population, from 0, in the order of the scenario's profiles
     * @throws IndexOutOfBoundsException when the population has no such user
     */
    public Life live(int index) {
        int ordinal = index;
        for (Profile profile : scenario.population()) {
            if (ordinal < profile.users()) {
                return live(profile, ordinal);
            }
            ordinal -= profile.users();
        }
        throw new IndexOutOfBoundsException("user " + index + " of " + users());
    }

    private Life live(Profile profile, int ordinal) {
        Streams streams = randomness.streams(scenario.seed(), profile.name(), ordinal);
        double intensity = streams.of(Habit.INTENSITY).within(profile.intensity());
        Calendar calendar = since(profile, streams);
        Onboarding onboarding = calendar == whole ? forMost : new Onboarding(scenario, market, calendar);
        Household household = onboarding.welcome(scenario.lived(profile, intensity), streams);
        LifeCourse life = new LifeCourse(household, scenario.bank(), calendar, streams);
        return new Life(life.live(), truth(household, calendar, intensity == 0 ? 1 : intensity));
    }

    /** The days that a user is a customer: the whole period but for those who join later. */
    private Calendar since(Profile profile, Streams streams) {
        return profile.joinedDaysAgo()
                .map(days -> 1 + streams.of(Habit.JOINING).wholeWithin(days))
                .filter(days -> days < whole.length())
                .map(days -> new Calendar(new Period(whole.end(), days)))
                .orElse(whole);
    }

    /** At intensity 0 the household is the baseline's own, and that entirely. */
    private static GroundTruth truth(Household household, Calendar calendar, double intensity) {
        List<Episode> planted = household.profile().truth().stream()
                .map(name -> new Episode(name, calendar.from(), calendar.end(), Episode.FROM_THE_START, intensity))
                .toList();
        return new GroundTruth(household.customer().id(), planted, List.of());
    }
}
