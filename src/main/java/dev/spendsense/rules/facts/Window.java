package dev.spendsense.rules.facts;

import dev.spendsense.bank.measure.Cards;
import dev.spendsense.bank.measure.Cash;
import dev.spendsense.bank.measure.Flow;
import dev.spendsense.bank.measure.Income;
import dev.spendsense.bank.measure.Lookback;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Savings;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.definitions.Definitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The user over the last so many days. One is there for each window of the vocabulary. */
public final class Window {

    private static final Comparator<Subscription> BY_MERCHANT = Comparator.comparing(Subscription::merchant);

    private final Definitions definitions;
    private final Lookback lookback;
    private final int days;
    private final Optional<Supposition> supposed;
    private final boolean cycles;
    private Window payCycles;

    Window(Definitions definitions, Lookback lookback, int days, Optional<Supposition> supposed) {
        this(definitions, lookback, days, supposed, false);
    }

    private Window(
            Definitions definitions, Lookback lookback, int days, Optional<Supposition> supposed, boolean cycles) {
        this.supposed = supposed;
        this.cycles = cycles;
        this.definitions = definitions;
        this.lookback = lookback;
        this.days = days;
    }

    /** Length in days. */
    public int days() {
        return days;
    }

    /** The value of a parameter in its unit. */
    public double param(String name) {
        return definitions.parameters().value(name);
    }

    /** Purchases, bills, interest and fees on all accounts, refunds taken off. */
    public Flow spending() {
        return lookback.spending();
    }

    /** Money that left for some purpose: the name of a category set, group or category. */
    public Flow paid(String categories) {
        return lookback.paid(categories);
    }

    /** Money that arrived for some purpose. */
    public Flow received(String categories) {
        return lookback.received(categories);
    }

    /** Pay: the category set of that name. */
    public Income income() {
        return lookback.income();
    }

    /** Balances of checking and savings together. */
    public Cash cash() {
        return lookback.cash();
    }

    public Savings savings() {
        return lookback.savings();
    }

    public Cards cards() {
        return lookback.cards();
    }

    /** As many days, ending so many days earlier, as the bank saw them then. */
    public Window daysAgo(int ago) {
        Window earlier = new Window(definitions, lookback.daysAgo(ago, days), days, supposed);
        return cycles ? earlier.payCycles() : earlier;
    }

    /** The same, so many days earlier as a parameter says. */
    public Window daysAgo(String parameter) {
        return daysAgo((int) param(parameter));
    }

    /** The same questions over the whole pay cycles that cover these days best. */
    public Window payCycles() {
        if (payCycles == null) {
            payCycles = new Window(definitions, income().cycles(), days, supposed, true);
        }
        return payCycles;
    }

    /** How many subscriptions a rule has gathered. */
    public Measure count(List<Subscription> subscriptions) {
        return new Measure(
                "subscriptions", subscriptions.size(), Unit.COUNT, subscriptions.size(), sources(subscriptions));
    }

    /** Dollars a month for the subscriptions that a rule has gathered. */
    public Measure monthly(List<Subscription> subscriptions) {
        long cents = 0;
        for (Subscription subscription : subscriptions) {
            cents += Math.round(subscription.monthly() * 100);
        }
        return new Measure("monthly prices", cents / 100.0, Unit.USD, subscriptions.size(), sources(subscriptions));
    }

    private static List<Source> sources(List<Subscription> subscriptions) {
        if (subscriptions.isEmpty()) {
            return List.of();
        }
        List<Subscription> ordered = new ArrayList<>(subscriptions);
        ordered.sort(BY_MERCHANT);
        List<Source> sources = new ArrayList<>(ordered.size());
        for (Subscription subscription : ordered) {
            sources.add(subscription.series().source());
        }
        return sources;
    }

    /** Begins a signal; the comparison with a parameter completes it. */
    public Measurement signal(String type, Measure measure) {
        Measure shown = supposed.filter(it -> it.isAbout(type, days))
                .map(it -> new Measure(
                        measure.formula(), it.value(), measure.unit(), measure.observations(), measure.sources()))
                .orElse(measure);
        return new Measurement(definitions, type, days, shown);
    }
}
