package dev.spendsense.simulation;

import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.Seat;
import dev.spendsense.truth.GroundTruth;
import java.util.function.UnaryOperator;

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
        return live(index, fate -> fate);
    }

    /**
     * Lives the life of one user as it would have been without an event. The accounts are opened as for the life with
     * it, so that the two are the same until the day of the event.
     *
     * @param index position in the population, from 0
     * @param event name of the event; where it does not befall the user, nothing differs
     * @throws IndexOutOfBoundsException when the population has no such user
     */
    public Life liveWithout(int index, String event) {
        return live(index, fate -> fate.without(event));
    }

    private Life live(int index, UnaryOperator<Fate> change) {
        Seat seat = scenario.seat(index);
        Profile profile = seat.profile();
        Streams streams = randomness.streams(scenario.seed(), profile.name(), seat.ordinal());
        double intensity = streams.of(Habit.INTENSITY).within(profile.intensity());
        Profile lived = scenario.lived(profile, intensity);
        Calendar calendar = since(profile, streams);
        Onboarding onboarding = calendar == whole ? forMost : new Onboarding(scenario, market, calendar);
        Fate drawn = Fate.draw(lived, scenario.prospects().get(profile.name()), calendar, streams);
        Fate foreseen = onboarding.bearable(drawn, lived, streams);
        Fate fate = change.apply(foreseen);
        Household household = onboarding.welcome(lived, foreseen, fate, streams);
        LifeCourse life = new LifeCourse(household, scenario.bank(), calendar, streams);
        return new Life(life.live(), truth(household, fate, intensity));
    }

    /** At intensity 0 the household is the baseline's own, and that entirely. */
    private GroundTruth truth(Household household, Fate fate, double intensity) {
        return fate.truth(household.customer().id(), intensity == 0 ? 1 : intensity, scenario.baseline());
    }

    /** The days that a user is a customer: the whole period but for those who join in the planned part of it. */
    private Calendar since(Profile profile, Streams streams) {
        return profile.joinedDaysAgo()
                .map(days -> 1 + streams.of(Habit.JOINING).wholeWithin(days))
                .filter(days -> days < whole.planned())
                .map(days -> new Calendar(scenario.period().joined(days)))
                .orElse(whole);
    }
}
