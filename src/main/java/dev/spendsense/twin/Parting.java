package dev.spendsense.twin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where two ledgers part.
 *
 * @param day the first day on which anything differs; the first of all when customer or accounts are others from the start
 * @param opened accounts that the other life does not open, or not like that
 * @param postings on the first day whose postings differ, those that the other life does not have; empty when none do
 */
public record Parting(LocalDate day, Both<List<Account>> opened, Both<List<Transaction>> postings) {

    /** Something on the books of one life, and what makes it the same as something in another. */
    private record Row<T>(T entry, LocalDate day, List<Object> content) {}

    /** Empty when both ledgers say the same. */
    static Optional<Parting> of(Both<History> histories) {
        LocalDate from = firstDay(histories);
        Both<List<Row<Account>>> opened = apart(histories.map(Parting::accounts));
        Both<List<Row<Transaction>>> postings = apart(histories.map(Parting::postings));
        boolean samePerson = histories.map(History::customer).same();
        return Stream.of(
                        samePerson ? Optional.<LocalDate>empty() : Optional.of(from),
                        day(opened),
                        day(postings),
                        day(apart(histories.map(Parting::statements))),
                        day(apart(histories.map(Parting::declined))))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(first -> new Parting(
                        first.isBefore(from) ? from : first,
                        opened.map(Parting::entries),
                        postings.map(Parting::entries)));
    }

    /** The day on which the first of the two lives begins; a customer may have joined later in one of them. */
    static LocalDate firstDay(Both<History> histories) {
        LocalDate original = histories.original().from();
        LocalDate twin = histories.twin().from();
        return original.isBefore(twin) ? original : twin;
    }

    private static List<Row<Account>> accounts(History history) {
        Places places = new Places(history);
        return history.accounts().stream()
                .map(it -> new Row<>(
                        it,
                        history.from(),
                        List.of(
                                places.of(it),
                                it.name(),
                                it.mask(),
                                it.openingBalance(),
                                it.creditLimit(),
                                it.aprBasisPoints())))
                .toList();
    }

    private static List<Row<Transaction>> postings(History history) {
        Places places = new Places(history);
        return history.transactions().stream()
                .map(it -> new Row<>(
                        it,
                        it.date(),
                        List.of(
                                places.of(it.account()),
                                it.minute(),
                                it.amount(),
                                it.merchant(),
                                it.category(),
                                it.channel())))
                .toList();
    }

    private static List<Row<Statement>> statements(History history) {
        Places places = new Places(history);
        return history.statements().stream()
                .map(it -> new Row<>(
                        it,
                        it.closingDate(),
                        List.of(
                                places.of(it.account()),
                                it.balance(),
                                it.interest(),
                                it.minimumPayment(),
                                it.dueDate())))
                .toList();
    }

    private static List<Row<DeclinedPurchase>> declined(History history) {
        Places places = new Places(history);
        return history.declined().stream()
                .map(it -> new Row<>(
                        it, it.date(), List.of(places.of(it.account()), it.amount(), it.merchant(), it.category())))
                .toList();
    }

    /** What only one life has on the first day on which either has something that the other has not. */
    private static <T> Both<List<Row<T>>> apart(Both<List<Row<T>>> rows) {
        Both<Map<LocalDate, List<Row<T>>>> days = rows.map(Parting::byDay);
        TreeSet<LocalDate> all = new TreeSet<>(days.original().keySet());
        all.addAll(days.twin().keySet());
        for (LocalDate day : all) {
            Both<List<Row<T>>> those = days.map(it -> it.getOrDefault(day, List.of()));
            Both<List<Row<T>>> alone =
                    new Both<>(less(those.original(), those.twin()), less(those.twin(), those.original()));
            if (day(alone).isPresent()) {
                return alone;
            }
        }
        return new Both<>(List.of(), List.of());
    }

    private static <T> Map<LocalDate, List<Row<T>>> byDay(List<Row<T>> rows) {
        return rows.stream().collect(groupingBy(Row::day, TreeMap::new, toList()));
    }

    private static <T> List<Row<T>> less(List<Row<T>> some, List<Row<T>> others) {
        List<List<Object>> left =
                new ArrayList<>(others.stream().map(Row::content).toList());
        return some.stream().filter(row -> !left.remove(row.content())).toList();
    }

    private static <T> Optional<LocalDate> day(Both<List<Row<T>>> rows) {
        return Stream.concat(rows.original().stream(), rows.twin().stream())
                .map(Row::day)
                .findFirst();
    }

    private static <T> List<T> entries(List<Row<T>> rows) {
        return rows.stream().map(Row::entry).toList();
    }
}
