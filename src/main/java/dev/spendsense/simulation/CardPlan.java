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
 * @param stopsPayingOn number of the day from which statements go unpaid for some weeks; never for most
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
     * A holder who stops paying does so between five and ten weeks before the end of the planned days, so that at least
     * one due date goes by and at most two statements grow beyond what the holder meant to owe.
     */
    private static final int STOPS_AT_LATEST = 36;

    private static final int STOPS_WITHIN = 30;

    /** A holder who stopped paying catches up, and falls behind again, as often as once a quarter. */
    private static final int FALLS_BEHIND_EVERY = 90;

    private static final int STAYS_BEHIND = STOPS_AT_LATEST + STOPS_WITHIN + 2;

    /** Room on the cards beyond what overspending is expected to put there. */
    private static final double ROOM_TO_SPARE = 1.25;

    /** Whether the holder has given the card up. */
    boolean isClosed(Day today) {
        return today.number() >= closedOn;
    }

    /** Whether statements go unpaid now. */
    boolean isBehind(Day today) {
        int since = today.number() - stopsPayingOn;
        return since >= 0 && since % FALLS_BEHIND_EVERY < STAYS_BEHIND;
    }

    /** Whether the holder brings what went unpaid back to what the holder meant to owe. */
    boolean catchesUp(Day today) {
        int since = today.number() - stopsPayingOn;
        return since >= 0 && since % FALLS_BEHIND_EVERY == STAYS_BEHIND;
    }

    /** Cents of interest a month when the card is owed what it is on average over the period. */
    double expectedInterest() {
        return carries ? (account.openingBalance() + comfort) / 2.0 * account.aprBasisPoints() / 10_000 / 12 : 0;
    }

    /** How many cards somebody of these habits brings along, where there is room for so many accounts. */
    static int count(CardHabit habit, int firstSlot, RandomStream cards) {
        return Math.min(MOST_ACCOUNTS - firstSlot, habit.count().at(cards.nextDouble()));
    }

    /**
     * The cards that a customer brings along, with slots counted on from the first free one.
     *
     * @param count how many; a customer who will need some later has them from the start
     * @param demands what each stage of the life will put onto them
     */
    static List<CardPlan> draw(
            CardHabit habit,
            int count,
            List<String> products,
            CardTerms terms,
            Calendar calendar,
            String userId,
            int firstSlot,
            long grossAnnual,
            List<Demand> demands,
            RandomStream cards) {
        Manner manner = Manner.draw(habit, calendar, cards);
        List<Draft> drafts = drafts(habit, count, products, terms, grossAnnual, cards);
        int closed = habit.closedAfter().map(cards::wholeWithin).orElse(NEVER);
        double enlarge = 1;
        for (Demand demand : demands) {
            double room = demand.room(drafts);
            enlarge = room > 0 ? Math.max(enlarge, demand.wanted() * ROOM_TO_SPARE / room) : enlarge;
        }
        List<CardPlan> plans = new ArrayList<>();
        for (Draft draft : drafts) {
            int slot = firstSlot + plans.size();
            plans.add(draft.plan(
                    userId, slot, enlarge, terms, calendar, manner.payment(), manner.stopsPaying(plans), closed));
        }
        return List.copyOf(plans);
    }

    /**
     * Debt that is going to be put onto cards.
     *
     * @param wanted cents in all
     * @param comfort share of the limit up to which the holder will let each card fill
     */
    record Demand(double wanted, List<Double> comfort) {

        /** What a stage of a life asks of as many cards. */
        static Demand of(
                CardHabit habit,
                int count,
                double wanted,
                List<String> products,
                CardTerms terms,
                Calendar calendar,
                RandomStream draws) {
            Manner.draw(habit, calendar, draws);
            return new Demand(
                    wanted,
                    drafts(habit, count, products, terms, 0, draws).stream()
                            .map(Draft::comfortUtilization)
                            .toList());
        }

        private double room(List<Draft> drafts) {
            double room = 0;
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                room += draft.limit() * Math.max(0, comfort.get(i) - draft.openingUtilization());
            }
            return room;
        }
    }

    /** The same cards, treated by other habits from now on. */
    static List<CardPlan> treatedBy(
            CardHabit habit,
            List<CardPlan> cards,
            List<String> products,
            CardTerms terms,
            Calendar calendar,
            long grossAnnual,
            RandomStream draws) {
        Manner manner = Manner.draw(habit, calendar, draws);
        List<Draft> drafts = drafts(habit, cards.size(), products, terms, grossAnnual, draws);
        List<CardPlan> plans = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            plans.add(cards.get(i).treatedAs(drafts.get(i), manner.payment(), manner.stopsPaying(plans)));
        }
        return List.copyOf(plans);
    }

    private CardPlan treatedAs(Draft draft, Payment manner, int stops) {
        return new CardPlan(
                account,
                opening,
                manner != Payment.FULL,
                Math.round(account.creditLimit() * draft.comfortUtilization()),
                manner,
                draft.partialShare(),
                paysDaysBefore,
                stops,
                closedOn);
    }

    private static List<Draft> drafts(
            CardHabit habit, int count, List<String> products, CardTerms terms, long grossAnnual, RandomStream cards) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(Draft.draw(habit, products, terms, grossAnnual, cards));
        }
        return drafts;
    }

    /**
     * How a holder pays, on whichever card.
     *
     * @param stopsOn number of the day from which the first card goes unpaid; never for most
     */
    private record Manner(Payment payment, int stopsOn) {

        static Manner draw(CardHabit habit, Calendar calendar, RandomStream cards) {
            cards.nextDouble();
            Payment payment = habit.payment().at(cards.nextDouble());
            boolean overdue = cards.chance(habit.overdue());
            int stops = calendar.planned() - STOPS_AT_LATEST - cards.below(STOPS_WITHIN);
            return new Manner(payment, overdue ? stops : NEVER);
        }

        int stopsPaying(List<CardPlan> before) {
            return before.isEmpty() ? stopsOn : NEVER;
        }
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
