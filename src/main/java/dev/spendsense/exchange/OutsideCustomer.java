package dev.spendsense.exchange;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A customer as a file from elsewhere tells it, as far as it does.
 *
 * @param id how to call the customer
 * @param name empty when the file has none
 * @param accounts those of a kind that is known here
 * @param transactions on those accounts, in the order of the file
 */
public record OutsideCustomer(
        String id, String name, List<OutsideAccount> accounts, List<OutsideTransaction> transactions) {

    public OutsideCustomer {
        accounts = List.copyOf(accounts);
        transactions = List.copyOf(transactions);
    }

    /**
     * An account.
     *
     * @param pointer where in the file
     * @param id unique in the file
     * @param currency ISO 4217
     * @param balance cents at the end of the history: what the customer has, or owes on a card
     * @param limit cents
     * @param aprBasisPoints of a card
     * @param statement the latest one of a card
     */
    public record OutsideAccount(
            String pointer,
            String id,
            AccountType type,
            String name,
            String mask,
            String currency,
            OptionalLong balance,
            OptionalLong limit,
            OptionalInt aprBasisPoints,
            Optional<OutsideStatement> statement) {}

    /** A card's latest statement; amounts in cents. */
    public record OutsideStatement(LocalDate closing, long balance, long minimumPayment, LocalDate due) {}

    /**
     * A transaction.
     *
     * @param pointer where in the file
     * @param id empty when the file has none
     * @param account id of the account
     * @param date posting date
     * @param amount cents, positive when money leaves the account
     * @param currency ISO 4217
     * @param category as the file states it; empty when it does not
     * @param channel as the file states it; empty when it does not
     */
    public record OutsideTransaction(
            String pointer,
            String id,
            String account,
            LocalDate date,
            long amount,
            String currency,
            String description,
            Optional<Category> category,
            Optional<Channel> channel) {}
}
