package dev.spendsense.run;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.Period;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A population with more users or more days than a dataset has, which contains that dataset's users as they were: every
 * row of theirs up to the dataset's last day is the same. Their streams are keyed by profile, ordinal and days since the
 * start, so the start stays where it is; their lives stay planned over the days that they were planned over, and go on
 * from there; and each user of the dataset is compared while the new ones are lived.
 */
public final class Continuation {

    private final Dataset old;
    private final RunOrigin origin;
    private final ScenarioSource source;
    private final Scenario before;

    private Continuation(Dataset old) {
        this.old = old;
        this.origin = old.run().origin();
        Provenance provenance = Provenance.of(old);
        this.source = provenance.source();
        this.before = provenance.scenario();
    }

    /** @param old has to stay open until the new dataset is written */
    public static Continuation of(Dataset old) {
        return new Continuation(old);
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
        int more = days.orElse(before.period().days()) - before.period().days();
        if (more < 0) {
            throw new NotContinued("--days " + days.get() + ": " + old.file() + " has "
                    + before.period().days() + " already");
        }
        if (more > 0) {
            Period period = before.period().continuedBy(more);
            overrides.add("period.days=" + period.days());
            overrides.add("period.end=" + period.end());
            overrides.add("period.continued=" + period.continued());
        }
        users.ifPresent(total -> {
            if (total < before.users()) {
                throw new NotContinued("--users " + total + ": " + old.file() + " has " + before.users() + " already");
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
        if (end.isBefore(before.period().end())) {
            throw new NotContinued("--end " + end + ": " + old.file() + " goes to "
                    + before.period().end() + " already");
        }
        return (int) ChronoUnit.DAYS.between(before.period().from(), end) + 1;
    }

    /**
     * Refuses a scenario whose texts are not those that the dataset was made from.
     *
     * @throws NotContinued naming the first text that differs
     */
    public void requireSame(ScenarioSource other) {
        if (!other.name().equals(source.name())) {
            throw new NotContinued(
                    old.file() + " was made from the scenario " + source.name() + ", not " + other.name());
        }
        for (String path : other.files().keySet()) {
            if (!other.files().get(path).equals(source.files().get(path))) {
                throw new NotContinued(path + " is not what " + old.file() + " was made from");
            }
        }
    }

    /**
     * The generation of the continued population.
     *
     * @param scenario read from {@link #source}
     * @throws NotContinued when some profile would have fewer users; the run itself fails with it at the first user whose
     *     life differs
     */
    public Generation generation(
            Scenario scenario, ScenarioSource continued, Optional<RuleBase> rules, String productVersion) {
        for (Profile profile : before.population()) {
            boolean there = profile.users() == 0
                    || scenario.position(profile.name(), profile.users() - 1).isPresent();
            if (!there) {
                throw new NotContinued("with " + scenario.users() + " users, fewer would be " + profile.name()
                        + " than the " + profile.users() + " in " + old.file());
            }
        }
        List<String> ids = old.userIds();
        return Generation.of(scenario, continued, rules, productVersion)
                .checking((position, life) ->
                        formerPosition(scenario, position).ifPresent(former -> requireSame(life, ids.get(former))));
    }

    /** Where a user of the continued population stands in the dataset; empty when the user is new. */
    private OptionalInt formerPosition(Scenario scenario, int position) {
        var seat = scenario.seat(position);
        return before.position(seat.profile().name(), seat.ordinal());
    }

    private void requireSame(Life life, String formerId) {
        History now = life.history();
        History was;
        GroundTruth truth;
        synchronized (old) {
            was = old.history(formerId);
            truth = old.groundTruth(formerId);
        }
        LocalDate end = was.asOf();
        if (now.from().isAfter(end) || now.asOf().isBefore(end)) {
            throw new NotContinued(formerId + " was a customer from " + was.from() + " to " + end
                    + ", and would be from " + now.from() + " to " + now.asOf());
        }
        Fingerprint before = Fingerprint.of(was, until(truth, end));
        if (!Fingerprint.of(now.until(end), until(life.truth(), end)).equals(before)) {
            throw new NotContinued("the life of " + formerId + " up to " + end + " would be another one: "
                    + difference(was, now.until(end)) + "; with these days the scenario does not contain "
                    + old.file());
        }
    }

    /** What had been planted by some day; how long it was to last is seen later only. */
    private static GroundTruth until(GroundTruth truth, LocalDate end) {
        return new GroundTruth(
                truth.userId(),
                truth.episodes().stream()
                        .filter(it -> !it.from().isAfter(end))
                        .map(it ->
                                new Episode(it.profile(), it.from(), earlier(it.to(), end), it.cause(), it.intensity()))
                        .toList(),
                truth.events().stream()
                        .filter(it -> !it.from().isAfter(end))
                        .map(it -> new LifeEvent(it.name(), it.from(), earlier(it.to(), end)))
                        .toList());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String difference(History was, History now) {
        if (!was.customer().equals(now.customer())) {
            return "the customer was " + was.customer() + ", and would be " + now.customer();
        }
        if (!was.from().equals(now.from())) {
            return "it began on " + was.from() + ", and would begin on " + now.from();
        }
        if (!was.accounts().equals(now.accounts())) {
            return "the accounts differ";
        }
        for (int i = 0;
                i < Math.min(was.transactions().size(), now.transactions().size());
                i++) {
            if (!was.transactions().get(i).equals(now.transactions().get(i))) {
                return "from " + was.transactions().get(i).date() + " on the transactions differ";
            }
        }
        return was.transactions().size() == now.transactions().size()
                ? "statements, declined purchases or what was planted differ"
                : "the number of transactions differs";
    }
}
