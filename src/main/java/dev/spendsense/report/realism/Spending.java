package dev.spendsense.report.realism;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.report.realism.Tally.Part;
import dev.spendsense.scenario.RealismMeasure.SpendingShare;

/** What a user's money went to. */
final class Spending {

    private Spending() {}

    /** Cents spent in some categories, of all cents spent. A refund counts against what was spent. */
    static Part share(History history, SpendingShare share) {
        long counted = 0;
        long all = 0;
        for (Transaction transaction : history.transactions()) {
            Category category = transaction.category();
            if (category.isSpending() && !share.leavingOut().contains(category)) {
                all += transaction.amount();
                counted += share.categories().contains(category) ? transaction.amount() : 0;
            }
        }
        return new Part(counted, all);
    }
}
