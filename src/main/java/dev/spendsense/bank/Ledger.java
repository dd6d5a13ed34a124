package dev.spendsense.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The book of one customer's accounts. Balances start at each account's opening balance and are moved by postings
 * alone; a transfer is two postings that sum to zero.
 */
public final class Ledger {

    private final List<Account> accounts;
    private final long[] balances;
    private final int[] sequences;
    private final List<Transaction> transactions = new ArrayList<>(1024);

    public Ledger(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
        this.balances = new long[accounts.size()];
        this.sequences = new int[accounts.size()];
        for (Account account : accounts) {
            balances[account.slot()] = account.openingBalance();
        }
    }

    public List<Account> accounts() {
        return accounts;
    }

    /** Cents the customer has in a deposit account, or owes on a card. */
    public long balance(Account account) {
        return balances[account.slot()];
    }

    /** Cents that can still be spent: the balance of a deposit account, the open credit of a card. */
    public long available(Account account) {
        long balance = balances[account.slot()];
        return account.type().isDeposit() ? balance : account.creditLimit() - balance;
    }

    /**
     * Moves money out of (positive amount) or into (negative) one account.
     *
     * @param minute minutes since midnight, or {@link Transaction#NO_TIME}
     * @param amount cents
     */
    public void post(
            Account account,
            LocalDate date,
            int minute,
            long amount,
            String merchant,
            Category category,
            Channel channel) {
        int slot = account.slot();
        balances[slot] = account.balanceAfter(balances[slot], amount);
        transactions.add(
                new Transaction(account, sequences[slot]++, date, minute, amount, merchant, category, channel));
    }

    /** Moves cents from one of the customer's accounts to another: one posting on each. */
    public void transfer(
            Account from, Account to, LocalDate date, long amount, String description, Category out, Category in) {
        post(from, date, Transaction.NO_TIME, amount, description, out, Channel.TRANSFER);
        post(to, date, Transaction.NO_TIME, -amount, description, in, Channel.TRANSFER);
    }

    /** All postings so far, in the order in which they were made. */
    public List<Transaction> transactions() {
        return transactions;
    }
}
