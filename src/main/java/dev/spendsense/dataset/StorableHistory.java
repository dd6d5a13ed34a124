package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a history must keep to, so that a dataset can give it back exactly as it was. */
final class StorableHistory {

    private StorableHistory() {}

    static void check(History history) {
        checkAccounts(history);
        checkTransactions(history);
        checkStatements(history);
        for (DeclinedPurchase purchase : history.declined()) {
            require(isOwn(history, purchase.account()), history, "a purchase declined on a stranger's account");
        }
    }

    private static void checkAccounts(History history) {
        List<Account> accounts = history.accounts();
        require(
                accounts.size() <= Table.ACCOUNTS_A_USER,
                history,
                accounts.size() + " accounts, more than " + Table.ACCOUNTS_A_USER);
        for (int slot = 0; slot < accounts.size(); slot++) {
            require(accounts.get(slot).slot() == slot, history, "accounts out of the order of their slots");
        }
    }

    private static void checkTransactions(History history) {
        int[] latest = new int[Table.ACCOUNTS_A_USER];
        Arrays.fill(latest, -1);
        LocalDate date = LocalDate.MIN;
        for (Transaction transaction : history.transactions()) {
            require(isOwn(history, transaction.account()), history, "a transaction on a stranger's account");
            int slot = transaction.account().slot();
            if (transaction.date() != date) {
                require(!transaction.date().isBefore(date), history, "transactions out of the order of their dates");
                date = transaction.date();
            }
            require(transaction.sequence() > latest[slot], history, "transactions out of their sequence");
            latest[slot] = transaction.sequence();
        }
    }

    private static void checkStatements(History history) {
        Statement previous = null;
        for (Statement statement : history.statements()) {
            require(isOwn(history, statement.account()), history, "a statement of a stranger's account");
            require(previous == null || isLater(statement, previous), history, "statements out of order");
            previous = statement;
        }
    }

    private static boolean isLater(Statement statement, Statement previous) {
        int slot = statement.account().slot();
        int before = previous.account().slot();
        return slot > before || slot == before && statement.closingDate().isAfter(previous.closingDate());
    }

    private static boolean isOwn(History history, Account account) {
        int slot = account.slot();
        if (slot < 0 || slot >= history.accounts().size()) {
            return false;
        }
        Account own = history.accounts().get(slot);
        return own == account || own.equals(account);
    }

    private static void require(boolean held, History history, String fault) {
        if (!held) {
            throw new IllegalArgumentException(
                    "the history of " + history.customer().id() + " cannot be stored: it has " + fault);
        }
    }
}
