package dev.spendsense.rules.facts;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.rules.definitions.Definitions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The customer at the as-of date: who it is, what was done with money, and the numbers to judge it by. */
public final class User {

    private final Definitions definitions;
    private final Behavior behavior;
    private final Optional<Supposition> supposed;

    public User(Definitions definitions, Behavior behavior) {
        this(definitions, behavior, Optional.empty());
    }

    /** @param supposed a signal that is taken to have been measured otherwise */
    public User(Definitions definitions, Behavior behavior, Optional<Supposition> supposed) {
        this.definitions = definitions;
        this.behavior = behavior;
        this.supposed = supposed;
    }

    /** Completed years. */
    public int age() {
        return customer().age();
    }

    /** US Census region. */
    public String region() {
        return customer().region();
    }

    /** Declared gross income in dollars a year. */
    public double annualIncome() {
        return customer().annualIncome() / 100.0;
    }

    public LocalDate asOf() {
        return behavior.asOf();
    }

    /** The user as the bank saw them at an earlier date. */
    public User at(LocalDate date) {
        return new User(definitions, behavior.at(date), supposed);
    }

    /** The user as the bank saw them so many days earlier. */
    public User daysAgo(int days) {
        return at(asOf().minusDays(days));
    }

    /** The user as the bank saw them so many days earlier as a parameter says. */
    public User daysAgo(String parameter) {
        return daysAgo((int) param(parameter));
    }

    /** Whether a category is in a set. */
    public boolean isIn(Category category, String set) {
        return definitions.vocabulary().categorySets().get(set).categories().contains(category);
    }

    /** The last days, as many as a parameter says. */
    public Window last(String parameter) {
        return last((int) param(parameter));
    }

    /** The last so many days. */
    public Window last(int days) {
        return new Window(definitions, behavior.last(days), days, supposed);
    }

    public boolean hasChecking() {
        return behavior.has(AccountType.CHECKING);
    }

    public boolean hasSavings() {
        return behavior.has(AccountType.SAVINGS);
    }

    public boolean hasCard() {
        return behavior.has(AccountType.CREDIT_CARD);
    }

    /** The value of a parameter in its unit. */
    public double param(String name) {
        return definitions.parameters().value(name);
    }

    /** Says that a persona's published criterion is met, in words. */
    public Candidate candidate(String persona, String because) {
        return new Candidate(persona, because);
    }

    /** What something other than a signal says about a persona. */
    public Evidence evidence(String persona, String group, String weight, double strength, String because) {
        return new Evidence(persona, group, param(weight) * strength, weight, Optional.empty(), because);
    }

    /**
     * Which way a value leans between two parameters: -1 at the first and before it, 1 at the second and beyond, and on
     * the straight line in between. The first may be the larger one.
     */
    public double lean(double value, String from, String to) {
        return definitions.parameters().lean(value, from, to);
    }

    /**
     * Takes a recurring charge for a subscription, with what the vocabulary knows of the service.
     */
    public Subscription subscription(RecurringSeries series) {
        return new Subscription(
                series, Optional.ofNullable(definitions.vocabulary().services().get(series.merchant())));
    }

    /**
     * The foremost of these pieces of advice, without those that are held back. Of several with one code only the
     * foremost counts.
     *
     * @param atMost parameter: so many of the user's own
     * @param atLeast parameter: up to so many, advice that is good for anybody fills in
     */
    public Selected foremost(List<Draft> drafts, List<Blocked> blocked, String atMost, String atLeast) {
        return Selected.foremost(drafts, blocked, (int) param(atMost), (int) param(atLeast));
    }

    /** Takes the user to have a persona. */
    public Assigned assign(String persona, int rank, double confidence) {
        return new Assigned(this, new PersonaAssignment(persona, rank, confidence));
    }

    Draft draft(String code, PersonaAssignment persona) {
        return new Draft(definitions, definitions.content().item(code), persona.persona(), persona.rank());
    }

    private Customer customer() {
        return behavior.history().customer();
    }
}
