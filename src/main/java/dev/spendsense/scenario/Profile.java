package dev.spendsense.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A way of living with money. A profile is data: a new one needs no Java.
 *
 * @param name key in the scenario, for example {@code high_utilization}
 * @param users how many live so
 * @param truth what rules should find in such a user, by the names under which it is planted; several may hold at once
 * @param intensity from 0, no different from the scenario's baseline, to 1, textbook; every user draws one
 * @param consentRate share of users who allow findings, 0 to 1
 * @param joinedDaysAgo days before the end at which a user's accounts were opened, whole numbers; empty for users who
 *     have been there for the whole period
 * @param income what they earn and when it arrives
 * @param budget how they divide it
 * @param shopping everyday purchases
 * @param subscriptions services they keep
 * @param cards credit cards and how they are paid
 * @param savings putting money aside, or living off it
 */
public record Profile(
        String name,
        int users,
        List<String> truth,
        Range intensity,
        double consentRate,
        Optional<Range> joinedDaysAgo,
        IncomeHabit income,
        Budget budget,
        ShoppingHabit shopping,
        SubscriptionHabit subscriptions,
        CardHabit cards,
        SavingsHabit savings) {

    /** The intensity of a profile that is lived in full. */
    static final Range TEXTBOOK = new Range(1, 1);

    Profile withUsers(int count) {
        return new Profile(
                name,
                count,
                truth,
                intensity,
                consentRate,
                joinedDaysAgo,
                income,
                budget,
                shopping,
                subscriptions,
                cards,
                savings);
    }
}
