package dev.spendsense.review;

import dev.spendsense.review.audit.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What people have decided about a user.
 *
 * @param userId who
 * @param consent what was said last; empty when it is as the dataset has it
 * @param persona the first persona that somebody has said; empty when it is as the rules have it
 * @param version how many entries there are about the persona
 * @param personaEntry the entry that gave the persona
 * @param erasing whether an erasure was begun and has not come to its end
 * @param entries all entries about the persona, oldest first
 */
public record UserReview(
        String userId,
        Optional<Boolean> consent,
        Optional<String> persona,
        long version,
        Optional<Entry> personaEntry,
        boolean erasing,
        List<Entry> entries) {}
