package dev.spendsense.scenario;

/**
 * What users earn and when it arrives.
 *
 * @param annual gross cents a year; where no pay arrives, what the user lives like
 * @param takeHome share of gross that reaches the account, 0 to 1
 * @param schedule pay schedules with weights
 * @param variation share by which one pay differs from the usual one: 0 for a fixed salary, 0.5 for gigs
 * @param gapDays days between irregular pays; unused by the other schedules
 * @param longGapDays an irregular wait of at least this many days is a long one; a short wait is followed by two long
 *     ones, so that the median of the waits is always a long one
 * @param shortGaps share of irregular waits that are short where one may be, 0 to 1
 */
public record IncomeHabit(
        Range annual,
        Range takeHome,
        Weighted<PaySchedule> schedule,
        Range variation,
        Range gapDays,
        int longGapDays,
        double shortGaps) {

    /** The same rhythm for somebody who earns as another habit says. */
    public IncomeHabit earning(IncomeHabit other) {
        return new IncomeHabit(other.annual, other.takeHome, schedule, variation, gapDays, longGapDays, shortGaps);
    }
}
