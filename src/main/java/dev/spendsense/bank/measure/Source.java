package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The transactions that a value was measured from, told as a condition rather than as a list of ids.
 *
 * @param accounts identifiers of the accounts
 * @param categories what the transactions were for; empty for anything
 * @param merchants who the other party was; empty for anyone
 * @param from first posting date, included
 * @param to last posting date, included
 * @param narrowed what else was asked of a transaction, in words such as {@code weekends}; empty for nothing
 * @param count how many transactions that is
 * @param sum cents, with the sign of the ledger: positive when money left
 */
public record Source(
        List<String> accounts,
        Set<Category> categories,
        List<String> merchants,
        LocalDate from,
        LocalDate to,
        String narrowed,
        int count,
        long sum) {

    /** Whether a transaction is one of those meant, as far as account, category, merchant and date decide it. */
    public boolean selects(Transaction transaction) {
        return accounts.contains(transaction.account().id())
                && (categories.isEmpty() || categories.contains(transaction.category()))
                && (merchants.isEmpty() || merchants.contains(transaction.merchant()))
                && !transaction.date().isBefore(from)
                && !transaction.date().isAfter(to);
    }
}
