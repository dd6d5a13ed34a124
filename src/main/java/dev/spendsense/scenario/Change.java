package dev.spendsense.scenario;

import java.util.Set;

/**
 * Some habits of a profile in the place of those that a customer had.
 *
 * @param profile the new way of living
 * @param levers which of its habits count; the others stay as they were
 */
public record Change(Profile profile, Set<Lever> levers) {

    public Change {
        levers = Set.copyOf(levers);
    }

    /** A group of habits, as the blocks of a profile are. */
    public enum Lever {
        INCOME,
        BUDGET,
        SHOPPING,
        SUBSCRIPTIONS,
        CARDS,
        SAVINGS
    }

    public boolean touches(Lever lever) {
        return levers.contains(lever);
    }

    /** The profile that results for a customer who lived otherwise before. */
    public Profile over(Profile before) {
        return new Profile(
                before.name(),
                before.users(),
                before.truth(),
                before.intensity(),
                before.consentRate(),
                before.joinedDaysAgo(),
                touches(Lever.INCOME) ? profile.income() : before.income(),
                touches(Lever.BUDGET) ? profile.budget() : before.budget(),
                touches(Lever.SHOPPING) ? profile.shopping() : before.shopping(),
                touches(Lever.SUBSCRIPTIONS) ? profile.subscriptions() : before.subscriptions(),
                touches(Lever.CARDS) ? profile.cards() : before.cards(),
                touches(Lever.SAVINGS) ? profile.savings() : before.savings());
    }
}
