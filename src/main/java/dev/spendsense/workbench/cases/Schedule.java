package dev.spendsense.workbench.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** On which days something happens. */
sealed interface Schedule {

    /** The days within the history, in order. */
    default List<LocalDate> dates(LocalDate from, LocalDate asOf) {
        return all(from, asOf).stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(asOf))
                .sorted()
                .toList();
    }

    List<LocalDate> all(LocalDate from, LocalDate asOf);

    /** {@code on: 2026-07-12} or {@code on: [14d ago, 44d ago]}. */
    record On(List<Day> days) implements Schedule {

        public On {
            days = List.copyOf(days);
        }

        @Override
        public List<LocalDate> all(LocalDate from, LocalDate asOf) {
            return days.stream().map(day -> day.on(asOf)).toList();
        }
    }

    /**
     * {@code every: 14d}: forward from a day; where none is given, back from the last day.
     *
     * @param days between one and the next
     */
    record Every(int days, Optional<Day> from, Optional<Day> until) implements Schedule {

        @Override
        public List<LocalDate> all(LocalDate start, LocalDate asOf) {
            LocalDate last = until.map(day -> day.on(asOf)).orElse(asOf);
            List<LocalDate> dates = new ArrayList<>();
            if (from.isPresent()) {
                for (LocalDate date = from.get().on(asOf); !date.isAfter(last); date = date.plusDays(days)) {
                    dates.add(date);
                }
            } else {
                for (LocalDate date = last; !date.isBefore(start); date = date.minusDays(days)) {
                    dates.add(date);
                }
                Collections.reverse(dates);
            }
            return dates;
        }
    }

    /**
     * {@code every: month, on: 31}: on that day of every month, in shorter ones on the last.
     *
     * @param day 1 to 31
     */
    record Monthly(int day, Optional<Day> from, Optional<Day> until) implements Schedule {

        @Override
        public List<LocalDate> all(LocalDate start, LocalDate asOf) {
            LocalDate first = from.map(each -> each.on(asOf)).orElse(start);
            LocalDate last = until.map(each -> each.on(asOf)).orElse(asOf);
            List<LocalDate> dates = new ArrayList<>();
            for (YearMonth month = YearMonth.from(first);
                    !month.isAfter(YearMonth.from(last));
                    month = month.plusMonths(1)) {
                LocalDate date = month.atDay(Math.min(day, month.lengthOfMonth()));
                if (!date.isBefore(first) && !date.isAfter(last)) {
                    dates.add(date);
                }
            }
            return dates;
        }
    }
}
