package dev.spendsense.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that are simulated. Lives are planned over the first of them, and go on as they are through those that were
 * added when the population was continued. So what happens up to a day does not depend on how far they go on after it.
 *
 * @param end last day, included
 * @param days how many in all, at least 1
 * @param continued how many days were added, one continuation after the other, each at least 1; less than all in sum
 */
public record Period(LocalDate end, int days, List<Integer> continued) {

    /** Days over all of which lives are planned. */
    public Period(LocalDate end, int days) {
        this(end, days, List.of());
    }

    public Period {
        continued = List.copyOf(continued);
    }

    /** How many days lives are planned over: all but those that were added. */
    public int planned() {
        return days - continued.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The same days and more after them, through which lives go on.
     *
     * @param more at least 1
     */
    public Period continuedBy(int more) {
        List<Integer> added = new ArrayList<>(continued);
        added.add(more);
        return new Period(end.plusDays(more), days + more, added);
    }

    /** The part of these days that somebody sees who comes when so many of the planned ones are left. */
    public Period joined(int plannedLeft) {
        return new Period(end, days - planned() + plannedLeft, continued);
    }

    /** First day, included. */
    public LocalDate from() {
        return end.minusDays(days - 1L);
    }

    /**
     * Dates at a steady distance, counted back from the last planned day and, after it, on from each last day that there
     * has been; all of these are among them.
     *
     * @param every days from one to the next, at least 1
     * @param seen days of the period, at least 1, that must have passed by the end of the first one
     * @return in order
     */
    List<LocalDate> looks(int every, int seen) {
        List<LocalDate> looks = new ArrayList<>();
        LocalDate last = from().plusDays(planned() - 1L);
        for (int ago = 0; ago == 0 || planned() - ago >= seen; ago += every) {
            looks.add(0, last.minusDays(ago));
        }
        for (int added : continued) {
            for (int on = every; on < added; on += every) {
                if (last.plusDays(on).isAfter(from().plusDays(seen - 2L))) {
                    looks.add(last.plusDays(on));
                }
            }
            last = last.plusDays(added);
            looks.add(last);
        }
        return List.copyOf(looks);
    }
}
