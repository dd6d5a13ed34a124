package dev.spendsense.review.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the log.
 *
 * @param sequence its number, from 1, without gaps
 * @param at when, to the millisecond
 * @param actor who
 * @param action what
 * @param subject the user it concerns; empty when it concerns the dataset
 * @param detail what it says of the user; empty when that was erased or must not be shown
 * @param hash SHA-256 over the entry and the hash of the one before, hexadecimal
 */
public record Entry(
        long sequence, Instant at, Actor actor, Action action, String subject, Optional<Detail> detail, String hash) {

    /** The same without what it says of the user. */
    public Entry withoutDetail() {
        return new Entry(sequence, at, actor, action, subject, Optional.empty(), hash);
    }
}
