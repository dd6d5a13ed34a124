package dev.spendsense.workbench.cases;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.History;
import dev.spendsense.bank.SavingsInterest;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Move;
import dev.spendsense.workbench.cases.WrittenUser.Payment;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.workbench.cases.WrittenUser.WrittenAccount;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * A history written down as a user by hand: what people did becomes lines, and what the bank does by itself (interest,
 * fees, statements) is left for the books to work out again.
 */
final class Transcript {

    private final History history;
    private final ToLongFunction<Account> openings;
    private final ToLongFunction<Transaction> amounts;
    private final Map<Account, String> names = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private Transcript(History history, ToLongFunction<Account> openings, ToLongFunction<Transaction> amounts) {
        this.history = history;
        this.openings = openings;
        this.amounts = amounts;
    }

    static WrittenUser of(History history) {
        return of(history, Account::openingBalance, Transaction::amount);
    }

    /**
     * The same with other figures.
     *
     * @param openings cents that each account is opened with
     * @param amounts cents of each posting, with its sign; of a transfer those of the leg that differs count
     */
    static WrittenUser of(History history, ToLongFunction<Account> openings, ToLongFunction<Transaction> amounts) {
        return new Transcript(history, openings, amounts).user();
    }

    private WrittenUser user() {
        Map<String, WrittenAccount> accounts = new LinkedHashMap<>();
        Map<String, WrittenCard> cards = new LinkedHashMap<>();
        for (Account account : history.accounts()) {
            String name = name(account);
            names.put(account, name);
            if (account.type().isDeposit()) {
                accounts.put(
                        name,
                        new WrittenAccount(
                                account.type(),
                                account.name(),
                                openings.applyAsLong(account),
                                account.aprBasisPoints()));
            } else {
                cards.put(name, card(account));
            }
        }
        write();
        int days = (int) ChronoUnit.DAYS.between(history.from(), history.asOf()) + 1;
        return new WrittenUser(
                days,
                history.customer().annualIncome(),
                history.customer().age(),
                history.customer().region(),
                accounts,
                cards,
                lines);
    }

    /** {@code checking}, {@code savings}, or what a card is called. */
    private String name(Account account) {
        String wanted = account.type() == AccountType.CREDIT_CARD
                ? account.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_")
                : account.type().name().toLowerCase(Locale.ROOT);
        String fitting = wanted.matches("[a-z][a-z0-9_]{0,50}") ? wanted : "account_" + account.slot();
        return names.containsValue(fitting) ? fitting + "_" + account.slot() : fitting;
    }

    private WrittenCard card(Account account) {
        List<Statement> statements = history.statements(account);
        long opening = statements.isEmpty() ? 0 : statements.get(0).balance();
        int closes = statements.isEmpty() ? 1 : statements.get(0).closingDate().getDayOfMonth();
        return new WrittenCard(
                account.name(),
                account.creditLimit(),
                account.aprBasisPoints(),
                openings.applyAsLong(account),
                opening == account.openingBalance() ? OptionalLong.empty() : OptionalLong.of(Math.max(0, opening)),
                Math.min(closes, 28),
                statements.isEmpty() ? 0 : statements.get(0).interest(),
                Payment.NOTHING,
                List.of());
    }

    private void write() {
        Map<String, Transaction> openLegs = new HashMap<>();
        for (Transaction each : history.transactions()) {
            if (isTheBanks(each)) {
                continue;
            }
            if (!isLeg(each)) {
                lines.add(posting(each));
                continue;
            }
            // A move is posted out of one account and right away into another.
            if (each.amount() > 0) {
                openLegs.put(key(each), each);
            } else {
                Transaction out = openLegs.remove(key(each));
                lines.add(out == null ? posting(each) : move(out, each));
            }
        }
        openLegs.values().forEach(each -> lines.add(posting(each)));
    }

    private static String key(Transaction leg) {
        boolean payment = leg.category() == Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT;
        return leg.date() + (payment ? " payment " : " transfer ") + Math.abs(leg.amount());
    }

    private static boolean isLeg(Transaction each) {
        return each.category() == Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT
                || each.category() == Category.TRANSFER_OUT_SAVINGS
                || each.category() == Category.TRANSFER_IN_SAVINGS;
    }

    /** Interest and late fees on cards, interest on savings. */
    static boolean isTheBanks(Transaction each) {
        return each.merchant().equals(CreditCard.INTEREST_CHARGE)
                || each.merchant().equals(CreditCard.LATE_FEE)
                || each.merchant().equals(SavingsInterest.INTEREST_PAID);
    }

    private Move move(Transaction out, Transaction in) {
        long sent = amounts.applyAsLong(out);
        long amount = sent == out.amount() ? -amounts.applyAsLong(in) : sent;
        return new Move(on(out), names.get(out.account()), names.get(in.account()), amount);
    }

    private Posting posting(Transaction each) {
        String account = each.account().slot() == 0 ? "" : names.get(each.account());
        return new Posting(
                on(each),
                account,
                amounts.applyAsLong(each),
                each.merchant(),
                each.category(),
                Optional.of(each.channel()),
                each.minute());
    }

    private static Schedule on(Transaction each) {
        return new Schedule.On(List.of(new Day.Fixed(each.date())));
    }
}
