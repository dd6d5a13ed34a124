package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Charges of one merchant that return at a steady pace: a subscription, a bill, an insurance premium. At least three of
 * them; never interest, fees, card payments, transfers or income.
 *
 * @param merchant name on the statement
 * @param category what the latest charge was for
 * @param cadence how often it returns
 * @param charges how many there were
 * @param first date of the first one
 * @param latest date of the latest one
 * @param active whether the next one is not overdue at the as-of date
 * @param usualAmount dollars of the middle charge
 * @param latestAmount dollars of the latest charge
 * @param variation standard deviation of the charges over their mean; a price rise shows as little
 * @param source the charges themselves
 */
public record RecurringSeries(
        String merchant,
        Category category,
        Cadence cadence,
        int charges,
        LocalDate first,
        LocalDate latest,
        boolean active,
        double usualAmount,
        double latestAmount,
        double variation,
        Source source) {

    /** Dollars in an average month at the latest price. */
    public Measure monthly() {
        double dollars = latestAmount * Lookback.DAYS_A_MONTH / cadence.days();
        return new Measure("monthly price", dollars, Unit.USD, charges, List.of(source));
    }

    /** Whether the category is in the set. */
    public boolean isIn(Set<Category> categories) {
        return categories.contains(category);
    }
}
