package dev.spendsense.scenario;

/**
 * A way of living with money. A profile is data: a new one needs no Java.
 *
 * @param name key in the scenario, for example {@code high_utilization}
 * @param users how many live so
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
        IncomeHabit income,
        Budget budget,
        ShoppingHabit shopping,
        SubscriptionHabit subscriptions,
        CardHabit cards,
        SavingsHabit savings) {

    Profile withUsers(int count) {
        return new Profile(name, count, income, budget, shopping, subscriptions, cards, savings);
    }
}
