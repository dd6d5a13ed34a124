package dev.spendsense.bank.measure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A stretch of days of one customer's history. Days before the history begins are left out; when too few remain, every
 * measure of the stretch is unknown.
 */
public final class Lookback {

    /** Days in an average month of the Gregorian calendar. */
    static final double DAYS_A_MONTH = 30.436875;

    final Behavior behavior;
    final Timeline timeline;
    final int from;
    final int to;
    final boolean covered;
    private final LocalDate firstDate;
    private final LocalDate lastDate;
    private Income income;
    private Cards cards;
    private Cash cash;
    private Savings savings;
    private final Map<String, Flow> paid = new HashMap<>();

    Lookback(Behavior behavior, int from, int to) {
        this.behavior = behavior;
        this.timeline = behavior.timeline();
        this.covered = behavior.covers(from, to);
        this.from = Math.max(from, timeline.firstDay);
        this.to = to;
        this.firstDate = LocalDate.ofEpochDay(this.from);
        this.lastDate = LocalDate.ofEpochDay(to);
    }

    public LocalDate from() {
        return firstDate;
    }

    public LocalDate to() {
        return lastDate;
    }

    /** How many days the bank has seen of it. */
    public int days() {
        return Math.max(0, to - from + 1);
    }

    /** So many days that end some days before the as-of date, as the bank saw them then. */
    public Lookback daysAgo(int ago, int length) {
        return behavior.at(behavior.asOf().minusDays(ago)).last(length);
    }

    /** Purchases, bills, interest and fees on all accounts, refunds taken off. */
    public Flow spending() {
        return paid(CategorySet.SPENDING.name());
    }

    /** Money that left for some purpose, refunds taken off. */
    public Flow paid(String categories) {
        Flow flow = paid.get(categories);
        if (flow == null) {
            flow = Flow.paid(this, behavior.set(categories));
            paid.put(categories, flow);
        }
        return flow;
    }

    /** Money that arrived for some purpose. */
    public Flow received(String categories) {
        return Flow.received(this, behavior.set(categories));
    }

    public Income income() {
        if (income == null) {
            income = new Income(this, behavior.set("pay"));
        }
        return income;
    }

    /** Balances of checking and savings together. */
    public Cash cash() {
        if (cash == null) {
            cash = new Cash(this);
        }
        return cash;
    }

    public Savings savings() {
        if (savings == null) {
            savings = new Savings(this);
        }
        return savings;
    }

    public Cards cards() {
        if (cards == null) {
            cards = new Cards(this);
        }
        return cards;
    }

    /** How a formula names the days where its sources do not. */
    String inDays() {
        return " in " + days() + " days";
    }

    double months() {
        return days() / DAYS_A_MONTH;
    }
}
