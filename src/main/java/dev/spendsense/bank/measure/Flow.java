package dev.spendsense.bank.measure;

import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Unseen;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Money that moved one way over some days, for some purpose, under some conditions. */
public final class Flow {

    private static final String ONLINE = "online";
    private static final String HOURS = "hours ";
    private static final long MINUTES_AN_HOUR = 60;
    private static final int THURSDAY_OFFSET = 3; // epoch day 0 was a Thursday

    private final Lookback lookback;
    private final CategorySet categories;
    private final int direction;
    private final Flow whole;
    private final IntPredicate condition;
    private final String narrowed;
    private final List<String> merchants;
    private Timeline.Tally tally;

    private Flow(
            Lookback lookback,
            CategorySet categories,
            int direction,
            Flow whole,
            IntPredicate condition,
            String narrowed,
            List<String> merchants) {
        this.lookback = lookback;
        this.categories = categories;
        this.direction = direction;
        this.whole = whole == null ? this : whole;
        this.condition = condition;
        this.narrowed = narrowed;
        this.merchants = merchants;
    }

    static Flow paid(Lookback lookback, CategorySet categories) {
        return new Flow(lookback, categories, 1, null, null, "", List.of());
    }

    static Flow received(Lookback lookback, CategorySet categories) {
        return new Flow(lookback, categories, -1, null, null, "", List.of());
    }

    /** Only what was for these categories, by the name of a set, a group or a category. */
    public Flow in(String set) {
        CategorySet narrower = lookback.behavior.set(set).within(categories);
        return new Flow(lookback, narrower, direction, whole, condition, narrowed, merchants);
    }

    /** Only Saturdays and Sundays, by posting date. */
    public Flow onWeekends() {
        int[] day = lookback.timeline.day;
        return narrow(i -> Math.floorMod(day[i] + THURSDAY_OFFSET, 7) >= 5, "weekends");
    }

    /**
     * Only card use in these hours of the day, the second not included; a later first hour means over midnight.
     * Postings without a time of day are left out.
     */
    public Flow between(int fromHour, int toHour) {
        return narrow(
                i -> {
                    int minute = lookback.timeline.transactions.get(i).minute();
                    if (minute < 0) {
                        return false;
                    }
                    long hour = minute / MINUTES_AN_HOUR;
                    return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
                },
                HOURS + fromHour + " to " + toHour);
    }

    /** Only credit cards. */
    public Flow onCredit() {
        return narrow(i -> !lookback.timeline.isDeposit(i), "credit cards");
    }

    /** Only sites and apps. */
    public Flow online() {
        return narrow(i -> lookback.timeline.transactions.get(i).channel() == Channel.ONLINE, ONLINE);
    }

    /** Only one merchant, by its name on the statement. */
    public Flow at(String merchant) {
        Flow flow = narrow(i -> lookback.timeline.transactions.get(i).merchant().equals(merchant), "");
        return new Flow(lookback, categories, direction, whole, flow.condition, narrowed, List.of(merchant));
    }

    /** Dollars. Without any such transaction it is known to be 0. */
    public Measure total() {
        return measure(named("total"), direction * tally().sum / 100.0, Unit.USD, tally());
    }

    /** Dollars in an average month of the days. */
    public Measure monthly() {
        return measure(named("monthly"), direction * tally().sum / 100.0 / lookback.months(), Unit.USD, tally());
    }

    /** How many transactions, refunds not counted. */
    public Measure count() {
        int count = direction > 0 ? tally().charges : tally().count - tally().charges;
        return measure(named("count"), count, Unit.COUNT, tally());
    }

    /** What share of the wider flow this is: of all spending, for {@code spending().onWeekends()}. */
    public Measure share() {
        return total().over(whole.total());
    }

    /** Dollars of the middle ticket; unknown without any. */
    public Measure medianTicket() {
        long[] tickets = tickets();
        double median = tickets.length == 0 ? Double.NaN : direction * Sorted.median(tickets) / 100;
        return measure(named("median ticket"), median, Unit.USD, tally());
    }

    /**
     * Purchases of at least so many times the customer's usual ticket in their category, beyond the number that the
     * customer's own tickets let expect: as many as are equally small, at most the usual one divided by as much.
     * Negative when there are fewer. The usual ticket is taken from everything up to the as-of date, the counts from
     * these days.
     */
    public Measure outsizedBeyondExpected(double times) {
        TicketSizes sizes = lookback.behavior.ticketSizes(categories);
        int beyond = sizes.outsized(lookback.from, lookback.to, times)
                - sizes.equallySmall(lookback.from, lookback.to, times);
        return measure("outsized beyond expected " + Measure.number(times), beyond, Unit.COUNT, tally());
    }

    /** Purchases of at least so many times the customer's usual ticket in their category. */
    public Measure outsized(double times) {
        TicketSizes sizes = lookback.behavior.ticketSizes(categories);
        return measure(
                "outsized " + Measure.number(times),
                sizes.outsized(lookback.from, lookback.to, times),
                Unit.COUNT,
                tally());
    }

    private long[] tickets() {
        Timeline timeline = lookback.timeline;
        int end = timeline.positionAt(lookback.to + 1);
        long[] tickets = new long[end];
        int size = 0;
        for (int i = timeline.positionAt(lookback.from); i < end; i++) {
            if (timeline.amount[i] * direction > 0 && belongs(i)) {
                tickets[size++] = timeline.amount[i];
            }
        }
        return Arrays.copyOf(tickets, size);
    }

    private Timeline.Tally tally() {
        if (tally == null) {
            tally = addUp();
        }
        return tally;
    }

    private Timeline.Tally addUp() {
        Timeline timeline = lookback.timeline;
        if (condition == null) {
            return timeline.tally(categories, lookback.from, lookback.to);
        }
        Timeline.Tally sum = new Timeline.Tally();
        int end = timeline.positionAt(lookback.to + 1);
        for (int i = timeline.positionAt(lookback.from); i < end; i++) {
            if (belongs(i)) {
                sum.count++;
                sum.charges += timeline.amount[i] > 0 ? 1 : 0;
                sum.sum += timeline.amount[i];
            }
        }
        return sum;
    }

    private boolean belongs(int position) {
        return categories.has(lookback.timeline.category[position]) && (condition == null || condition.test(position));
    }

    private Flow narrow(IntPredicate further, String words) {
        IntPredicate both = condition == null ? further : condition.and(further);
        String all = narrowed.isEmpty() || words.isEmpty() ? narrowed + words : narrowed + ", " + words;
        return new Flow(lookback, categories, direction, whole, both, all, merchants);
    }

    /** Whether the history tells what has to be known of each transaction. */
    private boolean isSeen() {
        Unseen unseen = lookback.timeline.history.unseen();
        return !(unseen.channels() && narrowed.contains(ONLINE))
                && !(unseen.times() && narrowed.contains(HOURS))
                && !(unseen.purposes() && isByPurpose())
                && (direction > 0 || lookback.behavior.seesDeposits());
    }

    private boolean isByPurpose() {
        return direction < 0 || !categories.categories().equals(CategorySet.SPENDING.categories());
    }

    private String named(String formula) {
        return direction > 0 ? formula : "received " + formula;
    }

    private Measure measure(String formula, double value, Unit unit, Timeline.Tally sum) {
        if (!lookback.covered || !isSeen()) {
            return Measure.unknown(formula, unit);
        }
        Source source = new Source(
                lookback.timeline.accountIds,
                categories.categories(),
                merchants,
                lookback.from(),
                lookback.to(),
                narrowed,
                sum.count,
                sum.sum);
        return new Measure(formula, value, unit, sum.count, List.of(source));
    }
}
