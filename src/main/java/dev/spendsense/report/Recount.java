package dev.spendsense.report;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.CategorySet;
import dev.spendsense.bank.measure.Flow;
import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.bank.measure.Source;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out one figure from the stored ledger, given what it claims to be: its formula and the selectors of what it was
 * measured from. The claimed value is not looked at.
 *
 * <p>Sums, counts, balances, statements, paydays and savings are added up here, posting by posting. The two things that
 * take more than adding up, recurring charges and a customer's usual ticket, are measured again by the product's own
 * code.
 */
final class Recount {

    private static final double DAYS_A_MONTH = 30.436875;
    private static final Pattern WITH_NUMBER = Pattern.compile("(.+?) (-?[0-9]+(?:\\.[0-9E-]+)?)");
    private static final Pattern IN_DAYS = Pattern.compile("(.+) in ([0-9]+) days");
    private static final String OBSERVATIONS = "observations of ";
    private static final String RECEIVED = "received ";
    private static final String SELECTED = "selected";

    private final Postings postings;
    private final LocalDate asOf;
    private final List<Source> sources;
    private final Optional<Account> card;
    private int next;

    /**
     * @param sources of the figure, in the order of the terms of its formula
     * @param card what the figure's neighbors are about, for those that have no source of their own
     */
    Recount(Postings postings, LocalDate asOf, List<Source> sources, Optional<Account> card) {
        this.postings = postings;
        this.asOf = asOf;
        this.sources = sources;
        this.card = card;
    }

    /** The figure; empty when the formula is not known here or does not fit its sources, NaN when it has no value. */
    OptionalDouble value(String formula) {
        try {
            double value = formula.startsWith(OBSERVATIONS)
                    ? observations(new Term(formula.substring(OBSERVATIONS.length())))
                    : new FormulaReader(formula).read(this::term);
            return next == sources.size() ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (Unfit e) {
            return OptionalDouble.empty();
        }
    }

    /** The formula is not known or does not fit its sources. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** A formula without operators: words, a number that belongs to them, and the days that it looks back. */
    private record Term(String words, double number, int days) {

        Term(String text) {
            this(nameOf(text), numberOf(text), daysOf(text));
        }

        private static String withoutDays(String text) {
            Matcher matcher = IN_DAYS.matcher(text);
            return matcher.matches() ? matcher.group(1) : text;
        }

        private static String nameOf(String text) {
            Matcher matcher = WITH_NUMBER.matcher(withoutDays(text));
            return matcher.matches() ? matcher.group(1) : withoutDays(text);
        }

        private static double numberOf(String text) {
            Matcher matcher = WITH_NUMBER.matcher(withoutDays(text));
            return matcher.matches() ? Double.parseDouble(matcher.group(2)) : Double.NaN;
        }

        private static int daysOf(String text) {
            Matcher matcher = IN_DAYS.matcher(text);
            return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        }
    }

    private double term(String text) {
        Term term = new Term(text);
        double value = switch (term.words) {
            case "total",
                    "monthly",
                    "count",
                    "median ticket",
                    "received total",
                    "received monthly",
                    "received count",
                    "received median ticket" -> flow(term.words, take());
            case "outsized", "outsized beyond expected" -> outsized(term, take());
            case "subscriptions" -> series().size();
            case "monthly price" -> price(take());
            case "monthly prices" ->
                series().stream()
                                .mapToLong(source -> Math.round(price(source) * 100))
                                .sum()
                        / 100.0;
            case "paydays",
                    "median gap",
                    "gap deviation",
                    "variation",
                    "level change",
                    "longest wait",
                    "days since",
                    "balance before pay" -> pay(term, take());
            case "balance" -> balance(take());
            case "percentile", "days below" -> cash(term, take());
            case "net inflow", "monthly net inflow", "growth", "change", "days idle" -> savings(term.words, take());
            case "limit" -> namedCard().creditLimit() / 100.0;
            case "apr" -> namedCard().aprBasisPoints() / 10_000.0;
            case "interest" -> interest();
            case "total utilization", "utilization change", "paid in full share" -> allCards(term);
            default -> oneCard(term, take());
        };
        return Math.rint(value * 1e6) / 1e6;
    }

    private double observations(Term term) {
        return switch (term.words) {
            case "minimum only", "paid in full", "paid late" -> cardOf(take()).due(term.days);
            case "paid in full share" ->
                cards().stream().mapToInt(one -> one.due(term.days)).sum();
            case "total", "monthly", "count", "received count", "median ticket" ->
                selected(take()).size();
            case "received total",
                    "received monthly",
                    "paydays",
                    "variation",
                    "longest wait",
                    "level change",
                    "balance before pay" -> new PayRecount(selected(take())).paydays();
            case "median gap", "gap deviation" -> Math.max(0, new PayRecount(selected(take())).paydays() - 1);
            case "subscriptions", "monthly prices" -> series().size();
            default -> throw new Unfit(term.words);
        };
    }

    // Money that moved.

    private double flow(String words, Source source) {
        boolean received = words.startsWith(RECEIVED);
        int direction = received ? -1 : 1;
        List<Transaction> moved = selected(source);
        List<Long> tickets = moved.stream()
                .map(Transaction::amount)
                .filter(amount -> amount * direction > 0)
                .toList();
        double dollars = direction * Postings.sum(moved) / 100.0;
        return switch (received ? words.substring(RECEIVED.length()) : words) {
            case "total" -> dollars;
            case "monthly" -> dollars / months(source);
            case "count" ->
                received
                        ? moved.stream()
                                .filter(posting -> posting.amount() <= 0)
                                .count()
                        : tickets.size();
            default -> direction * PayRecount.median(tickets) / 100;
        };
    }

    private double outsized(Term term, Source source) {
        Map<String, CategorySet> sets = CategorySet.standard();
        sets.put(SELECTED, new CategorySet(SELECTED, source.categories()));
        Flow flow = Behavior.of(postings.history(), sets, 0)
                .at(source.to())
                .last(days(source))
                .paid(SELECTED);
        return term.words.equals("outsized")
                ? flow.outsized(term.number).value()
                : flow.outsizedBeyondExpected(term.number).value();
    }

    private double price(Source source) {
        return Behavior.of(postings.history(), CategorySet.standard(), 0).at(asOf).recurring().stream()
                .filter(series -> series.source().equals(source))
                .map(RecurringSeries::monthly)
                .findFirst()
                .orElseThrow(() -> new Unfit("no such recurring charge"))
                .value();
    }

    private double pay(Term term, Source source) {
        PayRecount pay = new PayRecount(selected(source));
        return switch (term.words) {
            case "paydays" -> pay.paydays();
            case "median gap" -> pay.medianGap();
            case "gap deviation" -> pay.gapDeviation();
            case "variation" -> pay.variation();
            case "level change" -> pay.levelChange((int) term.number);
            case "longest wait" -> pay.longestWait(source.from(), source.to());
            case "days since" -> pay.daysSince(source.to());
            default -> pay.medianBefore(evening -> postings.balance(deposits(), evening)) / 100;
        };
    }

    // What was there.

    private double balance(Source source) {
        return postings.balance(source.accounts(), source.to()) / 100.0;
    }

    private double cash(Term term, Source source) {
        List<Long> evenings = new ArrayList<>();
        for (int ago = term.days - 1; ago >= 0; ago--) {
            evenings.add(postings.balance(source.accounts(), source.to().minusDays(ago)));
        }
        if (term.words.equals("days below")) {
            return evenings.stream().filter(cents -> cents < term.number * 100).count();
        }
        List<Long> sorted = evenings.stream().sorted().toList();
        int rank = (int) Math.ceil(term.number / 100 * sorted.size());
        return sorted.get(Math.max(0, Math.min(sorted.size(), rank) - 1)) / 100.0;
    }

    private double savings(String words, Source source) {
        double opening = postings.balance(source.accounts(), source.from().minusDays(1));
        double closing = postings.balance(source.accounts(), source.to());
        List<Transaction> moved = selected(source);
        double inflow = -Postings.sum(moved);
        return switch (words) {
            case "net inflow" -> inflow / 100;
            case "monthly net inflow" -> inflow / 100 / months(source);
            case "growth" ->
                opening <= 0
                        ? Double.NaN
                        : StrictMath.pow(Math.max(0, opening + inflow) / opening, 1 / months(source)) - 1;
            case "change" -> opening <= 0 ? Double.NaN : closing / opening - 1;
            default -> idle(source);
        };
    }

    private double idle(Source source) {
        LocalDate last = postings.history().transactions().stream()
                .filter(posting -> source.accounts().contains(posting.account().id()))
                .filter(posting -> source.categories().contains(posting.category()))
                .map(Transaction::date)
                .filter(date -> !date.isAfter(source.to()))
                .reduce((first, second) -> second)
                .orElse(postings.history().from());
        return ChronoUnit.DAYS.between(last, source.to());
    }

    // Cards.

    private double oneCard(Term term, Source source) {
        CardRecount one = cardOf(source);
        return switch (term.words) {
            case "utilization" -> Math.max(0, one.owed()) / one.limit();
            case "statement utilization" -> one.statementUtilization();
            case "average utilization" -> one.averageUtilization(term.days);
            case "statement balance" -> one.statementBalance();
            case "minimum payment" -> one.minimumPayment();
            case "overdue" -> one.overdue();
            case "minimum only" -> dueOrNothing(one, term, one.minimumOnly(term.days, term.number));
            case "paid in full" -> dueOrNothing(one, term, one.paidInFull(term.days));
            case "paid late" -> dueOrNothing(one, term, one.paidLate(term.days));
            default -> throw new Unfit(term.words);
        };
    }

    private static double dueOrNothing(CardRecount one, Term term, int count) {
        return one.due(term.days) == 0 ? Double.NaN : count;
    }

    private double allCards(Term term) {
        List<CardRecount> all = cards();
        double limits = all.stream().mapToDouble(CardRecount::limit).sum();
        double owed = all.stream().mapToLong(CardRecount::owed).sum();
        double before =
                all.stream().mapToLong(one -> one.owedDaysAgo(term.days)).sum();
        double due = all.stream().mapToInt(one -> one.due(term.days)).sum();
        return switch (term.words) {
            case "total utilization" -> Math.max(0, owed) / limits;
            case "utilization change" -> (owed - before) / limits;
            default ->
                due == 0
                        ? Double.NaN
                        : all.stream()
                                        .mapToInt(one -> one.paidInFull(term.days))
                                        .sum()
                                / due;
        };
    }

    private double interest() {
        long cents = Postings.sum(selected(take()));
        while (next < sources.size() && isOneCard(sources.get(next))) {
            cents += Postings.sum(selected(take()));
        }
        return cents / 100.0;
    }

    private List<CardRecount> cards() {
        List<CardRecount> cards = new ArrayList<>();
        while (next < sources.size() && isOneCard(sources.get(next))) {
            cards.add(cardOf(take()));
        }
        return cards;
    }

    private boolean isOneCard(Source source) {
        return source.accounts().size() == 1
                && postings.account(source.accounts().get(0))
                        .filter(account -> !account.type().isDeposit())
                        .isPresent();
    }

    private CardRecount cardOf(Source source) {
        if (!isOneCard(source)) {
            throw new Unfit("not of one card");
        }
        Account account = postings.account(source.accounts().get(0)).orElseThrow();
        return new CardRecount(postings, account, source.to());
    }

    private Account namedCard() {
        return card.orElseThrow(() -> new Unfit("of no card that is named"));
    }

    // Sources.

    private Source take() {
        if (next == sources.size()) {
            throw new Unfit("too few sources");
        }
        return sources.get(next++);
    }

    /** The sources of recurring charges that come next. */
    private List<Source> series() {
        List<Source> series = new ArrayList<>();
        while (next < sources.size() && sources.get(next).narrowed().equals("charges")) {
            series.add(take());
        }
        return series;
    }

    private List<Transaction> selected(Source source) {
        return postings.selected(source).orElseThrow(() -> new Unfit("narrowed to " + source.narrowed()));
    }

    private List<String> deposits() {
        return postings.history().accounts().stream()
                .filter(account -> account.type().isDeposit())
                .map(Account::id)
                .toList();
    }

    private static int days(Source source) {
        return (int) ChronoUnit.DAYS.between(source.from(), source.to()) + 1;
    }

    private static double months(Source source) {
        return days(source) / DAYS_A_MONTH;
    }
}
