package dev.spendsense.web.users;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.findings.Signal;
import dev.spendsense.json.PersonJson.TransactionJson;
import dev.spendsense.report.Postings;
import dev.spendsense.text.NearestName;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of a user's transactions to show, the latest first. Null means any.
 *
 * @param account identifier
 * @param category name of a category, or of a group of them
 * @param from first posting date, included
 * @param to last posting date, included
 * @param signal type of the signal whose transactions are wanted
 * @param windowDays over which window that signal was measured; null for all windows
 * @param cursor identifier of the last transaction of the page before
 * @param limit the most on a page
 */
record TransactionQuery(
        String account,
        String category,
        LocalDate from,
        LocalDate to,
        String signal,
        Integer windowDays,
        String cursor,
        int limit) {

    static final int MOST = 500;

    TransactionQuery {
        if (limit < 1 || limit > MOST) {
            throw new WrongParameter("limit", String.valueOf(limit), "expected a whole number from 1 to " + MOST);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new WrongParameter("from", from.toString(), "is after to, " + to);
        }
    }

    /**
     * The page.
     *
     * @param signals what was measured; asked for only when the query is about a signal
     */
    Items<TransactionJson> page(History history, Function<String, List<Signal>> signals) {
        requireKnown(history);
        Optional<Set<String>> behindSignal = signal == null
                ? Optional.empty()
                : Optional.of(behind(history, signals.apply(history.customer().id())));
        List<Transaction> found = history.transactions().stream()
                .filter(it -> account == null || it.account().id().equals(account))
                .filter(it -> category == null || isOf(it.category()))
                .filter(it -> from == null || !it.date().isBefore(from))
                .filter(it -> to == null || !it.date().isAfter(to))
                .filter(it -> behindSignal.isEmpty() || behindSignal.get().contains(it.id()))
                .toList();
        return page(history.transactions(), found);
    }

    private Items<TransactionJson> page(List<Transaction> all, List<Transaction> found) {
        Set<String> later = new HashSet<>();
        if (cursor != null) {
            int place = IntStream.range(0, all.size())
                    .filter(at -> all.get(at).id().equals(cursor))
                    .findFirst()
                    .orElseThrow(() -> new WrongParameter(
                            "cursor", cursor, "no transaction of this user; expected the \"next\" of a page"));
            all.subList(place, all.size()).forEach(it -> later.add(it.id()));
        }
        List<Transaction> rest =
                found.stream().filter(it -> !later.contains(it.id())).toList();
        List<Transaction> page = IntStream.range(0, Math.min(limit, rest.size()))
                .mapToObj(back -> rest.get(rest.size() - 1 - back))
                .toList();
        String next = page.size() < rest.size() ? page.get(page.size() - 1).id() : null;
        return new Items<>(page.stream().map(TransactionJson::of).toList(), next, found.size());
    }

    private boolean isOf(Category each) {
        return each.name().equals(category) || each.primary().name().equals(category);
    }

    private Set<String> behind(History history, List<Signal> signals) {
        List<Signal> wanted = signals.stream()
                .filter(it -> it.type().equals(signal) && (windowDays == null || it.windowDays() == windowDays))
                .toList();
        if (wanted.isEmpty()) {
            Set<String> measured = signals.stream().map(Signal::type).collect(Collectors.toSet());
            throw new WrongParameter("signal", signal, "not measured of this user; " + expected(signal, measured));
        }
        Postings postings = new Postings(history);
        return wanted.stream()
                .flatMap(it -> it.sources().stream())
                .flatMap(source -> postings.selected(source).stream().flatMap(List::stream))
                .map(Transaction::id)
                .collect(Collectors.toSet());
    }

    private void requireKnown(History history) {
        List<String> accounts = history.accounts().stream().map(Account::id).toList();
        if (account != null && !accounts.contains(account)) {
            throw new WrongParameter("account", account, "no account of this user; " + expected(account, accounts));
        }
        Set<String> categories = Stream.of(Category.values())
                .flatMap(it -> Stream.of(it.name(), it.primary().name()))
                .collect(Collectors.toSet());
        if (category != null && !categories.contains(category)) {
            throw new WrongParameter(
                    "category",
                    category,
                    NearestName.of(category, categories)
                            .map(near -> "unknown; did you mean " + near + "?")
                            .orElse("unknown; expected one of Plaid's personal finance categories"));
        }
    }

    private static String expected(String value, Collection<String> known) {
        return NearestName.of(value, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("expected one of " + known.stream().sorted().collect(Collectors.joining(", ")));
    }
}
