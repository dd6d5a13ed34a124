package dev.spendsense.simulation;

import dev.spendsense.bank.BusinessCalendar;
import dev.spendsense.scenario.Period;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The days of the period, and where dates that fall on closed days move to; worked out once for all customers. */
final class Calendar implements Iterable<Day> {

    /** Longest run of days a date can move: a weekend between two holidays. */
    static final int LONGEST_CLOSURE = 5;

    private final LocalDate from;
    private final int planned;
    private final List<Day> days;
    private final int[] openBefore;
    private final int[] openAfter;

    Calendar(Period period) {
        this.from = period.from();
        this.planned = period.planned();
        this.days = IntStream.range(0, period.days())
                .mapToObj(number -> Day.of(number, from.plusDays(number)))
                .toList();
        int known = period.days() + 2 * LONGEST_CLOSURE;
        this.openBefore = IntStream.range(0, known)
                .map(i -> numberOf(BusinessCalendar.onOrBefore(from.plusDays(i - LONGEST_CLOSURE))))
                .toArray();
        this.openAfter = IntStream.range(0, known)
                .map(i -> numberOf(BusinessCalendar.onOrAfter(from.plusDays(i - LONGEST_CLOSURE))))
                .toArray();
    }

    @Override
    public Iterator<Day> iterator() {
        return days.iterator();
    }

    int length() {
        return days.size();
    }

    /** How many days lives are planned over; they go on through the others. */
    int planned() {
        return planned;
    }

    /** Whether there are days beyond the planned ones. */
    boolean goesOn() {
        return planned < days.size();
    }

    LocalDate from() {
        return from;
    }

    LocalDate end() {
        return days.get(days.size() - 1).date();
    }

    LocalDate dateOf(int number) {
        return from.plusDays(number);
    }

    int numberOf(LocalDate date) {
        return (int) (date.toEpochDay() - from.toEpochDay());
    }

    boolean contains(int number) {
        return number >= 0 && number < days.size();
    }

    /** The number of the day itself, or of the last business day before it; for days at most 5 outside the period. */
    int openOnOrBefore(int number) {
        return openBefore[number + LONGEST_CLOSURE];
    }

    /** The number of the day itself, or of the first business day after it; for days at most 5 outside the period. */
    int openOnOrAfter(int number) {
        return openAfter[number + LONGEST_CLOSURE];
    }

    boolean movable(int number) {
        return number >= -LONGEST_CLOSURE && number < days.size() + LONGEST_CLOSURE;
    }
}
