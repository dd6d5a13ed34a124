package dev.spendsense.workbench.explain;

import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.PersonaAssignment;
import java.util.Optional;

/**
 * A change of one value by which a persona is gained or lost, as judging again showed. It is the smallest on a grid of
 * round figures that was searched outward from the value as it is, in steps that double and then halve; should the
 * persona come and go within one such step, a smaller change may have been stepped over.
 *
 * @param kind what was changed
 * @param name the signal or parameter; of an opening balance the account's id; of amounts what they are for
 * @param windowDays window of a signal, else 0
 * @param unit what the figures count
 * @param from the value as it is; of amounts 1
 * @param to the value with which the persona is gained or lost; of amounts what each is multiplied with
 * @param notYet the next value on the grid towards the one that is, with which it is not
 * @param source the postings whose amounts were changed; empty for anything else
 * @param after the persona's assignment with the change; empty when it is lost
 */
public record Flip(
        Kind kind,
        String name,
        int windowDays,
        Unit unit,
        double from,
        double to,
        double notYet,
        Optional<Source> source,
        Optional<PersonaAssignment> after) {

    /** What can be changed. */
    public enum Kind {
        /** What a signal was measured as, all else as it is. */
        SIGNAL,
        /** A number that rules compare with or weigh by. */
        PARAMETER,
        /** The amounts of some postings; the books are kept anew. */
        AMOUNTS,
        /** What an account holds, or is owed on a card, on the first day, in dollars; the books are kept anew. */
        OPENING_BALANCE
    }

    /** The change as a share of the value as it is; infinite when that is 0. */
    public double relative() {
        return Math.abs(to - from) / Math.abs(from);
    }
}
