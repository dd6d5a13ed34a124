package dev.spendsense.report;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds what advice tells a customer against the customer's ledger. A rationale is true when
 *
 * <ul>
 *   <li>each figure that it quotes, worked out again from the stored postings and statements by its formula and its
 *       sources, is the stored value, and is written as such a value is written;
 *   <li>each of its sources selects as many postings, of the same sum, as it says;
 *   <li>each name is that of an account of the customer, or of a merchant whom the customer has paid;
 *   <li>every bound text stands in the sentence, and any other number in title, body or rationale is the value of a
 *       parameter.
 * </ul>
 *
 * <p>A figure whose formula is not known here counts as not true: nobody could say that it is.
 */
final class RationaleChecker {

    /** Values are stored to six decimals, the last of which may depend on the order of a sum. */
    private static final double TOLERANCE = 1.5e-6;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?%?");
    private static final String OF_ACCOUNT = "account ";
    private static final String OF_MERCHANT = "merchant";

    private final Set<String> parameterNumbers = new HashSet<>();

    /** A checker for rules with the given parameters. */
    public RationaleChecker(List<RuleText.Parameter> parameters) {
        parameters.forEach(parameter ->
                numbersIn(parameter.unit().format(parameter.value())).forEach(parameterNumbers::add));
    }

    /**
     * Checks one recommendation.
     *
     * @param history of the customer, as it was stored
     * @param asOf date at which the rules looked
     * @return what is wrong, in words; empty when the rationale is there and true
     */
    public List<String> check(History history, LocalDate asOf, Recommendation recommendation) {
        List<String> faults = new ArrayList<>();
        if (recommendation.rationale().isBlank()) {
            faults.add("it has no rationale");
        }
        Postings postings = new Postings(history);
        Optional<Account> card = cardOf(postings, recommendation);
        for (Binding binding : recommendation.bindings()) {
            if (!recommendation.rationale().contains(binding.text())) {
                faults.add(binding.name() + " (" + binding.text() + ") does not stand in the rationale");
            }
            for (Source source : binding.sources()) {
                if (!postings.confirm(source)) {
                    faults.add(binding.name() + " is measured from " + source.count()
                            + " postings that the ledger does not have so");
                }
            }
            (binding.unit().isPresent()
                            ? figure(
                                    binding, binding.unit().get(), new Recount(postings, asOf, binding.sources(), card))
                            : name(binding, postings))
                    .ifPresent(faults::add);
        }
        faults.addAll(strayNumbers(recommendation));
        return faults;
    }

    private static Optional<String> figure(Binding binding, Unit unit, Recount recount) {
        OptionalDouble recounted = recount.value(binding.origin());
        if (recounted.isEmpty()) {
            return Optional.of(binding.name() + " cannot be worked out again: " + binding.origin());
        }
        double value = recounted.getAsDouble();
        if (!(Math.abs(value - binding.value()) <= TOLERANCE)) { // what is not a number is not equal either
            return Optional.of(
                    binding.name() + " is said to be " + binding.value() + ", but the ledger makes it " + value);
        }
        if (!binding.text().equals(unit.format(binding.value()))) {
            return Optional.of(
                    binding.name() + " is " + unit.format(binding.value()) + ", but " + binding.text() + " is written");
        }
        return Optional.empty();
    }

    private static Optional<String> name(Binding binding, Postings postings) {
        boolean known = false;
        if (binding.origin().startsWith(OF_ACCOUNT)) {
            known = postings.account(binding.origin().substring(OF_ACCOUNT.length()))
                    .filter(account -> binding.text().equals(account.name() + " ending " + account.mask()))
                    .isPresent();
        } else if (binding.origin().equals(OF_MERCHANT)) {
            known = binding.sources().stream()
                    .anyMatch(source -> source.merchants().equals(List.of(binding.text())) && source.count() > 0);
        }
        return known
                ? Optional.empty()
                : Optional.of(binding.name() + " names what is not the customer's: " + binding.text());
    }

    private List<String> strayNumbers(Recommendation recommendation) {
        Set<String> allowed = new HashSet<>(parameterNumbers);
        recommendation.bindings().forEach(binding -> numbersIn(binding.text()).forEach(allowed::add));
        return Stream.of(recommendation.title(), recommendation.body(), recommendation.rationale())
                .flatMap(RationaleChecker::numbersIn)
                .filter(number -> !allowed.contains(number))
                .distinct()
                .map(number -> number + " is neither the customer's figure nor a parameter")
                .toList();
    }

    /** The card that a recommendation is about, if it is about one: named, or the only one that figures come from. */
    private static Optional<Account> cardOf(Postings postings, Recommendation recommendation) {
        List<String> ids = new ArrayList<>();
        for (Binding binding : recommendation.bindings()) {
            if (binding.origin().startsWith(OF_ACCOUNT)) {
                return postings.account(binding.origin().substring(OF_ACCOUNT.length()));
            }
            binding.sources().stream()
                    .filter(source -> source.accounts().size() == 1)
                    .forEach(source -> ids.add(source.accounts().get(0)));
        }
        List<Account> cards = ids.stream()
                .distinct()
                .flatMap(id -> postings.account(id).stream())
                .filter(account -> account.type() == AccountType.CREDIT_CARD)
                .toList();
        return cards.size() == 1 ? Optional.of(cards.get(0)) : Optional.empty();
    }

    private static Stream<String> numbersIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group);
    }
}
