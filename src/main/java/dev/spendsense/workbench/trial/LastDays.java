package dev.spendsense.workbench.trial;

import java.time.LocalDate;

/**
 * The last days of several populations. The first ends with the scenario, each further one {@value #APART} days before the
 * one before it, so that they end on other days of the week, of the month and of the pay cycle, and in other seasons; after
 * {@value #DIFFERENT} it begins anew.
 */
public final class LastDays {

    /** Days between one and the next. */
    public static final int APART = 45;

    private static final int DIFFERENT = 5;

    private LastDays() {}

    /**
     * The last day of one population.
     *
     * @param scenarioEnd last day of the scenario's period
     * @param number of the population, from 0
     */
    public static LocalDate of(LocalDate scenarioEnd, int number) {
        return scenarioEnd.minusDays((long) APART * (number % DIFFERENT));
    }
}
