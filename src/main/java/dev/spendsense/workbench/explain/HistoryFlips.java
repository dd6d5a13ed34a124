package dev.spendsense.workbench.explain;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.Postings;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.workbench.cases.Rewritten;
import dev.spendsense.workbench.explain.Flip.Kind;
import dev.spendsense.workbench.explain.Flips.Impossible;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Changes of what the user did: the amounts of the postings that a signal was measured from, or, where it was measured from
 * a balance and so from everything, what was on the account on the first day.
 */
final class HistoryFlips {

    private static final Grid PERCENT = Grid.of("0.01", 0, 10);
    private static final double MOST_DOLLARS = 1_000_000;
    private static final double CENTS = 100;

    private final Flips.Search search;
    private final History history;
    private final Rewritten rewritten;
    private final Postings postings;

    HistoryFlips(Flips.Search search) {
        this.search = search;
        this.history = search.history();
        this.rewritten = new Rewritten(history);
        this.postings = new Postings(history);
    }

    void search() {
        Optional<Findings> anew = rewritten
                .unchanged()
                .flatMap(it -> search.judged(() -> search.rules().evaluate(it)));
        if (anew.filter(it -> !search.flipped(it)).isEmpty()) {
            search.inVain(new Impossible(
                    Kind.AMOUNTS,
                    "what the user did",
                    "books that are kept anew by the usual terms of a card are judged otherwise to begin with",
                    Optional.empty()));
            return;
        }
        Set<Source> sources = new LinkedHashSet<>();
        Set<String> read = signalsRead();
        for (Signal signal : search.findings().signals()) {
            if (read.contains(signal.type())) {
                sources.addAll(signal.sources());
            }
        }
        Set<String> balances = new LinkedHashSet<>();
        for (Source source : sources) {
            if (source.categories().isEmpty() && source.merchants().isEmpty()) {
                balances.addAll(source.accounts());
            } else {
                amounts(source);
            }
        }
        history.accounts().stream()
                .filter(account -> balances.contains(account.id()))
                .forEach(this::openingBalance);
    }

    /** Signals that rules about the persona look at; all that any such rule looks at when there is none about it. */
    private Set<String> signalsRead() {
        List<RuleOutline> rules = RuleDiagnosis.ofTexts(search.rules().source()).rules();
        Predicate<RuleOutline.Conclusion> speaks =
                it -> it.fact().equals("Candidate") || it.fact().equals("Evidence");
        Predicate<RuleOutline.Conclusion> own = it -> it.name().equals(search.persona());
        Set<String> read = read(rules, speaks.and(own));
        return read.isEmpty() ? read(rules, speaks) : read;
    }

    private static Set<String> read(List<RuleOutline> rules, Predicate<RuleOutline.Conclusion> wanted) {
        return rules.stream()
                .filter(rule -> rule.conclusions().stream().anyMatch(wanted))
                .flatMap(rule -> rule.matches().stream())
                .filter(match -> match.fact().equals("Reading"))
                .flatMap(match -> match.names().stream())
                .collect(Collectors.toSet());
    }

    private void amounts(Source source) {
        Set<String> chosen = new HashSet<>();
        postings.selected(source).orElse(List.of()).stream()
                .filter(it -> !Rewritten.isTheBanks(it))
                .forEach(it -> chosen.add(it.id()));
        String name = what(source);
        if (chosen.isEmpty()) {
            String why = source.count() == 0
                    ? "there are none"
                    : "they are the bank's own and follow from the rest of the books";
            search.inVain(new Impossible(Kind.AMOUNTS, name, why, Optional.of(source)));
            return;
        }
        boolean any = false;
        for (int direction : new int[] {1, -1}) {
            Flips.Search.Trial trial = search.trial(
                    factor -> rewritten.withAmounts(it -> chosen.contains(it.id()) ? times(it, factor) : it.amount()));
            Optional<Grid.Found> found = PERCENT.nearest(1, direction, trial::flips);
            any |= found.isPresent();
            found.ifPresent(it -> search.found(new Flip(
                    Kind.AMOUNTS, name, 0, Unit.SHARE, 1, it.to(), it.notYet(), Optional.of(source), trial.after())));
        }
        if (!any) {
            search.inVain(new Impossible(
                    Kind.AMOUNTS, name, "nothing from none of it to ten times as much does it", Optional.of(source)));
        }
    }

    private static long times(Transaction posting, double factor) {
        return Math.round(posting.amount() * factor);
    }

    private static String what(Source source) {
        return source.merchants().isEmpty()
                ? source.categories().stream().map(Enum::name).sorted().collect(Collectors.joining(", "))
                : String.join(", ", source.merchants());
    }

    private void openingBalance(Account account) {
        boolean any = false;
        double dollars = account.openingBalance() / CENTS;
        double most = account.type().isDeposit() ? MOST_DOLLARS : account.creditLimit() / CENTS;
        for (int direction : new int[] {1, -1}) {
            Flips.Search.Trial trial =
                    search.trial(value -> rewritten.withOpeningBalance(account, Math.round(value * CENTS)));
            Optional<Grid.Found> found = Grid.of("1", 0, most).nearest(dollars, direction, trial::flips);
            any |= found.isPresent();
            found.ifPresent(
                    it -> search.found(trial.flip(Kind.OPENING_BALANCE, account.id(), 0, Unit.USD, dollars, it)));
        }
        if (!any) {
            search.inVain(
                    new Impossible(Kind.OPENING_BALANCE, account.id(), "no opening balance does it", Optional.empty()));
        }
    }
}
