package dev.spendsense.bank.measure;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import java.util.Arrays;
import java.util.List;

/** Pay that arrived over some days. Several deposits on one day are one payday. */
public final class Income {

    private final Lookback lookback;
    private final CategorySet pay;
    private final int[] paydays;
    private final long[] amounts;
    private final long[] gaps;
    private final int deposits;
    private Lookback cycles;

    Income(Lookback lookback, CategorySet pay) {
        this.lookback = lookback;
        this.pay = pay;
        int[] positions = payPositions(lookback.from, lookback.to);
        this.deposits = positions.length;
        int[] days = new int[positions.length];
        long[] cents = new long[positions.length];
        int size = 0;
        for (int position : positions) {
            int day = lookback.timeline.day[position];
            if (size == 0 || days[size - 1] != day) {
                days[size++] = day;
            }
            cents[size - 1] -= lookback.timeline.amount[position];
        }
        this.paydays = Arrays.copyOf(days, size);
        this.amounts = Arrays.copyOf(cents, size);
        this.gaps = gaps(paydays);
    }

    /** Dollars. */
    public Measure total() {
        return measure("received total", sum(0, amounts.length) / 100.0, Unit.USD, paydays.length);
    }

    /** Dollars in an average month of the days. */
    public Measure monthly() {
        return measure(
                "received monthly", sum(0, amounts.length) / 100.0 / lookback.months(), Unit.USD, paydays.length);
    }

    /** How many paydays. */
    public Measure pays() {
        return measure("paydays", paydays.length, Unit.COUNT, paydays.length);
    }

    /** Middle number of days from one payday to the next; unknown below two paydays. */
    public Measure medianGap() {
        return measure("median gap", gaps.length == 0 ? Double.NaN : Sorted.median(gaps), Unit.DAYS, gaps.length);
    }

    /** Standard deviation of those gaps in days; unknown below three paydays. */
    public Measure gapDeviation() {
        double deviation = gaps.length < 2 ? Double.NaN : Sorted.deviation(gaps);
        return measure("gap deviation", deviation, Unit.DAYS, gaps.length);
    }

    /** Standard deviation of the pays over their mean; unknown below two paydays. */
    public Measure variation() {
        double variation = amounts.length < 2 ? Double.NaN : Sorted.variation(amounts);
        return measure("variation", variation, Unit.SHARE, amounts.length);
    }

    /**
     * By what share the middle of the latest pays differs from the middle of those before; unknown when there are not
     * twice as many.
     *
     * @param latest how many pays count as the latest
     */
    public Measure levelChange(int latest) {
        int earlier = amounts.length - latest;
        double change = Double.NaN;
        if (earlier >= latest) {
            double before = Sorted.median(Arrays.copyOf(amounts, earlier));
            change = Sorted.median(Arrays.copyOfRange(amounts, earlier, amounts.length)) / before - 1;
        }
        return measure("level change " + latest, change, Unit.SHARE, amounts.length);
    }

    /**
     * The longest stretch of days without pay, the one before the first payday and the one since the latest among them.
     * How long those two really were or will be is not known, so that a wait is at least as long as this. Unknown
     * without a payday.
     */
    public Measure longestWait() {
        long longest = paydays.length == 0
                ? 0
                : Math.max(paydays[0] - lookback.from, lookback.to - paydays[paydays.length - 1]);
        for (long gap : gaps) {
            longest = Math.max(longest, gap);
        }
        return measure("longest wait", paydays.length == 0 ? Double.NaN : longest, Unit.DAYS, paydays.length);
    }

    /** Days since the latest payday. */
    public Measure daysSincePay() {
        double days = paydays.length == 0 ? Double.NaN : lookback.to - paydays[paydays.length - 1];
        return measure("days since", days, Unit.DAYS, paydays.length);
    }

    /** The middle of the balances of checking and savings at the end of the day before each payday. */
    public Measure balanceBeforePay() {
        long[] balances = new long[paydays.length];
        for (int i = 0; i < balances.length; i++) {
            balances[i] = Cash.balance(lookback.timeline, paydays[i] - 1);
        }
        double median = balances.length == 0 ? Double.NaN : Sorted.median(balances) / 100;
        boolean seen = lookback.behavior.knowsBalances(AccountType.CHECKING, AccountType.SAVINGS);
        return measure("balance before pay", seen ? median : Double.NaN, Unit.USD, balances.length);
    }

    /**
     * The whole pay cycles that cover the days best: from the latest payday on or before their beginning (or the first
     * one known) up to the day before the latest payday. Unknown measures when there is no such cycle.
     */
    public Lookback cycles() {
        if (cycles == null) {
            cycles = wholeCycles();
        }
        return cycles;
    }

    private Lookback wholeCycles() {
        int last = paydays.length == 0 ? lookback.from : paydays[paydays.length - 1];
        int[] before = payPositions(lookback.timeline.firstDay, Math.min(lookback.from, last));
        int first = last;
        if (before.length > 0) {
            first = lookback.timeline.day[before[before.length - 1]];
        } else if (paydays.length > 0) {
            first = paydays[0];
        }
        return new Lookback(lookback.behavior, first, last - 1);
    }

    private static long[] gaps(int[] paydays) {
        long[] gaps = new long[Math.max(0, paydays.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = paydays[i + 1] - paydays[i];
        }
        return gaps;
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += amounts[i];
        }
        return sum;
    }

    private int[] payPositions(int from, int to) {
        int[] all = new int[0];
        boolean several = false;
        for (Category category : pay.categories()) {
            int[] some = lookback.timeline.positions(category, from, to);
            if (some.length > 0) {
                several = all.length > 0;
                int size = all.length;
                all = Arrays.copyOf(all, size + some.length);
                System.arraycopy(some, 0, all, size, some.length);
            }
        }
        if (several) {
            Arrays.sort(all);
        }
        return all;
    }

    private Measure measure(String formula, double value, Unit unit, int observations) {
        boolean seen = lookback.behavior.seesDeposits()
                && !lookback.behavior.history().unseen().purposes();
        if (!lookback.covered || !seen) {
            return Measure.unknown(formula, unit);
        }
        Source source = new Source(
                lookback.timeline.accountIds,
                pay.categories(),
                List.of(),
                lookback.from(),
                lookback.to(),
                "",
                deposits,
                -sum(0, amounts.length));
        return new Measure(formula, value, unit, observations, List.of(source));
    }
}
