package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.BusinessCalendar;
import dev.spendsense.bank.CardTerms;
import dev.spendsense.bank.Statement;
import dev.spendsense.scenario.CardHabit;
import dev.spendsense.scenario.CardHabit.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A card and how its holder treats it.
 *
 * @param account the card as it stands on the first day
 * @param opening the statement that is current on the first day
 * @param carries whether debt is carried from month to month when the period begins
 * @param comfort cents owed up to which the holder lets the card fill
 * @param payment how statements are paid
 * @param partialShare share of the statement balance that a partial payer pays
 * @param paysDaysBefore days before the due date on which the holder pays
 * @param stopsPayingOn number of the day from which statements go unpaid; never for most
 * @param closedOn number of the day from which the card is used no more, and paid off; never for most
 */
record CardPlan(
        Account account,
        Statement opening,
        boolean carries,
        long comfort,
        Payment payment,
        double partialShare,
        int paysDaysBefore,
        int stopsPayingOn,
        int closedOn) {

    /** A customer with savings has room for one card less. */
    private static final int MOST_ACCOUNTS = 4;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int LATEST_CLOSING_DAY = 28;

    /** A closing date moves back from the 31st at most so far, and the opening statement must not be due before then. */
    private static final int MOST_MOVED_CLOSING = 4;

    private static final int LONGEST_LEAD = 6;

    /**
     * A holder who stops paying does so between five and ten weeks before the end, so that at least one due date goes
     * by and at most two statements grow beyond what the holder meant to owe.
     */
    private static final int STOPS_AT_LATEST = 36;

    private static final int STOPS_WITHIN = 30;

    /** Room on the cards beyond what overspending is expected to put there. */
    private static final double ROOM_TO_SPARE = 1.25;

    /** Whether the holder has given the card up. */
    boolean isClosed(Day today) {
        return today.number() >= closedOn;
    }

    /** Cents of interest a month when the card is owed what it is on average over the period. */
    double expectedInterest() {
        return carries ? (account.openingBalance() + comfort) / 2.0 * account.aprBasisPoints() / 10_000 / 12 : 0;
    }

    /** The cards that a customer brings along, with slots counted on from the first free one. */
    static List<CardPlan> draw(
            CardHabit habit,
            List<String> products,
            CardTerms terms,
            Calendar calendar,
            String userId,
            int firstSlot,
            long grossAnnual,
            double wantedRoom,
            RandomStream cards) {
        int count = Math.min(MOST_ACCOUNTS - firstSlot, habit.count().at(cards.nextDouble()));
        Payment payment = habit.payment().at(cards.nextDouble());
        boolean overdue = cards.chance(habit.overdue());
        int stopsPaying = calendar.length() - STOPS_AT_LATEST - cards.below(STOPS_WITHIN);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(Draft.draw(habit, products, terms, grossAnnual, cards));
        }
        int closed = habit.closedAfter().map(cards::wholeWithin).orElse(NEVER);
        double room = drafts.stream().mapToDouble(Draft::room).sum();
        double enlarge = room > 0 ? Math.max(1, wantedRoom * ROOM_TO_SPARE / room) : 1;
        List<CardPlan> plans = new ArrayList<>();
        for (Draft draft : drafts) {
            int slot = firstSlot + plans.size();
            boolean stops = overdue && plans.isEmpty();
            plans.add(draft.plan(userId, slot, enlarge, terms, calendar, payment, stops ? stopsPaying : NEVER, closed));
        }
        return List.copyOf(plans);
    }

    /** What is drawn for a card before its limit is settled. */
    private record Draft(
            String product,
            String mask,
            double limit,
            int aprBasisPoints,
            double openingUtilization,
            double comfortUtilization,
            double partialShare,
            int daysSinceClosing,
            int paysDaysBefore) {

        static Draft draw(
                CardHabit habit, List<String> products, CardTerms terms, long grossAnnual, RandomStream cards) {
            return new Draft(
                    products.get(cards.below(products.size())),
                    CardPlan.mask(cards),
                    grossAnnual * cards.within(habit.limit()),
                    (int) Math.round(cards.within(habit.aprPercent()) * 100),
                    cards.within(habit.openingUtilization()),
                    cards.within(habit.utilization()),
                    cards.within(habit.partial()),
                    1 + cards.below(Math.max(1, terms.daysToPay() - MOST_MOVED_CLOSING)),
                    cards.below(LONGEST_LEAD + 1));
        }

        double room() {
            return limit * Math.max(0, comfortUtilization - openingUtilization);
        }

        CardPlan plan(
                String userId,
                int slot,
                double enlarge,
                CardTerms terms,
                Calendar calendar,
                Payment payment,
                int stopsPayingOn,
                int closedOn) {
            long settled = Math.max(300_00, Math.round(limit * enlarge / 100_00) * 100_00);
            long owed = Math.round(settled * openingUtilization);
            Account account = new Account(
                    userId + "-" + slot, slot, AccountType.CREDIT_CARD, product, mask, owed, settled, aprBasisPoints);
            boolean carries = payment != Payment.FULL;
            return new CardPlan(
                    account,
                    openingStatement(account, calendar, terms, carries),
                    carries,
                    Math.round(settled * comfortUtilization),
                    payment,
                    partialShare,
                    paysDaysBefore,
                    stopsPayingOn,
                    closedOn);
        }

        private Statement openingStatement(Account account, Calendar calendar, CardTerms terms, boolean carries) {
            LocalDate closed = calendar.from().minusDays(daysSinceClosing);
            if (closed.getDayOfMonth() > LATEST_CLOSING_DAY) {
                closed = closed.withDayOfMonth(LATEST_CLOSING_DAY);
            }
            long owed = account.openingBalance();
            long interest = carries ? Math.round(owed * account.aprBasisPoints() / 10_000.0 * 30 / 365) : 0;
            LocalDate due = BusinessCalendar.onOrAfter(closed.plusDays(terms.daysToPay()));
            return new Statement(account, closed, owed, interest, terms.minimumPayment(owed, interest), due);
        }
    }

    static String mask(RandomStream draws) {
        return Integer.toString(10_000 + draws.below(10_000)).substring(1);
    }
}
