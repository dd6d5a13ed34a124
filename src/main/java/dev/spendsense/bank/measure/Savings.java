package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Savings accounts over some days. Without one, every measure is unknown. */
public final class Savings {

    /** Everything but what the bank itself credits or debits. */
    private static final CategorySet MOVED_BY_CUSTOMER = new CategorySet("moved by customer", movedByCustomer());

    private final Lookback lookback;
    private final boolean known;
    private Timeline.Tally tally;

    Savings(Lookback lookback) {
        this.lookback = lookback;
        this.known = lookback.covered && lookback.behavior.has(AccountType.SAVINGS);
    }

    /** Dollars at the end of the last day. */
    public Measure balance() {
        return ofBalance("balance", balance(lookback.to) / 100.0, Unit.USD);
    }

    /** Dollars put in less dollars taken out; interest is neither. */
    public Measure netInflow() {
        return measure("net inflow", netInflowCents() / 100.0, Unit.USD);
    }

    /** The same in an average month of the days. */
    public Measure monthlyNetInflow() {
        return measure("monthly net inflow", netInflowCents() / 100.0 / lookback.months(), Unit.USD);
    }

    /**
     * The steady monthly rate at which the net inflow alone would have taken the balance from its first to its last
     * level: {@code ((opening + inflow) / opening)^(1 / months) - 1}. Unknown without an opening balance.
     */
    public Measure growth() {
        double opening = balance(lookback.from - 1);
        double closing = Math.max(0, opening + netInflowCents());
        double growth = opening <= 0 ? Double.NaN : StrictMath.pow(closing / opening, 1 / lookback.months()) - 1;
        return ofBalance("growth", growth, Unit.SHARE_PER_MONTH);
    }

    /** Share by which the balance changed, interest included. Unknown without an opening balance. */
    public Measure change() {
        double opening = balance(lookback.from - 1);
        return ofBalance("change", opening <= 0 ? Double.NaN : balance(lookback.to) / opening - 1, Unit.SHARE);
    }

    /** Days since the customer last moved money in or out; the whole history when that never happened. */
    public Measure daysIdle() {
        Timeline timeline = lookback.timeline;
        int i = timeline.positionAt(lookback.to + 1) - 1;
        while (i >= 0 && !isMovement(i)) {
            i--;
        }
        return measure("days idle", lookback.to - (i < 0 ? timeline.firstDay : timeline.day[i]), Unit.DAYS);
    }

    private long balance(int day) {
        long balance = 0;
        for (Account account : lookback.timeline.history.accounts()) {
            if (account.type() == AccountType.SAVINGS) {
                balance += lookback.timeline.balance(account.slot(), day);
            }
        }
        return balance;
    }

    private long netInflowCents() {
        return -tally().sum;
    }

    private Timeline.Tally tally() {
        if (tally == null) {
            tally = new Timeline.Tally();
            if (known) {
                addUpMovements();
            }
        }
        return tally;
    }

    private void addUpMovements() {
        Timeline timeline = lookback.timeline;
        int end = timeline.positionAt(lookback.to + 1);
        for (int i = timeline.positionAt(lookback.from); i < end; i++) {
            if (isMovement(i)) {
                tally.count++;
                tally.sum += timeline.amount[i];
            }
        }
    }

    private boolean isMovement(int position) {
        Timeline timeline = lookback.timeline;
        return timeline.isSavings[timeline.slot[position]] && MOVED_BY_CUSTOMER.has(timeline.category[position]);
    }

    private Measure ofBalance(String formula, double value, Unit unit) {
        boolean seen = lookback.behavior.knowsBalances(AccountType.SAVINGS);
        return seen ? measure(formula, value, unit) : Measure.unknown(formula, unit);
    }

    private Measure measure(String formula, double value, Unit unit) {
        if (!known) {
            return Measure.unknown(formula, unit);
        }
        Source source = new Source(
                lookback.timeline.accountIds(AccountType.SAVINGS),
                MOVED_BY_CUSTOMER.categories(),
                List.of(),
                lookback.from(),
                lookback.to(),
                "",
                tally().count,
                tally().sum);
        return new Measure(formula, value, unit, tally().count, List.of(source));
    }

    private static Set<Category> movedByCustomer() {
        EnumSet<Category> categories = EnumSet.allOf(Category.class);
        categories.remove(Category.INCOME_INTEREST_EARNED);
        categories.removeIf(category -> category.primary() == Category.Primary.BANK_FEES);
        return categories;
    }
}
