package dev.spendsense.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditCardTest {

    private static final CardTerms TERMS = new CardTerms(25_00, 100, 25, 32_00);
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final Account CHECKING =
            new Account("a-0", 0, AccountType.CHECKING, "Checking", "0001", 9_000_00, 0, 0);

    private final Account visa =
            new Account("a-1", 1, AccountType.CREDIT_CARD, "Visa", "0002", 1_000_00, 2_000_00, 24_00);
    private final Ledger ledger = new Ledger(List.of(CHECKING, visa));

    /** Closed on 15 February with $1,000 owed and $20 of it interest; due on 12 March. */
    private CreditCard card(boolean carries) {
        Statement opening =
                new Statement(visa, LocalDate.of(2026, 2, 15), 1_000_00, 20_00, 30_00, LocalDate.of(2026, 3, 12));
        return new CreditCard(visa, TERMS, ledger, opening, FROM, carries);
    }

    private void live(CreditCard card, LocalDate until, LocalDate payOn, long amount) {
        for (LocalDate day = FROM; !day.isAfter(until); day = day.plusDays(1)) {
            card.openDay(day);
            if (day.equals(payOn)) {
                card.pay(CHECKING, day, amount);
            }
            card.closeDay(day);
        }
    }

    private List<Long> posted(String text) {
        return ledger.transactions().stream()
                .filter(posting -> posting.merchant().equals(text))
                .map(Transaction::amount)
                .toList();
    }

    @Test
    void a_statement_paid_in_full_costs_no_interest() {
        CreditCard card = card(false);
        live(card, LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 12), 1_000_00);
        assertThat(posted(CreditCard.INTEREST_CHARGE)).isEmpty();
        assertThat(card.latestStatement().balance()).isZero();
        assertThat(card.latestStatement().minimumPayment()).isZero();
    }

    @Test
    void a_balance_carried_costs_its_average_times_the_daily_rate_times_the_days() {
        CreditCard card = card(true);
        live(card, LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 12), 400_00);
        // 24 days (16 February to 11 March) at $1,000, then 4 days at $600: 26,400 dollar-days at 24% a year.
        assertThat(posted(CreditCard.INTEREST_CHARGE)).containsExactly(Math.round(26_400_00 * 0.24 / 365));
        assertThat(card.latestStatement().balance()).isEqualTo(600_00 + 17_36);
        assertThat(card.latestStatement().minimumPayment()).isEqualTo(25_00);
    }

    @Test
    void the_minimum_is_one_percent_and_the_interest_but_at_least_the_floor_and_never_more_than_is_owed() {
        assertThat(TERMS.minimumPayment(5_000_00, 90_00)).isEqualTo(140_00);
        assertThat(TERMS.minimumPayment(900_00, 10_00)).isEqualTo(25_00);
        assertThat(TERMS.minimumPayment(12_34, 0)).isEqualTo(12_34);
        assertThat(TERMS.minimumPayment(-5_00, 0)).isZero();
    }

    @Test
    void a_card_paid_late_is_charged_a_fee_once_and_never_more_than_the_minimum() {
        CreditCard card = card(true);
        live(card, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 13), 30_00);
        assertThat(posted(CreditCard.LATE_FEE)).containsExactly(30_00L);
        assertThat(ledger.transactions().stream()
                        .filter(posting -> posting.merchant().equals(CreditCard.LATE_FEE))
                        .map(Transaction::date))
                .containsExactly(LocalDate.of(2026, 3, 13));
    }

    @Test
    void a_payment_on_the_due_date_is_in_time() {
        CreditCard card = card(true);
        live(card, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 12), 30_00);
        assertThat(posted(CreditCard.LATE_FEE)).isEmpty();
    }

    @Test
    void a_due_date_on_a_weekend_moves_to_the_next_business_day() {
        CreditCard card = card(false);
        live(card, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 3, 12), 900_00);
        // 15 April plus 25 days is Sunday 10 May.
        assertThat(card.latestStatement().dueDate()).isEqualTo("2026-05-11");
    }

    @Test
    void a_refund_lowers_what_is_owed_but_is_no_payment() {
        CreditCard card = card(true);
        card.refunded(200_00);
        assertThat(card.unpaidStatementBalance()).isEqualTo(800_00);
        assertThat(card.unpaidMinimum()).isEqualTo(30_00);
    }
}
