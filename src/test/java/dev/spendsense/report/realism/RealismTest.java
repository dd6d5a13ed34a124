package dev.spendsense.report.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.rules.HistoryBuilder;
import dev.spendsense.scenario.RealismMeasure;
import dev.spendsense.scenario.RealismMeasure.Instrument;
import dev.spendsense.scenario.RealismMeasure.PaymentShare;
import dev.spendsense.scenario.RealismMeasure.PaymentsAMonth;
import dev.spendsense.scenario.RealismMeasure.RevolvingShare;
import dev.spendsense.scenario.RealismMeasure.SpendingShare;
import dev.spendsense.scenario.RealismMeasure.UtilizationPercentile;
import dev.spendsense.scenario.RealismTarget;
import dev.spendsense.scenario.RealismTarget.Tolerance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each measure on histories written by hand. */
class RealismTest {

    private static final Category FOOD = Category.FOOD_AND_DRINK_GROCERIES;
    private static final Category CLOTHES = Category.GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES;
    private static final Category INSURANCE = Category.GENERAL_SERVICES_INSURANCE;

    private static Comparison compare(RealismMeasure measure, double target, Tolerance tolerance, History... users) {
        RealismTarget declared = new RealismTarget("a_target", measure, 0.5, target, tolerance, "somebody", "as it is");
        return Realism.of(List.of(users), List.of(declared)).comparisons().get(0);
    }

    private static double figure(RealismMeasure measure, History... users) {
        return compare(measure, 1, new Tolerance(1, true), users)
                .generated()
                .orElseThrow()
                .value();
    }

    private static HistoryBuilder user() {
        return HistoryBuilder.days(365).checking(5_000).card(0, 1_000);
    }

    @Test
    void shares_of_spending_are_of_everybodys_money_together_less_refunds() {
        History careful = user().post(0, 40, 60, "Kroger", FOOD)
                .post(1, 30, 100, "Gap", CLOTHES)
                .post(1, 20, -40, "Gap", CLOTHES)
                .post(0, 20, 500, "GEICO", INSURANCE)
                .paid(14, 3, 2_000)
                .payCard(1, 10, 60)
                .build();
        History lavish = user().post(0, 40, 280, "Kroger", FOOD).build();
        SpendingShare food = new SpendingShare(Set.of(FOOD), Set.of(INSURANCE));
        assertThat(figure(food, careful)).isEqualTo(0.5);
        assertThat(figure(food, careful, lavish)).isCloseTo(340 / 400.0, within(1e-12));
        assertThat(figure(new SpendingShare(Set.of(FOOD), Set.of()), careful)).isCloseTo(60 / 620.0, within(1e-12));
    }

    @Test
    void payments_are_purchases_and_bills_and_nothing_that_the_bank_or_the_user_moves() {
        History user = user().post(0, 9, 600, 20, "Kroger", FOOD, Channel.IN_STORE)
                .post(1, 8, 600, 20, "Gap", CLOTHES, Channel.ONLINE)
                .post(1, 7, 600, 20, "Gap", CLOTHES, Channel.IN_STORE)
                .post(0, 6, -1, 900, "Landlord", Category.RENT_AND_UTILITIES_RENT, Channel.ACH)
                .post(1, 5, -1, -20, "Gap", CLOTHES, Channel.ONLINE)
                .post(0, 5, -1, 30, "Overdraft Fee", Category.BANK_FEES_OVERDRAFT_FEES, Channel.BANK)
                .post(0, 4, 600, 60, "ATM Withdrawal", Category.TRANSFER_OUT_WITHDRAWAL, Channel.ATM)
                .payCard(1, 3, 20)
                .paid(14, 3, 2_000)
                .build();
        assertThat(figure(new PaymentsAMonth(), user)).isCloseTo(4 / 12.0, within(1e-9));
        assertThat(figure(new PaymentShare(Instrument.DEBIT_CARD), user)).isEqualTo(0.25);
        assertThat(figure(new PaymentShare(Instrument.CREDIT_CARD), user)).isEqualTo(0.5);
        assertThat(figure(new PaymentShare(Instrument.BANK_DEBIT), user)).isEqualTo(0.25);
    }

    @Test
    void a_statement_revolves_when_it_was_not_paid_in_full_by_the_day_it_was_due() {
        History user = user().statement(1, 200, 300, 25)
                .payCard(1, 180, 300)
                .statement(1, 170, 300, 25)
                .payCard(1, 160, 250)
                .post(1, 150, -50, "Gap", CLOTHES)
                .statement(1, 140, 300, 25)
                .payCard(1, 130, 299)
                .statement(1, 110, 300, 25)
                .payCard(1, 84, 300)
                .statement(1, 80, 0, 0)
                .statement(1, 20, 300, 25)
                .build();
        // Paid, paid with a refund, a dollar short, a day late; nothing owed and not yet due do not count.
        assertThat(figure(new RevolvingShare(), user)).isEqualTo(0.5);
    }

    @Test
    void utilization_is_that_of_the_last_statement_of_each_card_in_use() {
        History full =
                user().statement(1, 45, 100, 25).statement(1, 15, 900, 25).build();
        History half = user().statement(1, 15, 500, 25).build();
        History paidOff = user().statement(1, 15, 0, 0)
                .post(1, 40, 5, "Gap", CLOTHES)
                .payCard(1, 20, 5)
                .build();
        History unused = user().statement(1, 15, 0, 0).build();
        History[] everybody = {full, half, paidOff, unused};
        assertThat(figure(new UtilizationPercentile(33), everybody)).isZero();
        assertThat(figure(new UtilizationPercentile(34), everybody)).isEqualTo(0.5);
        assertThat(figure(new UtilizationPercentile(75), everybody)).isEqualTo(0.9);
    }

    @Test
    void the_error_is_counted_in_tolerances_and_passes_within_one() {
        History user = user().post(0, 40, 60, "Kroger", FOOD)
                .post(0, 30, 40, "Gap", CLOTHES)
                .build();
        SpendingShare food = new SpendingShare(Set.of(FOOD), Set.of());
        Comparison near = compare(food, 0.5, new Tolerance(0.25, true), user);
        assertThat(near.tolerance()).isEqualTo(0.125);
        assertThat(near.error().orElseThrow()).isCloseTo(0.8, within(1e-9));
        assertThat(near.passed()).isTrue();
        Comparison far = compare(food, 0.8, new Tolerance(0.1, false), user);
        assertThat(far.error().orElseThrow()).isCloseTo(-2, within(1e-9));
        assertThat(far.passed()).isFalse();
    }

    @Test
    void users_rather_than_postings_make_a_figure_certain() {
        HistoryBuilder eater = user();
        HistoryBuilder dresser = user();
        for (int day = 1; day < 200; day++) {
            eater.post(0, day, 10, "Kroger", FOOD);
            dresser.post(0, day, 10, "Gap", CLOTHES);
        }
        Comparison two = compare(
                new SpendingShare(Set.of(FOOD), Set.of()), 1, new Tolerance(1, true), eater.build(), dresser.build());
        assertThat(two.generated().orElseThrow().low()).isLessThan(0.15);
        assertThat(two.generated().orElseThrow().high()).isGreaterThan(0.85);
    }

    @Test
    void what_nobody_shows_is_not_passed() {
        Comparison none = compare(new RevolvingShare(), 1, new Tolerance(1, true), user().build());
        assertThat(none.generated()).isEmpty();
        assertThat(none.error()).isEmpty();
        assertThat(none.passed()).isFalse();
    }

    @Test
    void without_targets_nothing_is_asked_and_nothing_fails() {
        Realism realism = Realism.of(List.of(user().build()), List.of());
        assertThat(realism.declared()).isFalse();
        assertThat(realism.passed()).isTrue();
    }
}
