package dev.spendsense.twin;

import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.run.Provenance;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Period;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.Seat;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A user's life beside the same life with one thing changed.
 *
 * @param userId who lives both
 * @param whatIf what was changed
 * @param lives ledgers and truth
 * @param parting where the ledgers part; empty when they say the same
 * @param balances what either has and owes, day by day from where the first of them begins
 * @param categories what either paid and received, by what for
 * @param statements of their cards
 * @param looks what the rules conclude of either
 */
public record Twins(
        String userId,
        WhatIf whatIf,
        Both<Life> lives,
        Optional<Parting> parting,
        Both<DailyBalances> balances,
        List<CategoryTotals> categories,
        List<StatementPair> statements,
        Looks looks) {

    /**
     * Lives a user twice, and has both lives judged by the rules that the dataset keeps.
     *
     * @param every how often the rules look at both, as a scenario says it ({@code 7d}); empty for when they looked at the
     *     users of the dataset
     * @throws NoTwin when the user cannot have such a twin
     * @throws InvalidScenario when a setting is none
     * @throws BrokenRules when this version of the program cannot use the rules that are kept
     * @throws NoSuchElementException when the dataset has no such user
     */
    public static Twins of(Dataset dataset, String userId, WhatIf whatIf, Optional<String> every) {
        int position = dataset.position(userId).orElseThrow(() -> new NoSuchElementException("no user " + userId));
        Provenance provenance = Provenance.of(dataset);
        List<String> looking = every.stream().map(it -> "evaluate.every=" + it).toList();
        Scenario scenario = provenance.scenario(looking);
        Life original = new Simulation(scenario).live(position);
        if (!dataset.fingerprint(userId).equals(Fingerprint.of(original.history(), original.truth()))) {
            throw new NoTwin("the life of " + userId + " is lived otherwise by this version of the program than the "
                    + "dataset has it; ./spendsense replay shows the rows");
        }
        Life twin;
        if (whatIf instanceof WhatIf.Without without) {
            refuseUnmet(without.event(), original);
            twin = new Simulation(scenario).liveWithout(position, without.event());
        } else {
            List<String> settings = new ArrayList<>(looking);
            settings.addAll(((WhatIf.With) whatIf).settings());
            twin = live(scenario.seat(position), provenance.scenario(settings), scenario);
        }
        Both<Life> lives = new Both<>(original, twin);
        Both<History> histories = lives.map(Life::history);
        LocalDate from = Parting.firstDay(histories);
        return new Twins(
                userId,
                whatIf,
                lives,
                Parting.of(histories),
                histories.map(it -> DailyBalances.of(it, from)),
                CategoryTotals.of(histories),
                StatementPair.of(histories),
                Looks.at(scenario.looks(), provenance.ruleBase(), histories));
    }

    /** Whether anything differs: the ledgers, what was planted, what the rules conclude. */
    public boolean differ() {
        return parting.isPresent()
                || !lives.map(Life::truth).same()
                || looks.first(Look::differs).isPresent();
    }

    private static void refuseUnmet(String event, Life life) {
        List<LifeEvent> met = life.truth().events();
        if (met.stream().anyMatch(it -> it.name().equals(event))) {
            return;
        }
        String userId = life.history().customer().id();
        throw new NoTwin(
                met.isEmpty()
                        ? userId + " does not meet " + event + ", nor any other event"
                        : userId + " does not meet " + event + "; expected one of "
                                + met.stream()
                                        .map(it -> it.name() + " (" + it.from() + ")")
                                        .collect(Collectors.joining(", ")));
    }

    /** The life of whoever has the same seat in a changed scenario, if it can be held against the one in another. */
    private static Life live(Seat seat, Scenario changed, Scenario unchanged) {
        if (!changed.period().equals(unchanged.period())) {
            throw new NoTwin("period: " + days(changed.period()) + "; expected " + days(unchanged.period())
                    + " as in the dataset, since lives of other days cannot be compared");
        }
        if (changed.seed() != unchanged.seed()) {
            throw new NoTwin("seed: " + changed.seed() + "; expected " + unchanged.seed()
                    + " as in the dataset, since another seed makes other people");
        }
        if (!changed.looks().equals(unchanged.looks())) {
            throw new NoTwin("evaluate: other looks than in the dataset; expected --every, which has the rules look at "
                    + "both lives at other dates");
        }
        String profile = seat.profile().name();
        int position = changed.position(profile, seat.ordinal())
                .orElseThrow(() -> new NoTwin("population." + profile + ".users: too few; expected at least "
                        + (seat.ordinal() + 1) + ", since the user is number " + (seat.ordinal() + 1)
                        + " of that profile"));
        return new Simulation(changed).live(position);
    }

    private static String days(Period period) {
        return period.from() + " to " + period.end();
    }
}
