package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** All of a customer's credit cards over some days. Without one, every measure is unknown. */
public final class Cards {

    private final Lookback lookback;
    private final List<Card> cards;

    Cards(Lookback lookback) {
        this.lookback = lookback;
        List<Card> all = new ArrayList<>();
        for (Account account : lookback.timeline.history.accounts()) {
            if (account.type() == AccountType.CREDIT_CARD) {
                all.add(new Card(lookback, account));
            }
        }
        this.cards = List.copyOf(all);
    }

    /** The cards in the order in which the customer got them. */
    public List<Card> all() {
        return cards;
    }

    /** The one card that is this account. */
    Card of(Account account) {
        for (Card card : cards) {
            if (card.isOf(account)) {
                return card;
            }
        }
        throw new NoSuchElementException("no card is " + account.id());
    }

    /** How many. */
    public int count() {
        return cards.size();
    }

    /** The card with the highest {@link Card#averageUtilization()}. */
    public Measure highestUtilization() {
        return highest("average utilization", Unit.SHARE, Card::averageUtilization);
    }

    /** Dollars owed on all cards as a share of all limits, at the end of the last day. */
    public Measure totalUtilization() {
        return all("total utilization", knowsAll() ? Math.max(0, owed()) / limits() : Double.NaN, Unit.SHARE);
    }

    /** By how much the share of all limits that is owed changed over the days, in fractions of 1. */
    public Measure utilizationChange() {
        long before = 0;
        for (Card card : cards) {
            before += card.owedAtStart();
        }
        double change = lookback.covered && knowsAll() ? (owed() - before) / limits() : Double.NaN;
        return all("utilization change" + lookback.inDays(), change, Unit.SHARE);
    }

    /** Dollars of interest charged on all cards. */
    public Measure interest() {
        if (cards.isEmpty()) {
            return Measure.unknown("interest", Unit.USD);
        }
        Measure sum = cards.get(0).interest();
        for (int i = 1; i < cards.size(); i++) {
            sum = sum.plus(cards.get(i).interest());
        }
        return new Measure("interest", sum.value(), Unit.USD, sum.observations(), sum.sources());
    }

    /** Yes when any card is overdue. */
    public Measure overdue() {
        return highest("overdue", Unit.FLAG, Card::overdue);
    }

    /** The largest number of minimum-only payments on any one card. */
    public Measure minimumOnly(double tolerance) {
        return highest("minimum only", Unit.COUNT, card -> card.minimumOnly(tolerance));
    }

    /** The share of all statements that fell due which were paid in full; unknown when none fell due. */
    public Measure paidInFull() {
        double full = 0;
        int due = 0;
        for (Card card : cards) {
            Measure one = card.paidInFull();
            full += one.known() ? one.value() : 0;
            due += one.observations();
        }
        Measure share = all("paid in full share" + lookback.inDays(), due == 0 ? Double.NaN : full / due, Unit.SHARE);
        return new Measure(share.formula(), share.value(), Unit.SHARE, due, share.sources());
    }

    private boolean knowsAll() {
        for (Card card : cards) {
            if (!card.knowsLimit() || !card.knowsBalance()) {
                return false;
            }
        }
        return true;
    }

    private long owed() {
        long owed = 0;
        for (Card card : cards) {
            owed += card.owed();
        }
        return owed;
    }

    private double limits() {
        long limits = 0;
        for (Card card : cards) {
            limits += card.limitCents();
        }
        return limits;
    }

    private Measure highest(String formula, Unit unit, Function<Card, Measure> measure) {
        Measure highest = Measure.unknown(formula, unit);
        for (Card card : cards) {
            Measure one = measure.apply(card);
            if (!highest.known() || one.above(highest.value())) {
                highest = one;
            }
        }
        return highest;
    }

    private Measure all(String formula, double value, Unit unit) {
        if (cards.isEmpty()) {
            return Measure.unknown(formula, unit);
        }
        List<Source> sources = new ArrayList<>(cards.size());
        for (Card card : cards) {
            sources.addAll(card.balance().sources());
        }
        return new Measure(formula, value, unit, cards.size(), sources);
    }
}
