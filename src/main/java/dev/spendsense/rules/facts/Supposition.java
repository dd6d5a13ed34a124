package dev.spendsense.rules.facts;

/**
 * A signal that is taken to have been measured otherwise, to see what would follow. Nothing else changes, not even other
 * signals of the same transactions.
 *
 * @param signal name in the vocabulary
 * @param windowDays length of the window it is measured over
 * @param value in the signal's unit
 */
public record Supposition(String signal, int windowDays, double value) {

    boolean isAbout(String type, int days) {
        return signal.equals(type) && windowDays == days;
    }
}
