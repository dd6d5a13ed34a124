package dev.spendsense.workbench.cases;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.CardTerms;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.SavingsInterest;
import dev.spendsense.bank.Statement;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Move;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.yaml.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The books that a bank would have kept of a user written by hand, day by day, so that balances, statements, minimum
 * payments, interest and fees agree with each other whatever was written.
 */
final class Books {

    /** What an issuer's agreement usually says: $25 or 1 % and the interest, due after 25 days, $32 when it is missed. */
    static final CardTerms TERMS = new CardTerms(25_00, 100, 25, 32_00);

    private static final int FIRST_MASK = 4520;

    private final WrittenUser user;
    private final LocalDate from;
    private final LocalDate asOf;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<Account, CardBook> cards = new LinkedHashMap<>();
    private final List<SavingsInterest> interest = new ArrayList<>();
    private final Ledger ledger;

    private Books(WrittenUser user, LocalDate asOf) {
        this.user = user;
        this.asOf = asOf;
        this.from = asOf.minusDays(user.days() - 1L);
        user.accounts().forEach((name, it) -> open(name, it.type(), it.title(), it.balance(), 0, it.rateBasisPoints()));
        user.cards()
                .forEach((name, it) ->
                        open(name, AccountType.CREDIT_CARD, it.title(), it.owed(), it.limit(), it.aprBasisPoints()));
        this.ledger = new Ledger(List.copyOf(accounts.values()));
        user.cards().forEach((name, card) -> {
            Account account = accounts.get(name);
            cards.put(account, CardBook.open(account, card, ledger, from, asOf));
        });
        user.accounts().forEach((name, written) -> {
            if (written.rateBasisPoints() > 0) {
                interest.add(new SavingsInterest(accounts.get(name), ledger));
            }
        });
    }

    /**
     * What the bank has seen of the user by the as-of date.
     *
     * @throws ImpossibleHistory when no bank could have
     */
    static History keep(WrittenUser user, LocalDate asOf) {
        return new Books(user, asOf).history();
    }

    private void open(String name, AccountType type, String title, long balance, long limit, int basisPoints) {
        int slot = accounts.size();
        String mask = String.valueOf(FIRST_MASK + slot);
        accounts.put(name, new Account("a" + slot, slot, type, title, mask, balance, limit, basisPoints));
    }

    private History history() {
        Map<LocalDate, List<Line>> diary = diary();
        for (LocalDate today = from; !today.isAfter(asOf); today = today.plusDays(1)) {
            for (CardBook card : cards.values()) {
                card.openDay(today);
            }
            for (Line line : diary.getOrDefault(today, List.of())) {
                write(line, today);
            }
            for (CardBook card : cards.values()) {
                card.payAndCloseDay(today, accounts.values());
            }
            boolean lastOfMonth = today.plusDays(1).getDayOfMonth() == 1;
            for (SavingsInterest savings : interest) {
                savings.closeDay(today, lastOfMonth);
            }
        }
        List<Statement> statements = new ArrayList<>();
        cards.values().forEach(card -> statements.addAll(card.statements()));
        Customer customer = new Customer("case", "Ada Case", user.age(), user.region(), user.annualIncome(), true);
        return new History(customer, from, asOf, ledger.accounts(), ledger.transactions(), statements, List.of());
    }

    private Map<LocalDate, List<Line>> diary() {
        Map<LocalDate, List<Line>> diary = new HashMap<>();
        for (Line line : user.lines()) {
            for (LocalDate date : line.when().dates(from, asOf)) {
                diary.computeIfAbsent(date, day -> new ArrayList<>()).add(line);
            }
        }
        return diary;
    }

    private void write(Line line, LocalDate today) {
        if (line instanceof Posting posting) {
            post(posting, today);
        } else if (line instanceof Move move) {
            move(move, today);
        }
    }

    private void post(Posting posting, LocalDate today) {
        Account account = account(posting.account(), posting);
        Category category = posting.category();
        ledger.post(
                account,
                today,
                posting.minute(),
                posting.amount(),
                posting.merchant(),
                category,
                posting.channel().orElseGet(() -> usualChannel(category)));
        if (account.type().isDeposit()) {
            return;
        }
        if (posting.amount() < 0 && category == Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT) {
            throw new ImpossibleHistory(
                    posting, "a card payment out of nowhere", "{move: ACCOUNT -> CARD, ...}, which moves the money");
        }
        if (posting.amount() < 0) {
            cards.get(account).refunded(-posting.amount());
        } else if (ledger.available(account) < 0 && category.primary() != Category.Primary.BANK_FEES) {
            throw new ImpossibleHistory(
                    posting,
                    Money.exact(ledger.balance(account)) + " owed on " + today,
                    "purchases within the limit of " + Money.exact(account.creditLimit()));
        }
    }

    private void move(Move move, LocalDate today) {
        Account source = account(move.from(), move);
        Account target = account(move.to(), move);
        if (!source.type().isDeposit() || source == target) {
            throw new ImpossibleHistory(move, move.from() + " -> " + move.to(), "an account -> another one or a card");
        }
        if (!target.type().isDeposit()) {
            cards.get(target).pay(source, today, move.amount());
        } else {
            boolean saves = target.type() == AccountType.SAVINGS;
            ledger.transfer(
                    source,
                    target,
                    today,
                    move.amount(),
                    saves ? "Transfer to Savings" : "Transfer from Savings",
                    Category.TRANSFER_OUT_SAVINGS,
                    Category.TRANSFER_IN_SAVINGS);
        }
    }

    private Account account(String name, Line line) {
        if (accounts.isEmpty()) {
            throw new ImpossibleHistory(line, "no account to post to", "accounts: {checking: ...} of this user");
        }
        Account account = name.isEmpty() ? accounts.values().iterator().next() : accounts.get(name);
        if (account == null) {
            throw new ImpossibleHistory(line, "account " + name, Form.closest(name, accounts.keySet()));
        }
        return account;
    }

    private static Channel usualChannel(Category category) {
        if (category == Category.TRANSFER_OUT_WITHDRAWAL) {
            return Channel.ATM;
        }
        return switch (category.primary()) {
            case INCOME, RENT_AND_UTILITIES, LOAN_PAYMENTS -> Channel.ACH;
            case TRANSFER_IN, TRANSFER_OUT -> Channel.TRANSFER;
            case BANK_FEES -> Channel.BANK;
            default -> Channel.IN_STORE;
        };
    }
}
