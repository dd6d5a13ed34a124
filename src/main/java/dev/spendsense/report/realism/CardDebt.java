package dev.spendsense.report.realism;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.report.realism.Tally.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a user owes on cards. */
final class CardDebt {

    private CardDebt() {}

    /** Statements not paid in full when they were due, of those on which something was owed. Refunds count as paid. */
    static Part revolving(History history) {
        int revolving = 0;
        int owing = 0;
        for (Statement statement : history.statements()) {
            boolean due = !statement.closingDate().isBefore(history.from())
                    && !statement.dueDate().isAfter(history.asOf());
            if (due && statement.balance() > 0) {
                owing++;
                revolving += credited(history, statement) < statement.balance() ? 1 : 0;
            }
        }
        return new Part(revolving, owing);
    }

    /** Cents that arrived on the card after a statement closed, up to the day it was due. */
    private static long credited(History history, Statement statement) {
        long credited = 0;
        for (Transaction transaction : history.transactions()) {
            if (transaction.amount() < 0
                    && transaction.account().slot() == statement.account().slot()
                    && transaction.date().isAfter(statement.closingDate())
                    && !transaction.date().isAfter(statement.dueDate())) {
                credited -= transaction.amount();
            }
        }
        return credited;
    }

    /** Share of the limit that the last statement of each card in use takes. */
    static List<Double> utilizations(History history) {
        List<Double> utilizations = new ArrayList<>();
        LocalDate yearAgo = history.asOf().minusYears(1);
        for (Account account : history.accounts()) {
            List<Statement> statements =
                    account.type() == AccountType.CREDIT_CARD ? history.statements(account) : List.of();
            if (!statements.isEmpty()) {
                Statement last = statements.get(statements.size() - 1);
                if (last.balance() != 0 || sawPostings(history, account, yearAgo)) {
                    utilizations.add(last.utilization());
                }
            }
        }
        return utilizations;
    }

    private static boolean sawPostings(History history, Account card, LocalDate after) {
        return history.transactions().stream()
                .anyMatch(transaction -> transaction.account().slot() == card.slot()
                        && transaction.date().isAfter(after));
    }
}
