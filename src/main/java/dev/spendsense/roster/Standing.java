package dev.spendsense.roster;

import dev.spendsense.dataset.RecommendationId;
import java.util.List;
import java.util.Optional;

/**
 * What people have changed about a dataset's users since it was written, as a sequence of changes that only grows. Asked
 * by many threads.
 */
public interface Standing {

    /** Number of the latest change; 0 when there was none. Never falls. */
    long revision();

    /** The changes after some revision, oldest first. Several of one thing are allowed: the last one holds. */
    List<Change> since(long revision);

    /** Every status that a piece of advice can have, in the order in which people read them. */
    List<String> statuses();

    /** The status of advice that nobody has decided about; one of {@link #statuses()}. */
    String undecided();

    /** One thing that somebody changed. */
    sealed interface Change {

        /**
         * A user gave or withdrew consent.
         *
         * @param revision its number
         */
        record Consent(long revision, String userId, boolean given) implements Change {}

        /**
         * An operator said what a user's first persona is.
         *
         * @param revision its number
         * @param persona empty to go back to what the rules say
         */
        record Persona(long revision, String userId, Optional<String> persona) implements Change {}

        /**
         * A piece of advice was given a status, which may be {@link Standing#undecided()} again.
         *
         * @param revision its number
         */
        record Decision(long revision, RecommendationId advice, String status) implements Change {}

        /** Its number; changes of a sequence have growing ones. */
        long revision();
    }

    /** A dataset that nobody has touched. */
    static Standing untouched() {
        return new Standing() {
            @Override
            public long revision() {
                return 0;
            }

            @Override
            public List<Change> since(long revision) {
                return List.of();
            }

            @Override
            public List<String> statuses() {
                return List.of(undecided());
            }

            @Override
            public String undecided() {
                return "pending";
            }
        };
    }
}
