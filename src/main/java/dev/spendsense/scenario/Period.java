package dev.spendsense.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that are simulated.
 *
 * @param end last day, included
 * @param days how many, at least 1
 */
public record Period(LocalDate end, int days) {

    /** First day, included. */
    public LocalDate from() {
        return end.minusDays(days - 1L);
    }

    /**
     * Dates at a steady distance, counted back from the last day, which is always among them.
     *
     * @param every days from one to the next, at least 1
     * @param seen days of the period, at least 1, that must have passed by the end of the first one
     * @return in order
     */
    List<LocalDate> looks(int every, int seen) {
        List<LocalDate> looks = new ArrayList<>();
        for (int ago = 0; ago == 0 || days - ago >= seen; ago += every) {
            looks.add(0, end.minusDays(ago));
        }
        return List.copyOf(looks);
    }
}
