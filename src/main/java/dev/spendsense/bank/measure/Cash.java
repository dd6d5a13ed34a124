package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import java.util.List;
import java.util.Set;

/** What a customer could spend without borrowing: checking and savings together, at the end of each day. */
public final class Cash {

    private final Lookback lookback;
    private final boolean known;

    /** End-of-day balances in no order; worked out when first asked for. */
    private long[] daily;

    /** What was asked for last is likely to be asked for again. */
    private double latestPercent = Double.NaN;

    private Measure latestPercentile;

    Cash(Lookback lookback) {
        this.lookback = lookback;
        this.known = lookback.covered && lookback.behavior.knowsBalances(AccountType.CHECKING, AccountType.SAVINGS);
    }

    /** Dollars at the end of the last day. */
    public Measure balance() {
        return measure("balance", balance(lookback.timeline, lookback.to) / 100.0);
    }

    /** The dollars that the balance was at or below on the given percentage of days. */
    public Measure percentile(double percent) {
        if (!known) {
            return Measure.unknown("percentile", Unit.USD);
        }
        if (percent != latestPercent) {
            latestPercent = percent;
            latestPercentile = measure(
                    "percentile " + Measure.number(percent) + lookback.inDays(),
                    Sorted.select(daily(), Sorted.rank(lookback.days(), percent)) / 100.0);
        }
        return latestPercentile;
    }

    /** How many days ended with less than so many dollars. */
    public Measure daysBelow(double dollars) {
        int days = 0;
        for (long balance : daily()) {
            days += balance < dollars * 100 ? 1 : 0;
        }
        Measure measure = measure("days below " + Measure.number(dollars) + lookback.inDays(), days);
        return new Measure(measure.formula(), measure.value(), Unit.DAYS, measure.observations(), measure.sources());
    }

    static long balance(Timeline timeline, int epochDay) {
        long balance = 0;
        for (Account account : timeline.history.accounts()) {
            if (account.type().isDeposit()) {
                balance += timeline.balance(account.slot(), epochDay);
            }
        }
        return balance;
    }

    private long[] daily() {
        if (daily == null) {
            daily = new long[lookback.days()];
            for (Account account : lookback.timeline.history.accounts()) {
                if (account.type().isDeposit()) {
                    lookback.timeline.addBalances(account.slot(), lookback.from, daily);
                }
            }
        }
        return daily;
    }

    /** Balances follow from every posting since the beginning, so that is their source. */
    private Measure measure(String formula, double value) {
        if (!known) {
            return Measure.unknown(formula, Unit.USD);
        }
        Timeline timeline = lookback.timeline;
        int count = 0;
        long opening = 0;
        for (Account account : timeline.history.accounts()) {
            if (account.type().isDeposit()) {
                count += timeline.postings(account.slot(), lookback.to);
                opening += account.openingBalance();
            }
        }
        long sum = opening - balance(timeline, lookback.to);
        Source source = new Source(
                timeline.accountIds(AccountType.CHECKING, AccountType.SAVINGS),
                Set.of(),
                List.of(),
                timeline.history.from(),
                lookback.to(),
                "",
                count,
                sum);
        return new Measure(formula, value, Unit.USD, lookback.days(), List.of(source));
    }
}
