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

    /** Groceries, and no pay that the bank could see. */
    static HistoryBuilder withoutPay() {
        return HistoryBuilder.days(180).checking(9_000).every(2, 0, 0, 40, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
    }

    /** Two months are too few for a window of half a year. */
    static HistoryBuilder newcomer() {
        return HistoryBuilder.days(60)
                .checking(3_000)
                .paid(14, 3, 1_800)
                .every(2, 0, 0, 40, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
    }

    /** Ten days are too few for any window. */
    static HistoryBuilder stranger() {
        return HistoryBuilder.days(10).checking(3_000).savings(100).card(2_000, 5_000);
    }

    /** A card at four fifths of its limit, paid by the minimum, with interest every month. */
    static HistoryBuilder fullCard() {
        return card(4_000, 80, true);
    }

    /** The same, and fuller than anybody would lend to. */
    static HistoryBuilder brimfulCard() {
        return card(4_700, 80, true);
    }

    /** The same, and the latest payment has not arrived. */
    static HistoryBuilder overdueCard() {
        return card(4_000, 80, false);
    }

    /** A full card, without interest in the last month. */
    static HistoryBuilder fullCardWithoutInterest() {
        HistoryBuilder history = quiet().card(4_000, 5_000);
        for (int ago = 165; ago > 0; ago -= 30) {
            history.statement(FIRST_OTHER_ACCOUNT, ago, 4_000, 100);
            if (ago > 30) {
                history.payCard(FIRST_OTHER_ACCOUNT, ago - 20, 100);
            }
        }
        return history.post(FIRST_OTHER_ACCOUNT, 100, 60, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
    }

    private static HistoryBuilder card(double owed, double interest, boolean paysTheLatest) {
        HistoryBuilder history = quiet().card(owed, 5_000);
        for (int ago = 165; ago > 0; ago -= 30) {
            history.statement(FIRST_OTHER_ACCOUNT, ago, owed, 100)
                    .post(FIRST_OTHER_ACCOUNT, ago, interest, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
            if (ago > (paysTheLatest ? 30 : 60)) {
                history.payCard(FIRST_OTHER_ACCOUNT, ago - 20, 100);
            }
        }
        return history;
    }

    /** A card that is used a little and paid in full. */
    static HistoryBuilder cardPaidInFull() {
        HistoryBuilder history = quiet().card(300, 5_000);
        for (int ago = 165; ago > 0; ago -= 30) {
            history.statement(FIRST_OTHER_ACCOUNT, ago, 300, 30)
                    .post(FIRST_OTHER_ACCOUNT, ago - 5, 300, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
            if (ago > 30) {
                history.payCard(FIRST_OTHER_ACCOUNT, ago - 20, 300);
            }
        }
        return history;
    }

    /** A dollar of interest on a card that is hardly used. */
    static HistoryBuilder dollarOfInterest() {
        return quiet().card(250, 5_000)
                .statement(FIRST_OTHER_ACCOUNT, 10, 250, 25)
                .post(FIRST_OTHER_ACCOUNT, 12, 1, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
    }

    /** Clients pay every two months, never the same, and little is left before they do. */
    static HistoryBuilder irregularPay() {
        return irregular(HistoryBuilder.days(180).checking(400), 50);
    }

    /** The same, spending more than comes in. */
    static HistoryBuilder irregularSpender() {
        return irregular(HistoryBuilder.days(180).checking(3_000), 140);
    }

    private static HistoryBuilder irregular(HistoryBuilder history, double aDay) {
        return history.post(0, 170, -3_000, "Client", Category.INCOME_WAGES)
                .post(0, 115, -5_000, "Client", Category.INCOME_WAGES)
                .post(0, 53, -2_200, "Client", Category.INCOME_WAGES)
                .every(1, 0, 0, aDay, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
    }

    /** Six services for a hundred dollars a month, four of them of one kind. */
    static HistoryBuilder subscriber() {
        HistoryBuilder history = quiet();
        subscribe(history, 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        subscribe(history, 17.99, "Hulu", Category.ENTERTAINMENT_TV_AND_MOVIES);
        subscribe(history, 13.99, "Disney+", Category.ENTERTAINMENT_TV_AND_MOVIES);
        subscribe(history, 16.99, "Max", Category.ENTERTAINMENT_TV_AND_MOVIES);
        subscribe(history, 11.99, "Spotify", Category.ENTERTAINMENT_MUSIC_AND_AUDIO);
        return subscribe(history, 24.99, "Planet Fitness", Category.PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS);
    }

    /** One service that is used. */
    static HistoryBuilder oneSubscription() {
        return subscribe(quiet(), 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES)
                .every(3, 1, 0, 30, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES);
    }

    /** A membership of a shop that is not visited. */
    static HistoryBuilder unusedMembership() {
        return subscribe(quiet(), 14.99, "Amazon Prime", Category.GENERAL_MERCHANDISE_ONLINE_MARKETPLACES);
    }

    static HistoryBuilder subscribe(HistoryBuilder history, double price, String merchant, Category category) {
        int[] firstOfMonth = {14, 44, 75, 105, 136, 164};
        for (int ago : firstOfMonth) {
            history.post(0, ago, price, merchant, category);
        }
        return history;
    }

    /** Five hundred dollars into savings every month. */
    static HistoryBuilder saver() {
        HistoryBuilder history = quiet().savings(5_000);
        for (int ago = 165; ago > 0; ago -= 30) {
            history.save(FIRST_OTHER_ACCOUNT, ago, 500);
        }
        return history;
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
