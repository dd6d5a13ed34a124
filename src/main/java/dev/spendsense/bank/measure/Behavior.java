package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.History;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a customer did with money, as of one date. Nothing later than that date shows in any answer.
 *
 * <p>Not safe for use by several threads: it keeps what it has worked out.
 */
public final class Behavior {

    /** Looks beyond this number are worked out each time, so that what is kept stays small. */
    private static final int MOST_DATES_KEPT = 500;

    private static final int MOST_LENGTHS_KEPT = 50;

    private final Timeline timeline;
    private final Map<String, CategorySet> sets;
    private final double minimumCoverage;
    private final int asOfDay;
    private final Map<CategorySet, TicketSizes> ticketSizes = new IdentityHashMap<>();
    private final Map<Integer, Lookback> lookbacks = new HashMap<>();

    /** Shared by the behavior at all dates. */
    private final Map<Integer, Behavior> earlier;

    private List<RecurringSeries> recurring;

    private Behavior(
            Timeline timeline,
            Map<String, CategorySet> sets,
            double minimumCoverage,
            int asOfDay,
            Map<Integer, Behavior> earlier) {
        this.earlier = earlier;
        this.timeline = timeline;
        this.sets = sets;
        this.minimumCoverage = minimumCoverage;
        this.asOfDay = asOfDay;
    }

    /**
     * Behavior as of the end of a history.
     *
     * @param sets choices of categories by name; {@code pay} must be among them
     * @param minimumCoverage share of a window that must lie within the history for its measures to be known, 0 to 1
     */
    public static Behavior of(History history, Map<String, CategorySet> sets, double minimumCoverage) {
        Timeline timeline = new Timeline(history);
        return new Behavior(timeline, sets, minimumCoverage, timeline.lastDay, new HashMap<>());
    }

    /**
     * The same customer at an earlier date, as it looked then. Asked again, it still knows what it has worked out.
     *
     * @throws IllegalArgumentException when the date is later than the as-of date: nobody sees what is to come
     */
    public Behavior at(LocalDate date) {
        int day = (int) date.toEpochDay();
        if (day > asOfDay) {
            throw new IllegalArgumentException(date + " is later than " + asOf() + ", the date of the look");
        }
        if (day == asOfDay) {
            return this;
        }
        if (earlier.size() >= MOST_DATES_KEPT && !earlier.containsKey(day)) {
            return new Behavior(timeline, sets, minimumCoverage, day, earlier);
        }
        return earlier.computeIfAbsent(day, at -> new Behavior(timeline, sets, minimumCoverage, at, earlier));
    }

    public LocalDate asOf() {
        return LocalDate.ofEpochDay(asOfDay);
    }

    public History history() {
        return timeline.history;
    }

    /** The given number of days that end with the as-of date. */
    public Lookback last(int days) {
        Lookback lookback = lookbacks.get(days);
        if (lookback == null) {
            lookback = new Lookback(this, asOfDay - days + 1, asOfDay);
            if (lookbacks.size() < MOST_LENGTHS_KEPT) {
                lookbacks.put(days, lookback);
            }
        }
        return lookback;
    }

    /** The customer's cards with what happened on them in the given number of days up to the as-of date. */
    public List<Card> cards(int days) {
        return last(days).cards().all();
    }

    /** Charges that return at a steady pace, in order of merchant. */
    public List<RecurringSeries> recurring() {
        if (recurring == null) {
            recurring = new Recurrence(timeline, asOfDay).find();
        }
        return recurring;
    }

    public boolean has(AccountType type) {
        for (Account account : timeline.history.accounts()) {
            if (account.type() == type) {
                return true;
            }
        }
        return false;
    }

    /** Whether money that arrives would be seen: it arrives on checking and savings. */
    boolean seesDeposits() {
        return has(AccountType.CHECKING) || has(AccountType.SAVINGS);
    }

    /** Whether the balances of all accounts of these types are known, of which there must be one. */
    boolean knowsBalances(AccountType... types) {
        boolean any = false;
        for (Account account : history().accounts()) {
            for (AccountType type : types) {
                if (account.type() == type) {
                    if (history().unseen().balances().contains(account.id())) {
                        return false;
                    }
                    any = true;
                }
            }
        }
        return any;
    }

    TicketSizes ticketSizes(CategorySet set) {
        return ticketSizes.computeIfAbsent(set, s -> new TicketSizes(timeline, s, asOfDay));
    }

    Timeline timeline() {
        return timeline;
    }

    CategorySet set(String name) {
        CategorySet set = sets.get(name);
        if (set == null) {
            throw new IllegalArgumentException("no category set is called " + name);
        }
        return set;
    }

    /** Whether enough of these days lies within what the bank has seen. */
    boolean covers(int from, int to) {
        int seen = Math.min(to, timeline.lastDay) - Math.max(from, timeline.firstDay) + 1;
        return seen > 0 && seen >= minimumCoverage * (to - from + 1);
    }
}
