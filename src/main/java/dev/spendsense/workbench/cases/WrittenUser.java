package dev.spendsense.workbench.cases;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user written by hand: what the bank's books are opened with, and what is then posted.
 *
 * @param days length of the history, the as-of date included
 * @param annualIncome declared gross income, cents a year
 * @param accounts deposit accounts by name, in order
 * @param cards credit cards by name, in order
 * @param lines what happens, in order
 */
record WrittenUser(
        int days,
        long annualIncome,
        int age,
        String region,
        Map<String, WrittenAccount> accounts,
        Map<String, WrittenCard> cards,
        List<Line> lines) {

    static final WrittenUser NOBODY = new WrittenUser(180, 60_000_00, 40, "Northeast", Map.of(), Map.of(), List.of());

    WrittenUser {
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        cards = Collections.unmodifiableMap(new LinkedHashMap<>(cards));
        lines = List.copyOf(lines);
    }

    WrittenUser withLines(List<Line> others) {
        return new WrittenUser(days, annualIncome, age, region, accounts, cards, others);
    }

    WrittenUser withCards(Map<String, WrittenCard> others) {
        return new WrittenUser(days, annualIncome, age, region, accounts, others, lines);
    }

    /** The same without an account or card, and without what was posted there or moved to or from it. */
    WrittenUser without(String account) {
        Map<String, WrittenAccount> otherAccounts = new LinkedHashMap<>(accounts);
        Map<String, WrittenCard> otherCards = new LinkedHashMap<>(cards);
        otherAccounts.remove(account);
        otherCards.remove(account);
        List<Line> otherLines = new ArrayList<>(lines);
        otherLines.removeIf(line -> line.touches(account));
        return new WrittenUser(days, annualIncome, age, region, otherAccounts, otherCards, otherLines);
    }

    /**
     * @param title as the bank prints it
     * @param balance cents on the first day
     * @param rateBasisPoints interest paid a year, in hundredths of a percent
     */
    record WrittenAccount(AccountType type, String title, long balance, int rateBasisPoints) {}

    /**
     * @param title as the bank prints it
     * @param limit cents
     * @param aprBasisPoints in hundredths of a percent
     * @param owed cents on the first day
     * @param statement cents on the statement that is current on the first day; as much as is owed where none is given
     * @param closes day of the month on which statements close, 1 to 28
     * @param interest cents of interest on that statement; who was charged some carries debt from month to month
     * @param pays how statements are paid
     * @param statements where they are given and not derived: these and no others
     */
    record WrittenCard(
            String title,
            long limit,
            int aprBasisPoints,
            long owed,
            OptionalLong statement,
            int closes,
            long interest,
            Payment pays,
            List<WrittenStatement> statements) {

        WrittenCard {
            statements = List.copyOf(statements);
        }
    }

    /**
     * How a card is paid, five days before each due date.
     *
     * @param amount cents of a fixed amount; empty for a manner
     * @param until day after which nothing is paid any more
     */
    record Payment(Manner manner, OptionalLong amount, Optional<Day> until) {

        static final Payment NOTHING = new Payment(Manner.NOTHING, OptionalLong.empty(), Optional.empty());
    }

    /** What of a statement is paid. */
    enum Manner {
        FULL,
        MINIMUM,
        FIXED,
        NOTHING
    }

    /**
     * A statement that is given. What is left out follows from the card's book.
     *
     * @param balance cents; must be what the book says
     */
    record WrittenStatement(Day closed, OptionalLong balance, OptionalLong minimum, Optional<Day> due) {}

    /** Something that happens on certain days. */
    sealed interface Line permits Posting, Move {

        Schedule when();

        /** Whether it concerns an account or card. */
        boolean touches(String account);

        Line when(Schedule other);
    }

    /**
     * Money in or out.
     *
     * @param account empty for the first one
     * @param amount cents, positive when money leaves
     * @param minute since midnight, or {@link dev.spendsense.bank.Transaction#NO_TIME}
     */
    record Posting(
            Schedule when,
            String account,
            long amount,
            String merchant,
            Category category,
            Optional<Channel> channel,
            int minute)
            implements Line {

        @Override
        public boolean touches(String other) {
            return account.equals(other);
        }

        @Override
        public Posting when(Schedule other) {
            return new Posting(other, account, amount, merchant, category, channel, minute);
        }

        Posting plain() {
            return new Posting(
                    when,
                    account,
                    amount,
                    merchant,
                    category,
                    Optional.empty(),
                    dev.spendsense.bank.Transaction.NO_TIME);
        }
    }

    /** Cents from one account to another, or to a card. */
    record Move(Schedule when, String from, String to, long amount) implements Line {

        @Override
        public boolean touches(String account) {
            return from.equals(account) || to.equals(account);
        }

        @Override
        public Move when(Schedule other) {
            return new Move(other, from, to, amount);
        }
    }
}
