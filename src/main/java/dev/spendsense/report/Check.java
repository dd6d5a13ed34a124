package dev.spendsense.report;

import java.util.List;

/**
 * One check of a dataset.
 *
 * @param name for scripts, for example {@code signal_types}
 * @param title for people
 * @param value the figure as a number
 * @param figure the figure in words
 * @param threshold what it has to reach, in words
 * @param passed whether it does
 * @param notes what is missing or wrong, a line each; empty when there is nothing to say
 */
public record Check(
        String name, String title, double value, String figure, String threshold, boolean passed, List<String> notes) {

    public Check {
        notes = List.copyOf(notes);
    }
}
