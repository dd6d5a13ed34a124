package dev.spendsense.exchange;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.Unseen;
import dev.spendsense.exchange.OutsideCustomer.OutsideAccount;
import dev.spendsense.exchange.OutsideCustomer.OutsideTransaction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes a history of what a file tells, as far as it goes. */
public final class HistoryAssembly {

    /** From so many days without a transaction on, a look says more about the file than about the customer. */
    private static final int STALE_DAYS = 30;

    private static final String NOT_TOLD = "-";

    private final OutsideCustomer outside;
    private final LocalDate today;
    private final CategoryPatterns patterns;
    private final Remarks remarks;
    private final Set<String> withoutBalance = new HashSet<>();
    private final Set<String> withoutRate = new HashSet<>();
    private int withoutCategory;
    private boolean channelsTold = true;

    private HistoryAssembly(OutsideCustomer outside, LocalDate today, CategoryPatterns patterns, Remarks remarks) {
        this.outside = outside;
        this.today = today;
        this.patterns = patterns;
        this.remarks = remarks;
    }

    /**
     * The history of a customer.
     *
     * @param asOf the last day; empty for that of the latest transaction
     * @param today what is dated later has not been posted
     * @param patterns say what a transaction was for where the file does not
     * @param remarks are told what could not be used
     * @throws UnusableFile when nothing is left to make a history of
     */
    public static History of(
            OutsideCustomer outside,
            Optional<LocalDate> asOf,
            LocalDate today,
            CategoryPatterns patterns,
            Remarks remarks) {
        return new HistoryAssembly(outside, today, patterns, remarks).assemble(asOf);
    }

    private History assemble(Optional<LocalDate> wanted) {
        String currency = mainCurrency();
        List<OutsideAccount> told = accountsIn(currency);
        Map<String, Integer> slots = new HashMap<>();
        told.forEach(account -> slots.put(account.id(), slots.size()));
        List<OutsideTransaction> all = transactionsIn(currency, slots.keySet());
        LocalDate latest = all.stream()
                .map(OutsideTransaction::date)
                .max(Comparator.naturalOrder())
                .or(() -> wanted)
                .orElseThrow(() -> new UnusableFile(remarks.file() + " has no transaction that can be used"));
        LocalDate asOf = wanted.orElse(latest);
        // Balances are those of the end of the file, whatever the day of the look.
        Map<String, Long> moved = new HashMap<>();
        all.forEach(it -> moved.merge(it.account(), it.amount(), Long::sum));
        List<OutsideTransaction> seen =
                all.stream().filter(it -> !it.date().isAfter(asOf)).toList();
        if (seen.size() < all.size()) {
            remarks.add(all.size() - seen.size() + " transactions after " + asOf + " are left out");
        }
        LocalDate from = seen.stream()
                .map(OutsideTransaction::date)
                .min(Comparator.naturalOrder())
                .orElse(asOf);
        long silent = ChronoUnit.DAYS.between(latest, asOf);
        if (silent > STALE_DAYS) {
            remarks.add("the latest transaction is of " + latest + ", " + silent + " days before " + asOf);
        }
        List<Account> accounts = accounts(told, moved);
        List<Transaction> transactions = transactions(seen, accounts, slots);
        List<Statement> statements = statements(told, accounts, asOf);
        sayWhatIsMissing(told, seen, from);
        return new History(
                new Customer(outside.id(), name(), 0, NOT_TOLD, 0, true),
                from,
                asOf,
                accounts,
                transactions,
                statements,
                List.of(),
                new Unseen(withoutBalance, withoutRate, !channelsTold, true, tooFewCategories(seen.size())));
    }

    private String name() {
        return outside.name().isEmpty() ? outside.id() : outside.name();
    }

    /** That of most transactions; nobody knows what the others were worth on their day. */
    private String mainCurrency() {
        Map<String, Integer> counts = new TreeMap<>();
        outside.accounts().forEach(account -> counts.merge(account.currency(), 0, Integer::sum));
        outside.transactions().forEach(transaction -> counts.merge(transaction.currency(), 1, Integer::sum));
        String main = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new UnusableFile(remarks.file() + " has no account that can be used"));
        counts.remove(main);
        counts.forEach((other, count) ->
                remarks.add("", "currency", other, "left out with " + count + " transactions; " + main + " is judged"));
        return main;
    }

    private List<OutsideAccount> accountsIn(String currency) {
        List<OutsideAccount> accounts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (OutsideAccount account : outside.accounts()) {
            if (!account.currency().equals(currency)) {
                continue;
            }
            if (ids.add(account.id())) {
                accounts.add(account);
            } else {
                remarks.add(
                        account.pointer(), "account_id", account.id(), "the account is there twice; the first counts");
            }
        }
        if (accounts.isEmpty()) {
            throw new UnusableFile(remarks.file() + " has no account that can be used");
        }
        return accounts;
    }

    private List<OutsideTransaction> transactionsIn(String currency, Set<String> accounts) {
        List<OutsideTransaction> usable = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> alike = new HashMap<>();
        for (OutsideTransaction it : outside.transactions()) {
            if (!it.currency().equals(currency)) {
                continue;
            }
            if (!accounts.contains(it.account())) {
                remarks.add(it.pointer(), "account_id", it.account(), "no usable account has this id; left out");
                continue;
            }
            if (it.date().isAfter(today)) {
                remarks.add(it.pointer(), "date", it.date().toString(), "is yet to come: not posted; left out");
                continue;
            }
            if (!it.id().isEmpty() && !ids.add(it.id())) {
                remarks.add(
                        it.pointer(), "transaction_id", it.id(), "the transaction is there twice; the first counts");
                continue;
            }
            String key = it.account() + "|" + it.date() + "|" + it.amount() + "|" + it.description();
            String before = it.id().isEmpty() ? alike.putIfAbsent(key, it.pointer()) : null;
            if (before != null) {
                remarks.add(
                        it.pointer(),
                        "description",
                        it.description(),
                        "the same as " + before + "; without identifiers both are kept");
            }
            usable.add(it);
        }
        usable.sort(Comparator.comparing(OutsideTransaction::date));
        return usable;
    }

    private List<Account> accounts(List<OutsideAccount> told, Map<String, Long> moved) {
        List<Account> accounts = new ArrayList<>();
        for (OutsideAccount it : told) {
            boolean card = it.type() == AccountType.CREDIT_CARD;
            long change = moved.getOrDefault(it.id(), 0L);
            long opening = it.balance().orElse(0) + (card ? -change : change);
            if (it.balance().isEmpty()) {
                withoutBalance.add(it.id());
                remarks.add(it.pointer(), "balance", "", "no balance is told: what depends on it is unknown");
                opening = 0;
            }
            if (card && it.limit().isEmpty()) {
                remarks.add(it.pointer(), "limit", "", "no limit is told: utilization is unknown");
            }
            if (card && it.aprBasisPoints().isEmpty()) {
                withoutRate.add(it.id());
                remarks.add(it.pointer(), "apr", "", "no interest rate is told: it is unknown");
            }
            accounts.add(new Account(
                    it.id(),
                    accounts.size(),
                    it.type(),
                    it.name(),
                    it.mask(),
                    opening,
                    it.limit().orElse(0),
                    it.aprBasisPoints().orElse(0)));
        }
        return accounts;
    }

    private List<Transaction> transactions(
            List<OutsideTransaction> seen, List<Account> accounts, Map<String, Integer> slots) {
        int[] sequences = new int[accounts.size()];
        Map<String, Integer> unknown = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        List<Transaction> transactions = new ArrayList<>();
        for (OutsideTransaction it : seen) {
            Account account = accounts.get(slots.get(it.account()));
            Optional<Category> known =
                    it.category().or(() -> patterns.of(it.description(), it.amount(), account.type()));
            if (known.isEmpty()) {
                withoutCategory++;
                unknown.merge(it.description(), 1, Integer::sum);
            }
            Category category = known.orElseGet(() -> patterns.otherwise(it.amount()));
            Channel channel = it.channel().orElseGet(() -> usualChannel(category));
            channelsTold &= it.channel().isPresent() || channel != Channel.IN_STORE;
            transactions.add(new Transaction(
                    account,
                    sequences[account.slot()]++,
                    it.date(),
                    Transaction.NO_TIME,
                    it.amount(),
                    names.computeIfAbsent(it.description(), name -> name),
                    category,
                    channel));
        }
        unknown.forEach((description, count) -> remarks.add(
                "",
                "description",
                description,
                "no category is told and no pattern fits (" + count + (count == 1 ? " transaction" : " transactions")
                        + ")"));
        return transactions;
    }

    private static Channel usualChannel(Category category) {
        return switch (category.primary()) {
            case INCOME -> category == Category.INCOME_INTEREST_EARNED ? Channel.BANK : Channel.ACH;
            case TRANSFER_IN, TRANSFER_OUT ->
                category == Category.TRANSFER_OUT_WITHDRAWAL ? Channel.ATM : Channel.TRANSFER;
            case LOAN_PAYMENTS ->
                category == Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT ? Channel.TRANSFER : Channel.ACH;
            case BANK_FEES -> Channel.BANK;
            case RENT_AND_UTILITIES -> Channel.ACH;
            default -> Channel.IN_STORE;
        };
    }

    private static List<Statement> statements(List<OutsideAccount> told, List<Account> accounts, LocalDate asOf) {
        List<Statement> statements = new ArrayList<>();
        for (int slot = 0; slot < told.size(); slot++) {
            Account account = accounts.get(slot);
            told.get(slot)
                    .statement()
                    .filter(it -> !it.closing().isAfter(asOf))
                    .ifPresent(it -> statements.add(
                            new Statement(account, it.closing(), it.balance(), 0, it.minimumPayment(), it.due())));
        }
        return statements;
    }

    private boolean tooFewCategories(int transactions) {
        return withoutCategory > patterns.tolerated() * transactions;
    }

    private void sayWhatIsMissing(List<OutsideAccount> told, List<OutsideTransaction> seen, LocalDate from) {
        boolean deposits = told.stream().anyMatch(it -> it.type().isDeposit());
        if (!deposits) {
            remarks.add("no checking or savings account: income and cash are unknown");
        }
        for (OutsideAccount account : told) {
            if (account.type() == AccountType.CREDIT_CARD && account.statement().isEmpty()) {
                remarks.add(
                        account.pointer(),
                        "statement",
                        "",
                        "no statement is told: what is measured from statements is unknown");
            }
            Optional<LocalDate> first = seen.stream()
                    .filter(it -> it.account().equals(account.id()))
                    .map(OutsideTransaction::date)
                    .min(Comparator.naturalOrder());
            if (first.isEmpty()) {
                remarks.add(account.pointer(), "account", account.id(), "has no transaction");
            } else if (ChronoUnit.DAYS.between(from, first.get()) > STALE_DAYS) {
                remarks.add(
                        account.pointer(),
                        "account",
                        account.id(),
                        "is told from " + first.get() + " on only; others from " + from);
            }
        }
        if (!channelsTold) {
            remarks.add("which purchases were made online is not told: it is unknown");
        }
        remarks.add("times of day are not told: they are unknown");
        remarks.add("declared income is not told: offers that ask for one are held back");
        if (tooFewCategories(seen.size())) {
            remarks.add(withoutCategory + " of " + seen.size()
                    + " transactions have no category: income and sums by category are unknown");
        }
    }
}
