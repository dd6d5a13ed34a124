package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import java.util.Optional;

/** One thing that is otherwise than the dataset has it, for those who keep an index over the dataset. */
public sealed interface Change {

    /** Number of the log's entry that brought it; of several with one number all hold. */
    long revision();

    /**
     * A user gave or withdrew consent.
     *
     * @param revision number of the entry
     * @param userId whose
     * @param given whether findings may be shown from now on
     */
    record Consent(long revision, String userId, boolean given) implements Change {}

    /**
     * Somebody said what a user's first persona is.
     *
     * @param revision number of the entry
     * @param userId whose
     * @param persona empty to go back to what the rules say
     */
    record FirstPersona(long revision, String userId, Optional<String> persona) implements Change {}

    /**
     * A piece of advice has another status.
     *
     * @param revision number of the entry
     * @param advice which
     * @param status from now on
     */
    record Decided(long revision, RecommendationId advice, Status status) implements Change {}
}
