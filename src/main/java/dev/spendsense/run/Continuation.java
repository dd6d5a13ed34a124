package dev.spendsense.run;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A population with more users or more days than a dataset has, which contains that dataset's users as they were: every
 * row of theirs up to the dataset's last day is the same. Their streams are keyed by profile, ordinal and days since the
 * start, so the start stays where it is; their lives stay planned over the days that they were planned over, and go on
 * from there; and each user of the dataset is compared while the new ones are lived.
 */
public final class Continuation {

    private final String file;
    private final Dataset old;
    private final FormerPopulation former;

    private Continuation(String file, Dataset old) {
        this.file = file;
        this.old = old;
        this.former = FormerPopulation.of(file, old.run().origin());
    }

    /**
     * A continuation of a dataset.
     *
     * @param file what people call the dataset
     * @param old has to stay open until the new dataset is written
     */
    public static Continuation of(String file, Dataset old) {
        return new Continuation(file, old);
    }

    /** What the population was made from. */
    public FormerPopulation former() {
        return former;
    }

    /**
     * The generation of the continued population.
     *
     * @param scenario read from what {@link FormerPopulation#source} gave
     * @throws NotContinued when some profile would have fewer users; the run itself fails with it at the first user whose
     *     life differs
     */
    public Generation generation(
            Scenario scenario, ScenarioSource continued, Optional<RuleBase> rules, String productVersion) {
        former.requireRoom(scenario);
        List<String> ids = old.userIds();
        return Generation.of(scenario, continued, rules, productVersion)
                .checking((position, life) -> former.formerPosition(scenario, position)
                        .ifPresent(before -> requireSame(life, ids.get(before))));
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
        Fingerprint before = Fingerprint.of(was, truth.until(end));
        if (!Fingerprint.of(now.until(end), life.truth().until(end)).equals(before)) {
            throw new NotContinued("the life of " + formerId + " up to " + end + " would be another one: "
                    + difference(was, now.until(end)) + "; with these days the scenario does not contain "
                    + file);
        }
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
