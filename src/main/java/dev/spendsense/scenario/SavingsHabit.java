package dev.spendsense.scenario;

import java.util.Optional;

/**
 * Putting money aside, or living off it.
 *
 * @param has share of users with a savings account, 0 to 1
 * @param openingMonths months of spending in savings on the first day; unused where growth or funding sets it
 * @param monthly cents a month set aside
 * @param shareOfNet the amount set aside is also held within this share of net income; [0, 0] for no such bound
 * @param growth share by which transfers make savings grow a month; where this is set (its high end above 0), opening
 *     savings follow from it
 * @param day day of the month on which money is set aside, 1 to 28
 * @param funding share of spending beyond income that comes out of savings, the rest going onto cards; where this is
 *     set (its high end above 0), opening savings and card limits are made to carry it
 * @param closedAfter days from the first one after which savings are emptied and used no more, whole numbers; empty for
 *     users who keep them
 */
public record SavingsHabit(
        double has,
        Range openingMonths,
        Range monthly,
        Range shareOfNet,
        Range growth,
        int day,
        Range funding,
        Optional<Range> closedAfter) {}
