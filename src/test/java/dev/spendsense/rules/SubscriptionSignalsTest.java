package dev.spendsense.rules;

import static dev.spendsense.rules.Shipped.detected;
import static dev.spendsense.rules.Shipped.quietLife;
import static dev.spendsense.rules.Shipped.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import org.junit.jupiter.api.Test;

class SubscriptionSignalsTest {

    /** Charged on the 1st of each month of a half year that ends on the 15th. */
    private static HistoryBuilder monthly(HistoryBuilder history, double price, String merchant, Category category) {
        int[] firstOfMonth = {14, 44, 75, 105, 136, 164};
        for (int ago : firstOfMonth) {
            history.post(0, ago, price, merchant, category);
        }
        return history;
    }

    @Test
    void a_fixed_monthly_charge_is_a_subscription() {
        HistoryBuilder history = monthly(quietLife(), 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        assertThat(signal(history, "recurring_merchants", 180).value()).isEqualTo(1);
        assertThat(signal(history, "monthly_recurring_spend", 30).value()).isEqualTo(15.99);
    }

    @Test
    void a_price_rise_does_not_end_a_subscription() {
        HistoryBuilder history = quietLife();
        for (int month = 0; month < 6; month++) {
            double price = month < 3 ? 17.99 : 15.99;
            history.post(0, 14 + 30 * month, price, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        }
        assertThat(signal(history, "monthly_recurring_spend", 30).value()).isEqualTo(17.99);
    }

    @Test
    void two_charges_are_too_few_to_see_a_cadence() {
        HistoryBuilder history = quietLife()
                .post(0, 14, 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES)
                .post(0, 44, 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        assertThat(signal(history, "recurring_merchants", 180).value()).isZero();
    }

    @Test
    void a_cancelled_subscription_counts_no_more() {
        HistoryBuilder history = quietLife();
        for (int ago = 50; ago < 180; ago += 30) {
            history.post(0, ago, 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        }
        assertThat(signal(history, "recurring_merchants", 180).value()).isZero();
    }

    @Test
    void interest_fees_transfers_card_payments_pay_and_rent_are_no_subscriptions() {
        HistoryBuilder history = quietLife().savings(100).card(1_000, 5_000);
        monthly(history, 12, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
        monthly(history, 30, "Late Payment Fee", Category.BANK_FEES_OTHER_BANK_FEES);
        monthly(history, 200, "Transfer", Category.TRANSFER_OUT_SAVINGS);
        monthly(history, 50, "Visa Payment", Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT);
        monthly(history, 1_200, "Greystar", Category.RENT_AND_UTILITIES_RENT);
        assertThat(signal(history, "recurring_merchants", 180).value()).isZero();
    }

    @Test
    void a_shop_visited_at_odd_intervals_is_no_subscription() {
        HistoryBuilder history = quietLife();
        int[] odd = {3, 9, 30, 34, 61, 90, 91, 130, 151};
        for (int ago : odd) {
            history.post(0, ago, 20, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES);
        }
        assertThat(signal(history, "recurring_merchants", 180).value()).isZero();
    }

    @Test
    void a_membership_is_unused_when_its_shop_was_not_visited_for_60_days() {
        assertThat(detected(prime(59), "unused_subscriptions", 180)).isFalse();
        assertThat(detected(prime(60), "unused_subscriptions", 180)).isTrue();
    }

    private static HistoryBuilder prime(int lastVisit) {
        return monthly(quietLife(), 14.99, "Amazon Prime", Category.GENERAL_MERCHANDISE_ONLINE_MARKETPLACES)
                .post(0, lastVisit, 33, "Amazon", Category.GENERAL_MERCHANDISE_ONLINE_MARKETPLACES);
    }

    @Test
    void the_third_service_of_a_kind_is_unused_and_the_second_is_not() {
        HistoryBuilder two = monthly(quietLife(), 15.99, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES);
        monthly(two, 9.99, "Hulu", Category.ENTERTAINMENT_TV_AND_MOVIES);
        assertThat(signal(two, "unused_subscriptions", 180).value()).isZero();
        HistoryBuilder three = monthly(two, 11.99, "Disney+", Category.ENTERTAINMENT_TV_AND_MOVIES);
        assertThat(signal(three, "unused_subscriptions", 180).value()).isEqualTo(1);
    }
}
