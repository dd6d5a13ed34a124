package dev.spendsense.exchange.plaid;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Transaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer as the configuration of a custom user of Plaid's Sandbox. That form has no categories, no channels, no times
 * of day and no statements.
 *
 * @param json the configuration
 * @param bytes its size
 * @param transactions how many it holds
 * @param leftOut how many earlier ones it does not hold
 * @param from the first day that it tells of
 * @see <a href="https://plaid.com/docs/sandbox/user-custom/">Plaid: custom Sandbox users</a>
 */
public record SandboxUser(String json, int bytes, int transactions, int leftOut, LocalDate from) {

    /** Beyond these the Sandbox may refuse a configuration (Plaid states both as approximate). */
    private static final int MOST_BYTES = 55_000;

    private static final int MOST_TRANSACTIONS = 250;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The whole history, whether the Sandbox takes it or not. */
    public static SandboxUser whole(History history) {
        return since(history, history.from());
    }

    /** As many of the latest whole days as the Sandbox takes. */
    public static SandboxUser withinLimits(History history) {
        SandboxUser fitting = since(history, history.asOf().plusDays(1));
        TreeSet<LocalDate> days = new TreeSet<>();
        history.transactions().forEach(it -> days.add(it.date()));
        for (LocalDate day : days.descendingSet()) {
            SandboxUser longer = since(history, day);
            if (longer.transactions > MOST_TRANSACTIONS || longer.bytes > MOST_BYTES) {
                return fitting;
            }
            fitting = longer;
        }
        return whole(history);
    }

    private static SandboxUser since(History history, LocalDate from) {
        List<Transaction> told = history.transactions().stream()
                .filter(it -> !it.date().isBefore(from))
                .toList();
        ObjectNode user = JSON.createObjectNode();
        user.put("version", "2");
        user.put("seed", history.customer().id());
        ArrayNode accounts = user.putArray("override_accounts");
        for (Account account : history.accounts()) {
            account(history, account, told, accounts.addObject());
        }
        String json = JSON.writeValueAsString(user);
        return new SandboxUser(
                json,
                json.getBytes(StandardCharsets.UTF_8).length,
                told.size(),
                history.transactions().size() - told.size(),
                from);
    }

    private static void account(History history, Account account, List<Transaction> told, ObjectNode node) {
        boolean card = account.type() == AccountType.CREDIT_CARD;
        node.put("type", card ? "credit" : "depository");
        node.put(
                "subtype",
                switch (account.type()) {
                    case CHECKING -> "checking";
                    case SAVINGS -> "savings";
                    case CREDIT_CARD -> "credit card";
                });
        node.put("starting_balance", dollars(history.balance(account, history.asOf())));
        node.put("currency", "USD");
        ObjectNode meta = node.putObject("meta");
        meta.put("name", account.name());
        meta.put("official_name", account.name());
        if (card) {
            meta.put("limit", dollars(account.creditLimit()));
        }
        // Digits of no real account, the mask at their end.
        node.putObject("numbers").put("account", "00000000" + account.mask());
        node.putObject("identity").putArray("names").add(history.customer().name());
        if (card) {
            liability(history, account, node.putObject("liability"));
        }
        ArrayNode transactions = node.putArray("transactions");
        for (Transaction transaction : told) {
            if (transaction.account().slot() == account.slot()) {
                ObjectNode one = transactions.addObject();
                one.put("date_transacted", transaction.date().toString());
                one.put("date_posted", transaction.date().toString());
                one.put("amount", dollars(transaction.amount()));
                one.put("description", transaction.merchant());
                one.put("currency", "USD");
            }
        }
    }

    private static void liability(History history, Account card, ObjectNode node) {
        node.put("type", "credit");
        node.put("purchase_apr", dollars(card.aprBasisPoints()));
        if (!history.statements(card).isEmpty()) {
            Liability liability = history.liability(card);
            node.put("last_payment_amount", dollars(liability.lastPayment()));
            node.put("minimum_payment_amount", dollars(liability.minimumPayment()));
            node.put("is_overdue", liability.overdue());
        }
    }

    private static BigDecimal dollars(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
