package dev.spendsense.scenario;

/**
 * Services a user keeps.
 *
 * @param count how many, whole numbers
 * @param monthly cents a month for all of them together
 * @param shareOfDiscretionary share that subscriptions take of discretionary spending; where this is set (its high end
 *     above 0), the shop budget is divided so that it holds
 * @param unused how many of them are paid for and not used, whole numbers
 * @param billingDay day of the month on which they renew, 1 to 28
 */
public record SubscriptionHabit(Range count, Range monthly, Range shareOfDiscretionary, Range unused, int billingDay) {}
