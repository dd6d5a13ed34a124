package dev.spendsense.workbench.cases;

/** Whom a case is about. */
sealed interface Given {

    /** Written by hand. */
    record Written(WrittenUser user) implements Given {}

    /**
     * Simulated.
     *
     * @param scenario name or path of a scenario
     * @param number which user of the profile, from 1
     */
    record Simulated(String scenario, String profile, long seed, int number) implements Given {}

    /**
     * Taken from a dataset.
     *
     * @param file as it was written
     */
    record Stored(String file, String user) implements Given {}
}
