package dev.spendsense.rules;

import dev.spendsense.bank.Category;

/** Half years written by hand, each with one thing to see. */
final class Lives {

    private static final int FIRST_OTHER_ACCOUNT = 1;

    private Lives() {}

    /** Pay every other week and groceries, nothing else. */
    static HistoryBuilder quiet() {
        return Shipped.quietLife();
    }

    /** Ten days are too few for any window. */
    static HistoryBuilder stranger() {
        return HistoryBuilder.days(10).checking(3_000).savings(100).card(2_000, 5_000);
    }

    /** Spends a third more than comes in: savings fall, the card fills up, and large purchases come often. */
    static HistoryBuilder spender() {
        HistoryBuilder history = HistoryBuilder.days(180)
                .checking(3_000)
                .savings(3_000)
                .card(500, 6_000)
                .paid(14, 3, 1_000)
                .every(1, 0, 0, 60, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .every(9, 2, 2, 160, "Best Buy", Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .save(FIRST_OTHER_ACCOUNT, 60, -1_500);
        for (int ago = 165; ago > 0; ago -= 30) {
            history.statement(2, ago, 3_600 - 16 * ago, 90)
                    .post(2, ago, 30, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE)
                    .payCard(2, Math.max(0, ago - 20), 90);
        }
        return history;
    }

    /** Many small purchases, and one large one. */
    static HistoryBuilder oneLargePurchase() {
        return quiet().every(3, 1, 0, 30, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .post(0, 10, 1_500, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES);
    }
}
