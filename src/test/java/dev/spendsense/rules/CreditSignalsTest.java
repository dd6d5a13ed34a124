package dev.spendsense.rules;

import static dev.spendsense.rules.Shipped.detected;
import static dev.spendsense.rules.Shipped.findings;
import static dev.spendsense.rules.Shipped.quietLife;
import static dev.spendsense.rules.Shipped.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import org.junit.jupiter.api.Test;

class CreditSignalsTest {

    private static final int CARD = 1;

    private static HistoryBuilder cardAt(double share) {
        return quietLife().card(5_000 * share, 5_000).statement(CARD, 10, 5_000 * share, 100);
    }

    @Test
    void a_card_at_half_of_its_limit_is_highly_utilized_and_one_below_is_not() {
        assertThat(detected(cardAt(0.50), "credit_utilization", 30)).isTrue();
        assertThat(detected(cardAt(0.499), "credit_utilization", 30)).isFalse();
    }

    @Test
    void utilization_is_unknown_without_a_card() {
        assertThat(findings(quietLife()).signal("credit_utilization", 30)).isEmpty();
    }

    @Test
    void every_card_has_to_be_low_for_low_utilization() {
        assertThat(detected(cardAt(0.29), "low_utilization", 180)).isTrue();
        assertThat(detected(cardAt(0.10).card(3_000, 5_000).statement(2, 10, 3_000, 60), "low_utilization", 180))
                .isFalse();
    }

    @Test
    void a_single_full_statement_among_low_ones_is_no_full_card_over_the_long_window() {
        HistoryBuilder history = quietLife().card(500, 5_000);
        for (int ago = 160; ago > 20; ago -= 30) {
            history.statement(CARD, ago, 300, 30);
        }
        assertThat(detected(history.statement(CARD, 10, 4_000, 80), "credit_utilization", 180))
                .isFalse();
    }

    @Test
    void a_payment_a_little_above_the_minimum_is_a_minimum_payment_and_a_larger_one_is_not() {
        assertThat(signal(paidOnce(104), "minimum_payment_only", 180).value()).isEqualTo(1);
        assertThat(signal(paidOnce(106), "minimum_payment_only", 180).value()).isZero();
    }

    private static HistoryBuilder paidOnce(double dollars) {
        return quietLife().card(2_000, 5_000).statement(CARD, 40, 2_000, 100).payCard(CARD, 20, dollars);
    }

    @Test
    void a_card_is_overdue_until_its_minimum_arrives_even_late() {
        HistoryBuilder missed = quietLife().card(2_000, 5_000).statement(CARD, 40, 2_000, 100);
        assertThat(detected(missed, "is_overdue", 30)).isTrue();
        assertThat(detected(missed.payCard(CARD, 5, 100), "is_overdue", 30)).isFalse();
    }

    @Test
    void a_payment_that_is_due_today_is_not_overdue_yet() {
        HistoryBuilder dueToday = quietLife().card(2_000, 5_000).statement(CARD, 25, 2_000, 100);
        assertThat(detected(dueToday, "is_overdue", 30)).isFalse();
    }

    @Test
    void a_statement_paid_by_refund_and_payment_together_is_paid_in_full() {
        HistoryBuilder history = quietLife()
                .card(300, 5_000)
                .statement(CARD, 40, 300, 30)
                .post(CARD, 30, -50, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .payCard(CARD, 20, 250);
        assertThat(detected(history, "cards_paid_in_full", 180)).isTrue();
    }

    @Test
    void a_cent_of_interest_is_interest_but_makes_no_high_utilizer() {
        HistoryBuilder history =
                cardAt(0.1).post(CARD, 12, 0.01, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
        assertThat(detected(history, "interest_charges", 30)).isTrue();
        assertThat(findings(history).persona("high_utilization")).isEmpty();
    }

    @Test
    void utilization_that_rises_by_ten_points_shows_as_a_trend() {
        assertThat(signal(
                                quietLife().card(1_000, 5_000).post(CARD, 10, 500, "Target", Category.TRAVEL_LODGING),
                                "credit_utilization_trend",
                                30)
                        .value())
                .isEqualTo(0.1);
    }
}
