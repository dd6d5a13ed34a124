package dev.spendsense.scenario;

import dev.spendsense.bank.Category;
import java.util.Set;

/** What can be measured of a population and held against what a source says of real households. */
public sealed interface RealismMeasure {

    /** How consumers pay, as far as a bank sees it. */
    enum Instrument {
        /** A purchase with the card of a checking account. */
        DEBIT_CARD,
        /** A purchase with a credit card. */
        CREDIT_CARD,
        /** A bill debited from checking over the clearing house. */
        BANK_DEBIT
    }

    /** The name by which a scenario file asks for it. */
    String name();

    /**
     * Share of all money spent that goes to some categories; refunds are taken off.
     *
     * @param categories what is counted
     * @param leavingOut what is not counted as spending at all
     */
    record SpendingShare(Set<Category> categories, Set<Category> leavingOut) implements RealismMeasure {

        public static final String NAME = "spending_share";

        public SpendingShare {
            categories = Set.copyOf(categories);
            leavingOut = Set.copyOf(leavingOut);
        }

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Purchases and bills a month and user; neither bank fees and interest, nor card payments and transfers. */
    record PaymentsAMonth() implements RealismMeasure {

        public static final String NAME = "payments_a_month";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Share of those payments, by number, that are made in one way. */
    record PaymentShare(Instrument instrument) implements RealismMeasure {

        public static final String NAME = "payment_share";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Share of card statements with something owed, due within the history, that are not paid in full when due. */
    record RevolvingShare() implements RealismMeasure {

        public static final String NAME = "revolving_share";

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * A percentile of the utilization of cards at their last statement, over cards that owed something or saw any
     * posting in the last twelve months of the history.
     *
     * @param percentile 0 to 100
     */
    record UtilizationPercentile(double percentile) implements RealismMeasure {

        public static final String NAME = "utilization_percentile";

        @Override
        public String name() {
            return NAME;
        }
    }
}
