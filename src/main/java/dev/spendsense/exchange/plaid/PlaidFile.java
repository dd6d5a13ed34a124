package dev.spendsense.exchange.plaid;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.exchange.OutsideCustomer;
import dev.spendsense.exchange.OutsideCustomer.OutsideAccount;
import dev.spendsense.exchange.OutsideCustomer.OutsideStatement;
import dev.spendsense.exchange.OutsideCustomer.OutsideTransaction;
import dev.spendsense.exchange.Remarks;
import dev.spendsense.exchange.UnusableFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a customer in Plaid's form: the configuration of a custom Sandbox user ({@code override_accounts}), or answers of
 * the API in one object: {@code accounts}; {@code transactions}, or {@code added}, {@code modified} and {@code removed} of
 * a sync; {@code liabilities.credit}.
 *
 * @see <a href="https://plaid.com/docs/sandbox/user-custom/">Plaid: custom Sandbox users</a>
 * @see <a href="https://plaid.com/docs/api/products/transactions/">Plaid: transactions</a>
 */
public final class PlaidFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String USUAL_CURRENCY = "USD";
    private static final int MASK = 4;

    private final Remarks remarks;
    private final List<OutsideAccount> accounts = new ArrayList<>();
    private final List<OutsideTransaction> transactions = new ArrayList<>();
    private String name = "";

    private PlaidFile(Remarks remarks) {
        this.remarks = remarks;
    }

    /**
     * Reads a file.
     *
     * @param id how to call the customer
     * @param text the whole file
     * @param remarks are told what could not be used
     * @throws UnusableFile when it is nothing of the kind
     */
    public static OutsideCustomer read(String id, String file, String text, Remarks remarks) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnusableFile(file + " is not JSON: " + e.getOriginalMessage());
        }
        PlaidFile plaid = new PlaidFile(remarks);
        JsonPlace top = new JsonPlace(root, "", remarks);
        if (root.isObject() && top.has("override_accounts")) {
            plaid.customUser(top);
        } else if (root.isObject() && top.has("accounts")) {
            plaid.answers(top);
        } else {
            throw new UnusableFile(
                    file + " is no customer in Plaid's form: expected an object with override_accounts, or"
                            + " with accounts and transactions");
        }
        return new OutsideCustomer(id, plaid.name, plaid.accounts, plaid.transactions);
    }

    // --- A custom user of the Sandbox

    private void customUser(JsonPlace top) {
        int number = 0;
        for (JsonPlace account : top.items("override_accounts")) {
            String id = "account-" + ++number;
            Optional<AccountType> type = type(account);
            if (type.isEmpty()) {
                continue;
            }
            String currency = account.text("currency").isEmpty() ? USUAL_CURRENCY : currency(account, "currency", "");
            JsonPlace meta = account.at("meta");
            JsonPlace liability = account.at("liability");
            accounts.add(new OutsideAccount(
                    account.pointer(),
                    id,
                    type.get(),
                    accountName(meta, type.get()),
                    mask(account.at("numbers").text("account")),
                    currency,
                    account.hundredths("starting_balance"),
                    limit(meta, type.get()),
                    basisPoints(liability.hundredths("purchase_apr")),
                    Optional.empty()));
            if (account.has("inflow_model")
                    && !account.at("inflow_model").text("type").equals("none")) {
                account.remark("inflow_model", "is carried out by the Sandbox only; left out");
            }
            if (liability.flag("is_overdue")) {
                liability.remark("is_overdue", "without a statement nothing can be overdue; left out");
            }
            readName(account.at("identity"), "names");
            for (JsonPlace transaction : account.items("transactions")) {
                customTransaction(transaction, id, currency);
            }
        }
    }

    private void customTransaction(JsonPlace place, String account, String accountCurrency) {
        Optional<LocalDate> posted = place.date("date_posted").or(() -> place.date("date_transacted"));
        add(
                place,
                "",
                account,
                posted,
                currency(place, "currency", accountCurrency),
                place.text("description"),
                Optional.empty(),
                Optional.empty());
    }

    // --- Answers of the API

    private void answers(JsonPlace top) {
        Map<String, JsonPlace> credit = new HashMap<>();
        for (JsonPlace liability : top.at("liabilities").items("credit")) {
            credit.put(liability.text("account_id"), liability);
        }
        for (JsonPlace account : top.items("accounts")) {
            Optional<AccountType> type = type(account);
            if (type.isPresent()) {
                apiAccount(account, type.get(), Optional.ofNullable(credit.get(account.text("account_id"))));
            }
        }
        Set<String> gone = new HashSet<>();
        top.items("removed").forEach(removed -> gone.add(removed.text("transaction_id")));
        Set<String> replaced = new HashSet<>();
        top.items("modified").forEach(modified -> replaced.add(modified.text("transaction_id")));
        for (String list : List.of("transactions", "added")) {
            for (JsonPlace transaction : top.items(list)) {
                String id = transaction.text("transaction_id");
                if (!gone.contains(id) && !replaced.contains(id)) {
                    apiTransaction(transaction);
                }
            }
        }
        for (JsonPlace transaction : top.items("modified")) {
            if (!gone.contains(transaction.text("transaction_id"))) {
                apiTransaction(transaction);
            }
        }
        if (top.flag("has_more")) {
            top.remark("has_more", "the file ends before the transactions do");
        }
    }

    private void apiAccount(JsonPlace account, AccountType type, Optional<JsonPlace> liability) {
        JsonPlace balances = account.at("balances");
        OptionalInt apr = OptionalInt.empty();
        if (liability.isPresent()) {
            for (JsonPlace rate : liability.get().items("aprs")) {
                if (rate.text("apr_type").equals("purchase_apr") || apr.isEmpty()) {
                    apr = basisPoints(rate.hundredths("apr_percentage"));
                }
            }
        }
        accounts.add(new OutsideAccount(
                account.pointer(),
                account.text("account_id"),
                type,
                accountName(account, type),
                mask(account.text("mask")),
                currency(balances, "iso_currency_code", USUAL_CURRENCY),
                balances.hundredths("current"),
                limit(balances, type),
                apr,
                liability.flatMap(PlaidFile::statement)));
        account.items("owners").forEach(owner -> readName(owner, "names"));
    }

    private static Optional<OutsideStatement> statement(JsonPlace liability) {
        Optional<LocalDate> closing = liability.date("last_statement_issue_date");
        Optional<LocalDate> due = liability.date("next_payment_due_date");
        OptionalLong balance = liability.hundredths("last_statement_balance");
        OptionalLong minimum = liability.hundredths("minimum_payment_amount");
        if (closing.isEmpty() || due.isEmpty() || balance.isEmpty() || minimum.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutsideStatement(closing.get(), balance.getAsLong(), minimum.getAsLong(), due.get()));
    }

    private void apiTransaction(JsonPlace place) {
        if (place.flag("pending")) {
            place.remark("pending", "has not been posted; left out");
            return;
        }
        String merchant = place.text("merchant_name");
        add(
                place,
                place.text("transaction_id"),
                place.text("account_id"),
                place.date("date"),
                currency(place, "iso_currency_code", USUAL_CURRENCY),
                merchant.isEmpty() ? place.text("name") : merchant,
                category(place),
                channel(place));
    }

    private static Optional<Category> category(JsonPlace place) {
        if (!place.has("personal_finance_category")) {
            return Optional.empty();
        }
        JsonPlace told = place.at("personal_finance_category");
        String detailed = told.text("detailed");
        for (Category category : Category.values()) {
            if (category.name().equals(detailed)) {
                return Optional.of(category);
            }
        }
        String primary = told.text("primary");
        for (Category category : Category.values()) {
            if (category.primary().name().equals(primary) && category.name().startsWith(primary + "_OTHER_")) {
                told.remark("detailed", "is not in the taxonomy; taken as " + category);
                return Optional.of(category);
            }
        }
        told.remark("detailed", "is not in the taxonomy; taken as missing");
        return Optional.empty();
    }

    private static Optional<Channel> channel(JsonPlace place) {
        return switch (place.text("payment_channel")) {
            case "online" -> Optional.of(Channel.ONLINE);
            case "in store" -> Optional.of(Channel.IN_STORE);
            default -> Optional.empty();
        };
    }

    // --- What both have

    private void add(
            JsonPlace place,
            String id,
            String account,
            Optional<LocalDate> date,
            String currency,
            String description,
            Optional<Category> category,
            Optional<Channel> channel) {
        OptionalLong amount = place.hundredths("amount");
        if (date.isEmpty() || amount.isEmpty()) {
            place.remarks()
                    .add(
                            place.pointer(),
                            date.isEmpty() ? "date" : "amount",
                            "",
                            "is missing: the transaction is left out");
            return;
        }
        if (amount.getAsLong() == 0) {
            place.remark("amount", "moves nothing; left out");
            return;
        }
        if (description.isEmpty()) {
            place.remarks().add(place.pointer(), "description", "", "is missing");
        }
        transactions.add(new OutsideTransaction(
                place.pointer(),
                id,
                account,
                date.get(),
                amount.getAsLong(),
                currency,
                description,
                category,
                channel));
    }

    private static Optional<AccountType> type(JsonPlace account) {
        String type = account.text("type").toLowerCase(Locale.ROOT);
        String subtype = account.text("subtype").toLowerCase(Locale.ROOT);
        if (type.equals("credit")) {
            return Optional.of(AccountType.CREDIT_CARD);
        }
        if (type.equals("depository")) {
            switch (subtype) {
                case "checking", "prepaid", "paypal", "cash management" -> {
                    return Optional.of(AccountType.CHECKING);
                }
                case "savings", "money market", "hsa", "cd" -> {
                    return Optional.of(AccountType.SAVINGS);
                }
                default -> {
                    account.remark("subtype", "taken for checking");
                    return Optional.of(AccountType.CHECKING);
                }
            }
        }
        account.remark("type", "accounts of this type are not judged; left out");
        return Optional.empty();
    }

    private static OptionalLong limit(JsonPlace limits, AccountType type) {
        if (type != AccountType.CREDIT_CARD) {
            return OptionalLong.empty();
        }
        OptionalLong limit = limits.hundredths("limit");
        if (limit.isPresent() && limit.getAsLong() <= 0) {
            limits.remark("limit", "is no limit; taken as missing");
            return OptionalLong.empty();
        }
        return limit;
    }

    private static OptionalInt basisPoints(OptionalLong hundredths) {
        return hundredths.isPresent() && hundredths.getAsLong() >= 0 && hundredths.getAsLong() <= 99_999
                ? OptionalInt.of((int) hundredths.getAsLong())
                : OptionalInt.empty();
    }

    private static String accountName(JsonPlace meta, AccountType type) {
        String official = meta.text("official_name");
        String called = official.isEmpty() ? meta.text("name") : official;
        return called.isEmpty() ? type.name().toLowerCase(Locale.ROOT).replace('_', ' ') : called;
    }

    private static String mask(String number) {
        return number.length() > MASK ? number.substring(number.length() - MASK) : number;
    }

    private static String currency(JsonPlace place, String field, String whenMissing) {
        String told = place.text(field).toUpperCase(Locale.ROOT);
        return told.isEmpty() ? whenMissing : told;
    }

    private void readName(JsonPlace person, String field) {
        if (name.isEmpty() && person.has(field) && person.node().get(field).isArray()) {
            JsonNode first = person.node().get(field).get(0);
            name = first == null || !first.isString() ? "" : first.stringValue();
        }
    }
}
