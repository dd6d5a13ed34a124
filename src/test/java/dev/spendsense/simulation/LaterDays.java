package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The later part of a history, as one that began on that day with the accounts as they stood. */
final class LaterDays {

    private LaterDays() {}

    static History of(History history, LocalDate from) {
        Map<Account, Account> accounts = history.accounts().stream()
                .collect(Collectors.toMap(it -> it, it -> standing(it, history.balance(it, from.minusDays(1)))));
        return new History(
                history.customer(),
                from,
                history.asOf(),
                history.accounts().stream().map(accounts::get).toList(),
                history.transactions().stream()
                        .filter(it -> !it.date().isBefore(from))
                        .map(it -> on(accounts.get(it.account()), it))
                        .toList(),
                statements(history, from, accounts),
                history.declined().stream()
                        .filter(it -> !it.date().isBefore(from))
                        .toList());
    }

    private static Account standing(Account account, long balance) {
        return new Account(
                account.id(),
                account.slot(),
                account.type(),
                account.name(),
                account.mask(),
                balance,
                account.creditLimit(),
                account.aprBasisPoints());
    }

    private static Transaction on(Account account, Transaction it) {
        return new Transaction(
                account,
                it.sequence(),
                it.date(),
                it.minute(),
                it.amount(),
                it.merchant(),
                it.category(),
                it.channel());
    }

    /** The statements that close from that day on, and the one before them. */
    private static List<Statement> statements(History history, LocalDate from, Map<Account, Account> accounts) {
        return history.statements().stream()
                .filter(it -> !it.closingDate().plusMonths(1).isBefore(from))
                .map(it -> new Statement(
                        accounts.get(it.account()),
                        it.closingDate(),
                        it.balance(),
                        it.interest(),
                        it.minimumPayment(),
                        it.dueDate()))
                .toList();
    }
}
