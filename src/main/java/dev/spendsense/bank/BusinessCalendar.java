package dev.spendsense.bank;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which US banks settle: weekdays that are no Federal Reserve holiday. A holiday that falls on a Sunday is
 * kept on the Monday after; one that falls on a Saturday is not moved (Federal Reserve Bank Services holiday schedule).
 */
public final class BusinessCalendar {

    private static final Set<MonthDay> FIXED_HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(6, 19), MonthDay.of(7, 4), MonthDay.of(11, 11), MonthDay.of(12, 25));

    private BusinessCalendar() {}

    public static boolean isBusinessDay(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != SATURDAY && weekday != SUNDAY && !isHoliday(date);
    }

    /** The date itself, or the first business day after it. */
    public static LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself, or the last business day before it. */
    public static LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Whether banks are closed for a Federal Reserve holiday on this date, a moved one included. */
    public static boolean isHoliday(LocalDate date) {
        if (FIXED_HOLIDAYS.contains(MonthDay.from(date))) {
            return true;
        }
        if (date.getDayOfWeek() != MONDAY) {
            return isThanksgiving(date);
        }
        return FIXED_HOLIDAYS.contains(MonthDay.from(date.minusDays(1))) || isMondayHoliday(date);
    }

    private static boolean isThanksgiving(LocalDate date) {
        return date.getMonthValue() == 11 && date.equals(date.with(dayOfWeekInMonth(4, THURSDAY)));
    }

    private static boolean isMondayHoliday(LocalDate monday) {
        return switch (monday.getMonth()) {
            case JANUARY, FEBRUARY -> monday.equals(monday.with(dayOfWeekInMonth(3, MONDAY)));
            case MAY -> monday.equals(monday.with(lastInMonth(MONDAY)));
            case SEPTEMBER -> monday.equals(monday.with(dayOfWeekInMonth(1, MONDAY)));
            case OCTOBER -> monday.equals(monday.with(dayOfWeekInMonth(2, MONDAY)));
            default -> false;
        };
    }
}
