package dev.spendsense.simulation;

import dev.spendsense.scenario.Event;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Prospect;
import dev.spendsense.scenario.Range;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What befalls one customer, and the stages into which it divides the life. Each event has draws of its own, so that
 * taking one away moves no other.
 */
final class Fate {

    private static final Comparator<Occurrence> IN_TIME = Comparator.comparingInt(Occurrence::from)
            .thenComparing(occurrence -> occurrence.event().name());

    private final Profile profile;
    private final Calendar calendar;
    private final List<Occurrence> occurrences;

    private Fate(Profile profile, Calendar calendar, List<Occurrence> occurrences) {
        this.profile = profile;
        this.calendar = calendar;
        this.occurrences = occurrences;
    }

    static Fate draw(Profile profile, List<Prospect> prospects, Calendar calendar, Streams streams) {
        double common = streams.of(Habit.EVENTS).nextDouble();
        List<Occurrence> occurrences = new ArrayList<>();
        for (Prospect prospect : prospects) {
            Event event = prospect.event();
            RandomStream draws = streams.of(Habit.EVENTS, event.name());
            double own = draws.nextDouble();
            boolean happens = prospect.happensAt(prospect.shutsOut() ? common : own);
            int from = draws.wholeWithin(event.day());
            int lasts = draws.wholeWithin(event.lasts().orElse(new Range(calendar.length(), calendar.length())));
            double pay = draws.within(event.pay());
            double spending = draws.within(event.spending());
            if (happens && calendar.contains(from)) {
                occurrences.add(new Occurrence(event, prospect.change(), from, from + lasts, pay, spending));
            }
        }
        occurrences.sort(IN_TIME);
        return new Fate(profile, calendar, List.copyOf(occurrences));
    }

    /** The same without one event, whether or not it was to happen. */
    Fate without(String event) {
        return where(occurrence -> !occurrence.event().name().equals(event));
    }

    /** The same with only some of the events that befall the customer. */
    Fate where(Predicate<Occurrence> remains) {
        return new Fate(profile, calendar, occurrences.stream().filter(remains).toList());
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    /**
     * A stretch of days in which nothing changes how the customer lives.
     *
     * @param from number of its first day
     * @param until number of the day after its last one
     * @param horizon days for which the customer plans ahead, since nobody sees the next event coming
     * @param goesOnFrom number of the first day beyond those that lives are planned over
     * @param profile the habits that are in force
     * @param level factor on pay that is there to stay, by which the customer plans
     * @param pay factor on pay
     * @param spending factor on what the customer means to spend
     * @param moves how often the customer has moved house so far
     */
    record Stage(
            int from,
            int until,
            int horizon,
            int goesOnFrom,
            Profile profile,
            double level,
            double pay,
            double spending,
            int moves) {

        int days() {
            return until - from;
        }

        /** Whether it lies in the days that lives are planned over. */
        boolean isPlanned() {
            return from < goesOnFrom;
        }
    }

    /** The stages that lie in the days which lives are planned over. */
    List<Stage> plannedStages() {
        return stages().stream().filter(Stage::isPlanned).toList();
    }

    /** The stages in order; they cover every day once, and none crosses the end of the days that lives are planned over. */
    List<Stage> stages() {
        TreeSet<Integer> all = turns();
        if (calendar.goesOn()) {
            all.add(calendar.planned());
        }
        List<Integer> turns = new ArrayList<>(all);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int until = i + 1 < turns.size() ? turns.get(i + 1) : calendar.length();
            stages.add(stage(turns.get(i), until));
        }
        return stages;
    }

    private TreeSet<Integer> turns() {
        TreeSet<Integer> turns = new TreeSet<>(List.of(0));
        for (Occurrence occurrence : occurrences) {
            turns.add(occurrence.from());
            if (calendar.contains(occurrence.until())) {
                turns.add(occurrence.until());
            }
        }
        return turns;
    }

    private Stage stage(int from, int until) {
        Profile lived = profile;
        double level = 1;
        double pay = 1;
        double spending = 1;
        int moves = 0;
        for (Occurrence occurrence : occurrences) {
            moves += occurrence.event().moves() && occurrence.from() <= from ? 1 : 0;
            if (occurrence.lastsOn(from)) {
                lived = occurrence.change().over(lived);
                level *= occurrence.isToStay() ? occurrence.pay() : 1;
                pay *= occurrence.pay();
                spending *= occurrence.spending();
            }
        }
        int planned = calendar.planned();
        int horizon = from < planned ? planned - from : planned;
        return new Stage(from, until, horizon, planned, lived, level, pay, spending, moves);
    }

    /**
     * The episodes and events as they are told afterwards.
     *
     * @param intensity of what holds from the start
     * @param baseline profile that holds only where no other does
     */
    GroundTruth truth(String userId, double intensity, Optional<String> baseline) {
        List<Episode> episodes = new ArrayList<>();
        for (int turn : turns()) {
            List<Episode> now = holdingOn(turn, intensity, baseline);
            List<Episode> ongoing = new ArrayList<>();
            for (int i = 0; i < episodes.size(); i++) {
                Episode earlier = episodes.get(i);
                boolean goesOn = earlier.to().equals(calendar.end())
                        && now.stream().anyMatch(one -> one.profile().equals(earlier.profile()));
                if (goesOn) {
                    ongoing.add(earlier);
                } else if (earlier.to().equals(calendar.end())) {
                    episodes.set(i, ended(earlier, turn));
                }
            }
            now.stream()
                    .filter(one ->
                            ongoing.stream().noneMatch(old -> old.profile().equals(one.profile())))
                    .map(one -> returned(one, turn))
                    .forEach(episodes::add);
        }
        List<LifeEvent> events = occurrences.stream()
                .map(occurrence -> new LifeEvent(
                        occurrence.event().name(),
                        calendar.dateOf(occurrence.from()),
                        calendar.dateOf(Math.min(occurrence.until(), calendar.length()) - 1)))
                .toList();
        return new GroundTruth(userId, episodes, events);
    }

    private Episode ended(Episode episode, int turn) {
        return new Episode(
                episode.profile(), episode.from(), calendar.dateOf(turn - 1), episode.cause(), episode.intensity());
    }

    /** What held at first and holds again does so because an event is over. */
    private Episode returned(Episode episode, int turn) {
        if (turn == 0 || !episode.cause().equals(Episode.FROM_THE_START)) {
            return episode;
        }
        String over = occurrences.stream()
                .filter(occurrence -> occurrence.until() == turn)
                .map(occurrence -> occurrence.event().name())
                .findFirst()
                .orElse(episode.cause());
        return new Episode(episode.profile(), episode.from(), episode.to(), over, episode.intensity());
    }

    /** What holds on a day, as if it went on to the end. */
    private List<Episode> holdingOn(int day, double intensity, Optional<String> baseline) {
        List<Episode> holding = new ArrayList<>();
        for (String name : profile.truth()) {
            holding.add(new Episode(name, calendar.dateOf(day), calendar.end(), Episode.FROM_THE_START, intensity));
        }
        for (Occurrence occurrence : occurrences) {
            Event event = occurrence.event();
            if (occurrence.lastsOn(day) && !event.truth().isEmpty()) {
                if (!event.alongside()) {
                    holding.clear();
                }
                event.truth()
                        .forEach(profile -> holding.add(
                                new Episode(profile, calendar.dateOf(day), calendar.end(), event.name(), 1)));
            }
        }
        if (holding.stream().anyMatch(episode -> !isBaseline(episode, baseline))) {
            holding.removeIf(episode -> isBaseline(episode, baseline));
        }
        return holding;
    }

    private static boolean isBaseline(Episode episode, Optional<String> baseline) {
        return baseline.filter(episode.profile()::equals).isPresent();
    }
}
