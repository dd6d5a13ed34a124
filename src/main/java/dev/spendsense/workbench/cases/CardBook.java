package dev.spendsense.workbench.cases;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.BusinessCalendar;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Statement;
import dev.spendsense.workbench.cases.WrittenUser.Manner;
import dev.spendsense.workbench.cases.WrittenUser.Payment;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import dev.spendsense.workbench.cases.WrittenUser.WrittenStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The book of one card: with a statement cycle of its own, or with the statements that were given. */
abstract class CardBook {

    /** A careful holder leaves some days for the payment to arrive. */
    private static final int PAYS_DAYS_BEFORE = 5;

    private final WrittenCard written;
    private final LocalDate asOf;

    private CardBook(WrittenCard written, LocalDate asOf) {
        this.written = written;
        this.asOf = asOf;
    }

    static CardBook open(Account account, WrittenCard card, Ledger ledger, LocalDate from, LocalDate asOf) {
        if (card.owed() > card.limit()) {
            throw new ImpossibleHistory(
                    card, Money.exact(card.owed()) + " owed", "at most the limit of " + Money.exact(card.limit()));
        }
        return card.statements().isEmpty()
                ? new Cycle(account, card, ledger, from, asOf)
                : new Given(account, card, ledger, from, asOf);
    }

    abstract List<Statement> statements();

    abstract void openDay(LocalDate today);

    abstract void pay(Account from, LocalDate today, long amount);

    abstract void refunded(long amount);

    abstract void closeDay(LocalDate today);

    /** Cents that the holder's manner of paying asks for today. */
    abstract long meant(Manner manner);

    final void payAndCloseDay(LocalDate today, Collection<Account> accounts) {
        Payment pays = written.pays();
        if (pays.manner() != Manner.NOTHING
                && isPayday(today)
                && pays.until().map(day -> !today.isAfter(day.on(asOf))).orElse(true)) {
            Account from = accounts.stream()
                    .filter(account -> account.type().isDeposit())
                    .findFirst()
                    .orElseThrow(() -> new ImpossibleHistory(
                            written, "nothing to pay it from", "accounts: {checking: ...} of this user"));
            long amount = pays.manner() == Manner.FIXED ? pays.amount().orElse(0) : meant(pays.manner());
            if (amount > 0) {
                pay(from, today, amount);
            }
        }
        closeDay(today);
    }

    private boolean isPayday(LocalDate today) {
        List<Statement> sent = statements();
        return !sent.isEmpty()
                && today.equals(sent.get(sent.size() - 1).dueDate().minusDays(PAYS_DAYS_BEFORE));
    }

    private static final class Cycle extends CardBook {

        private final CreditCard card;

        Cycle(Account account, WrittenCard written, Ledger ledger, LocalDate from, LocalDate asOf) {
            super(written, asOf);
            LocalDate closed = from.withDayOfMonth(written.closes());
            if (!closed.isBefore(from)) {
                closed = from.minusMonths(1).withDayOfMonth(written.closes());
            }
            long balance = written.statement().orElse(written.owed());
            Statement opening = new Statement(
                    account,
                    closed,
                    balance,
                    written.interest(),
                    Books.TERMS.minimumPayment(balance, written.interest()),
                    BusinessCalendar.onOrAfter(closed.plusDays(Books.TERMS.daysToPay())));
            this.card = new CreditCard(account, Books.TERMS, ledger, opening, from, written.interest() > 0);
        }

        @Override
        List<Statement> statements() {
            return card.statements();
        }

        @Override
        void openDay(LocalDate today) {
            card.openDay(today);
        }

        @Override
        void pay(Account from, LocalDate today, long amount) {
            card.pay(from, today, amount);
        }

        @Override
        void refunded(long amount) {
            card.refunded(amount);
        }

        @Override
        void closeDay(LocalDate today) {
            card.closeDay(today);
        }

        @Override
        long meant(Manner manner) {
            return manner == Manner.FULL ? card.unpaidStatementBalance() : card.unpaidMinimum();
        }
    }

    private static final class Given extends CardBook {

        private final Account account;
        private final Ledger ledger;
        private final LocalDate asOf;
        private final List<WrittenStatement> awaited;
        private final List<Statement> statements = new ArrayList<>();

        Given(Account account, WrittenCard written, Ledger ledger, LocalDate from, LocalDate asOf) {
            super(written, asOf);
            this.account = account;
            this.ledger = ledger;
            this.asOf = asOf;
            this.awaited = written.statements();
            if (written.pays().manner() != Manner.NOTHING) {
                throw new ImpossibleHistory(
                        written, "pays beside statements", "payments as {move: ACCOUNT -> CARD, ...}");
            }
            for (WrittenStatement each : awaited) {
                if (each.closed().on(asOf).isAfter(asOf)) {
                    throw new ImpossibleHistory(
                            each, "closed on " + each.closed().on(asOf), "at the latest " + asOf);
                }
                if (each.closed().on(asOf).isBefore(from)) {
                    close(each, written.statement().orElse(written.owed()));
                }
            }
        }

        @Override
        List<Statement> statements() {
            return statements;
        }

        @Override
        void openDay(LocalDate today) {
            // fees and interest stand among the postings
        }

        @Override
        void pay(Account from, LocalDate today, long amount) {
            ledger.transfer(
                    from,
                    account,
                    today,
                    amount,
                    account.name() + " Payment",
                    Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT,
                    Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT);
        }

        @Override
        void refunded(long amount) {
            // nobody is asked to pay by this book
        }

        @Override
        long meant(Manner manner) {
            return 0;
        }

        @Override
        void closeDay(LocalDate today) {
            for (WrittenStatement each : awaited) {
                if (each.closed().on(asOf).equals(today)) {
                    close(each, ledger.balance(account));
                }
            }
        }

        private void close(WrittenStatement written, long balance) {
            LocalDate closed = written.closed().on(asOf);
            if (written.balance().orElse(balance) != balance) {
                throw new ImpossibleHistory(
                        written,
                        "a statement of " + Money.exact(written.balance().orElseThrow()),
                        Money.exact(balance) + ", which was owed on " + closed);
            }
            LocalDate due = BusinessCalendar.onOrAfter(
                    written.due().map(day -> day.on(asOf)).orElse(closed.plusDays(Books.TERMS.daysToPay())));
            long minimum = written.minimum().orElse(Books.TERMS.minimumPayment(balance, 0));
            statements.add(new Statement(account, closed, balance, 0, minimum, due));
        }
    }
}
