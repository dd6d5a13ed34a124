package dev.spendsense.workbench.cases;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A history with other figures in it, whose books are kept anew: balances, statements, minimum payments, interest and fees
 * follow from what people did, by the usual terms of a card.
 */
public final class Rewritten {

    private final History history;

    public Rewritten(History history) {
        this.history = history;
    }

    /** Nothing changed but who keeps the books. */
    public Optional<History> unchanged() {
        return with(Account::openingBalance, Transaction::amount);
    }

    /**
     * With other amounts; empty when no bank could have such a customer. Of a transfer both legs change along.
     *
     * @param amounts cents of each posting, with its sign; what the bank posts by itself is not asked for
     */
    public Optional<History> withAmounts(ToLongFunction<Transaction> amounts) {
        return with(Account::openingBalance, amounts);
    }

    /** With another opening balance of one account, in cents; empty when no bank could have such a customer. */
    public Optional<History> withOpeningBalance(Account account, long cents) {
        return with(it -> it.equals(account) ? cents : it.openingBalance(), Transaction::amount);
    }

    /** Whether a posting is the bank's own: interest or a fee that follows from the rest of the books. */
    public static boolean isTheBanks(Transaction posting) {
        return Transcript.isTheBanks(posting);
    }

    private Optional<History> with(ToLongFunction<Account> openings, ToLongFunction<Transaction> amounts) {
        try {
            return Optional.of(Books.keep(Transcript.of(history, openings, amounts), history.asOf()));
        } catch (ImpossibleHistory nobody) {
            return Optional.empty();
        }
    }
}
