package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lives that scenarios ask for one lever at a time: late, without money, with accounts given up, with several truths. */
class UnusualLivesTest {

    private static final LocalDate END = LocalDate.of(2026, 7, 15);

    private static List<Life> lives(String profile, String... levers) {
        List<String> overrides =
                new ArrayList<>(List.of("population.*.users=0", "population." + profile + ".users=20"));
        for (String lever : levers) {
            overrides.add("population." + profile + "." + lever);
        }
        Simulation simulation = new Simulation(Shipped.fullDataset(overrides.toArray(String[]::new)));
        return IntStream.range(0, simulation.users()).mapToObj(simulation::live).toList();
    }

    private static List<Account> accounts(History history, AccountType type) {
        return history.accounts().stream()
                .filter(account -> account.type() == type)
                .toList();
    }

    @Test
    void who_joins_late_has_a_history_and_a_truth_from_that_day() {
        for (Life life : lives("high_utilization", "joined_days_ago=[20, 60]")) {
            History history = life.history();
            assertThat(history.from()).isBetween(END.minusDays(60), END.minusDays(20));
            assertThat(history.transactions())
                    .allMatch(posting -> !posting.date().isBefore(history.from()));
            assertThat(life.truth().episodes()).extracting(Episode::from).containsExactly(history.from());
        }
        assertThat(lives("high_utilization", "joined_days_ago=[20, 60]").stream()
                        .map(life -> life.history().from())
                        .distinct())
                .hasSizeGreaterThan(8);
    }

    @Test
    void who_joined_before_the_period_is_there_from_its_first_day() {
        assertThat(lives("balanced", "joined_days_ago=[200, 300]")).isEqualTo(lives("balanced"));
    }

    @Test
    void without_any_income_or_budget_nothing_happens() {
        for (Life life : lives("balanced", "income.annual=[0, 0]", "cards.count={0: 1}", "savings.has=0")) {
            assertThat(life.history().transactions()).isEmpty();
            assertThat(life.history().declined()).allMatch(declined -> declined.amount() > 0);
            assertThat(life.history().customer().annualIncome()).isZero();
        }
    }

    @Test
    void who_spends_nothing_is_still_paid() {
        for (Life life : lives(
                "savings_builder",
                "budget.spending=[0, 0]",
                "subscriptions.count=[0, 0]",
                "cards.count={0: 1}",
                "shopping.cash_a_month=[0, 0]")) {
            assertThat(life.history().transactions())
                    .anyMatch(posting -> posting.category() == Category.INCOME_WAGES)
                    .noneMatch(posting -> posting.category().isSpending());
        }
    }

    @Test
    void where_no_pay_arrives_people_live_on_what_is_there() {
        for (Life life : lives("balanced", "income.schedule={none: 1}", "budget.opening_months=[8, 8]")) {
            assertThat(life.history().transactions())
                    .noneMatch(posting -> posting.category().primary() == Category.Primary.INCOME
                            && posting.category() != Category.INCOME_INTEREST_EARNED)
                    .filteredOn(posting -> posting.category().isSpending())
                    .hasSizeGreaterThan(100);
            assertThat(life.history().customer().annualIncome()).isZero();
        }
    }

    @Test
    void savings_that_are_given_up_are_emptied_and_stay_so() {
        for (Life life : lives("savings_builder", "savings.closed_after=[60, 60]")) {
            History history = life.history();
            Account savings = accounts(history, AccountType.SAVINGS).get(0);
            LocalDate closed = history.from().plusDays(60);
            assertThat(history.balance(savings, closed.minusDays(1))).isPositive();
            assertThat(history.balance(savings, closed)).isZero();
            assertThat(history.transactions())
                    .filteredOn(posting ->
                            posting.account() == savings && posting.date().isAfter(closed))
                    .allMatch(posting -> posting.amount() > 0 || posting.category() == Category.INCOME_INTEREST_EARNED);
            assertThat(history.balance(savings, END)).isZero();
        }
    }

    @Test
    void cards_that_are_given_up_are_paid_off_and_used_no_more() {
        for (Life life : lives("high_utilization", "cards.closed_after=[90, 90]", "budget.opening_months=[6, 6]")) {
            History history = life.history();
            LocalDate closed = history.from().plusDays(90);
            for (Account card : accounts(history, AccountType.CREDIT_CARD)) {
                assertThat(history.balance(card, closed.minusDays(1))).isPositive();
                assertThat(history.transactions())
                        .filteredOn(posting ->
                                posting.account() == card && !posting.date().isBefore(closed))
                        .noneMatch(posting -> posting.amount() > 0 && posting.minute() != Transaction.NO_TIME);
                assertThat(history.balance(card, END)).isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void who_takes_more_back_gets_more_refunds() {
        assertThat(refunds("shopping.refunds=12")).isGreaterThan(6 * refunds("shopping.refunds=1"));
        assertThat(refunds("shopping.refunds=0")).isZero();
    }

    private static long refunds(String lever) {
        return lives("balanced", lever).stream()
                .flatMap(life -> life.history().transactions().stream())
                .filter(posting -> posting.amount() < 0 && posting.category().isSpending())
                .count();
    }

    @Test
    void a_profile_may_have_a_share_of_consent_of_its_own() {
        assertThat(lives("balanced", "consent_rate=0"))
                .noneMatch(life -> life.history().customer().consent());
        assertThat(lives("balanced")).allMatch(life -> life.history().customer().consent());
    }

    @Test
    void several_truths_hold_at_once_at_one_intensity() {
        for (Life life : lives("overspender", "truth=[overspender, high_utilization]", "intensity=0.7")) {
            assertThat(life.truth().episodes())
                    .extracting(Episode::profile, Episode::intensity, Episode::to)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("overspender", 0.7, END),
                            org.assertj.core.api.Assertions.tuple("high_utilization", 0.7, END));
            assertThat(life.truth().profilesOn(END)).containsExactly("overspender", "high_utilization");
        }
    }
}
