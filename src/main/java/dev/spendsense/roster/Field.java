package dev.spendsense.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What users are filtered by, and counted by, that has names for values. A user may have several values of one field. */
public enum Field {
    /** The first persona; what an operator said goes before what the rules said. */
    PERSONA,
    /** Any persona that the rules found, of whatever rank, or that an operator said. */
    ANY_PERSONA,
    /** What the scenario planted and is true on the day. */
    PROFILE,
    /** A type of signal that was detected in some window. */
    SIGNAL,
    /** The code of a piece of advice that was given. */
    RECOMMENDATION,
    /** Whether there is advice of a kind. */
    KIND,
    /** Whether there is advice that was decided so. */
    STATUS,
    /** Whether the user allows findings, now. */
    CONSENT,
    REGION,
    AGE_BAND,
    INCOME_BAND;

    /** As parameters and answers call it. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String name) {
        return Stream.of(values())
                .filter(field -> field.publicName().equals(name))
                .findFirst();
    }
}
