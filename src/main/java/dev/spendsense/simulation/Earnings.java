package dev.spendsense.simulation;

import dev.spendsense.bank.Category;
import dev.spendsense.scenario.Catalog;
import dev.spendsense.scenario.IncomeHabit;
import dev.spendsense.scenario.PaySchedule;
import dev.spendsense.scenario.Range;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer earns, and the pays of the whole period.
 *
 * @param grossAnnual cents a year before deductions; 0 where no pay arrives
 * @param netAnnual cents a year that reach the account, or would, where no pay arrives
 * @param schedule when wages arrive
 * @param usualGapDays days that the customer is used to waiting for the next pay
 * @param pays in order of the day
 */
record Earnings(long grossAnnual, long netAnnual, PaySchedule schedule, double usualGapDays, List<Pay> pays) {

    /**
     * One pay.
     *
     * @param day number of the day on which it is posted
     * @param amount cents, positive
     * @param payer employer or client
     * @param category what the bank calls it
     */
    record Pay(int day, long amount, String payer, Category category) {

        Pay times(double factor) {
            return new Pay(day, Math.round(amount * factor), payer, category);
        }
    }

    /** A pay posts on a business day, so an irregular wait is drawn with this much room inside its range. */
    private static final int ROOM_FOR_CLOSED_DAYS = 4;

    /** Days by which a client pays earlier or later than the customer is used to. */
    private static final int CLIENTS_DIFFER_DAYS = 8;

    /** Wages are most often paid on a Friday, else on one of the two days before it. */
    private static final double FRIDAY = 0.7;

    /** Long waits between two short ones, so that the median of the waits in any half year is a long one. */
    private static final int LONG_WAITS_BETWEEN = 3;

    private static final double THURSDAY = 0.15;

    double netMonthly() {
        return netAnnual / 12.0;
    }

    /** The day of the first pay before some day; that day where there is none. */
    int firstPayBefore(int day) {
        return pays.isEmpty() ? day : Math.min(day, pays.get(0).day());
    }

    /** The pays of some days, from the first to before the last. */
    List<Pay> between(int from, int until) {
        return pays.stream()
                .filter(pay -> pay.day() >= from && pay.day() < until)
                .toList();
    }

    static Earnings draw(IncomeHabit habit, Catalog catalog, Calendar calendar, RandomStream income, RandomStream pay) {
        long gross = Math.round(income.within(habit.annual()) / 100_00) * 100_00;
        long net = Math.round(gross * income.within(habit.takeHome()));
        PaySchedule schedule = habit.schedule().at(income.nextDouble());
        double variation = income.within(habit.variation());
        double usualGap = switch (schedule) {
            case WEEKLY -> 7;
            case BIWEEKLY -> 14;
            case SEMIMONTHLY -> 365 / 24.0;
            case MONTHLY -> 365 / 12.0;
            case IRREGULAR -> income.within(longWaits(habit));
            case NONE -> calendar.planned();
        };
        int[] days = payDays(schedule, habit, usualGap, calendar, income);
        long earned = schedule == PaySchedule.NONE ? 0 : gross;
        return new Earnings(
                earned, net, schedule, usualGap, pays(days, net, schedule, usualGap, variation, catalog, pay));
    }

    /** Long waits as they are drawn, with room for pays that move to an open day. */
    private static Range longWaits(IncomeHabit habit) {
        return new Range(habit.longGapDays(), habit.gapDays().high() - ROOM_FOR_CLOSED_DAYS);
    }

    private static int[] payDays(
            PaySchedule schedule, IncomeHabit habit, double usualGap, Calendar calendar, RandomStream income) {
        double weekdayDraw = income.nextDouble();
        int weeks = income.below(2);
        DayOfWeek weekday = weekdayDraw < FRIDAY
                ? DayOfWeek.FRIDAY
                : weekdayDraw < FRIDAY + THURSDAY ? DayOfWeek.THURSDAY : DayOfWeek.WEDNESDAY;
        return switch (schedule) {
            case WEEKLY -> everyWeeks(calendar, weekday, 1, 0);
            case BIWEEKLY -> everyWeeks(calendar, weekday, 2, weeks);
            case SEMIMONTHLY -> onDaysOfMonth(calendar, true);
            case MONTHLY -> onDaysOfMonth(calendar, false);
            case IRREGULAR -> irregularly(habit, usualGap, calendar, income);
            case NONE -> new int[0];
        };
    }

    /** Paydays by the calendar's own weeks, so that the rhythm does not depend on where the period starts. */
    private static int[] everyWeeks(Calendar calendar, DayOfWeek weekday, int weeks, int phase) {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; calendar.movable(day); day++) {
            LocalDate date = calendar.from().plusDays(day);
            boolean payWeek = Math.floorMod(Math.floorDiv(date.toEpochDay() + 3, 7), weeks) == phase;
            if (payWeek && date.getDayOfWeek() == weekday) {
                addOpenDay(days, calendar, day);
            }
        }
        return toArray(days);
    }

    private static int[] onDaysOfMonth(Calendar calendar, boolean midMonthToo) {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; calendar.movable(day); day++) {
            LocalDate date = calendar.from().plusDays(day);
            if (date.getDayOfMonth() == date.lengthOfMonth() || midMonthToo && date.getDayOfMonth() == 15) {
                addOpenDay(days, calendar, day);
            }
        }
        return toArray(days);
    }

    private static int[] irregularly(IncomeHabit habit, double usualGap, Calendar calendar, RandomStream income) {
        List<Integer> days = new ArrayList<>();
        int shortest = (int) habit.gapDays().low() + ROOM_FOR_CLOSED_DAYS;
        Range longWaits = longWaits(habit);
        int day = income.below((int) usualGap);
        int waitedLong = 1;
        while (calendar.contains(day) || calendar.goesOn() && calendar.movable(day)) {
            if (day >= calendar.planned() && calendar.openOnOrBefore(day) < calendar.planned()) {
                days.add(calendar.openOnOrAfter(day)); // nobody knew of it when the planned days ended
            } else {
                addOpenDay(days, calendar, day);
            }
            boolean waitsShort = waitedLong >= LONG_WAITS_BETWEEN && income.chance(habit.shortGaps());
            waitedLong = waitsShort ? 0 : waitedLong + 1;
            double differs = CLIENTS_DIFFER_DAYS * (2 * income.nextDouble() - 1);
            double wait = Math.max(longWaits.low(), Math.min(longWaits.high(), usualGap + differs));
            day += waitsShort ? shortest + income.below(habit.longGapDays() - shortest) : (int) wait;
        }
        return toArray(days);
    }

    private static void addOpenDay(List<Integer> days, Calendar calendar, int day) {
        int open = calendar.openOnOrBefore(day);
        if (calendar.contains(open)) {
            days.add(open);
        }
    }

    private static int[] toArray(List<Integer> days) {
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Pay> pays(
            int[] days,
            long net,
            PaySchedule schedule,
            double usualGap,
            double variation,
            Catalog catalog,
            RandomStream pay) {
        String employer = catalog.employers().get(pay.below(catalog.employers().size()));
        List<Pay> pays = new ArrayList<>(days.length);
        for (int i = 0; i < days.length; i++) {
            RandomStream today = pay.on(days[i]);
            double differs = 1 + variation * (2 * today.nextDouble() - 1);
            double earned = switch (schedule) {
                case WEEKLY -> net / 52.0;
                case BIWEEKLY -> net / 26.0;
                case SEMIMONTHLY -> net / 24.0;
                case MONTHLY -> net / 12.0;
                case IRREGULAR -> net / 365.0 * (i == 0 ? usualGap : days[i] - days[i - 1]);
                case NONE -> 0;
            };
            boolean fromClients = schedule == PaySchedule.IRREGULAR;
            String payer = fromClients
                    ? catalog.clients().get(today.below(catalog.clients().size()))
                    : employer;
            long amount = Math.round(earned * differs);
            Category category = fromClients ? Category.INCOME_OTHER_INCOME : Category.INCOME_WAGES;
            if (amount > 0) {
                pays.add(new Pay(days[i], amount, payer, category));
            }
        }
        return List.copyOf(pays);
    }
}
