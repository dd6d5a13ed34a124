package dev.spendsense.simulation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.PurchaseKind;
import dev.spendsense.scenario.Scenario;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first and the last day, closed days, and scenarios that ask for unusual lives. */
class EdgesOfLifeTest {

    private static List<History> histories(String... overrides) {
        Simulation simulation = new Simulation(Shipped.fullDataset(overrides));
        return IntStream.range(0, simulation.users())
                .mapToObj(index -> simulation.live(index).history())
                .toList();
    }

    private static List<Transaction> purchases(History history) {
        return history.transactions().stream()
                .filter(posting -> posting.minute() != Transaction.NO_TIME)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-21, 180", "2026-01-24, 1", "2026-02-28, 28", "2028-02-29, 60", "2026-03-01, 2"})
    void the_statement_that_is_current_on_the_first_day_is_due_on_it_or_later(String end, String days) {
        for (History history : histories("period.end=" + end, "period.days=" + days)) {
            history.accounts().stream()
                    .filter(account -> account.type() == AccountType.CREDIT_CARD)
                    .map(card -> history.statements(card).get(0))
                    .forEach(opening -> {
                        assertThat(opening.closingDate()).isBefore(history.from());
                        assertThat(opening.dueDate()).isAfterOrEqualTo(history.from());
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"30", "45"})
    void where_the_ticket_is_set_purchases_cost_that_much_however_much_there_is_to_spend(int dollars) {
        for (String pay : List.of("[40000, 45000]", "[80000, 90000]")) {
            String ticket = "[" + dollars + ", " + dollars + "]";
            double mean = histories(
                            "population.*.users=0",
                            "population.balanced.users=25",
                            "defaults.shopping.impulses_a_month=[0, 0]",
                            "population.balanced.income.annual=" + pay,
                            "population.balanced.shopping.ticket=" + ticket)
                    .stream()
                    .flatMap(history -> purchases(history).stream())
                    .filter(posting ->
                            posting.amount() > 0 && posting.category().isSpending())
                    .mapToLong(Transaction::amount)
                    .average()
                    .orElseThrow();
            assertThat(mean / 100).as(pay).isBetween(dollars * 0.9, dollars * 1.1);
        }
    }

    @Test
    void a_rent_due_on_the_sunday_before_the_period_is_debited_on_its_first_monday() {
        List<History> histories = histories("period.end=2026-07-31", "population.*.users=20");
        assertThat(histories.get(0).from()).isEqualTo(LocalDate.of(2026, 2, 2));
        Predicate<Transaction> home = posting -> posting.category() == Category.RENT_AND_UTILITIES_RENT
                || posting.category() == Category.LOAN_PAYMENTS_MORTGAGE_PAYMENT;
        List<String> unpaid = histories.stream()
                .filter(history -> history.transactions().stream()
                        .filter(home)
                        .noneMatch(posting -> posting.date().getMonth() == Month.FEBRUARY))
                .map(history -> history.customer().id())
                .toList();
        List<String> returned = histories.stream()
                .filter(history -> history.transactions().stream()
                        .anyMatch(posting -> posting.category() == Category.BANK_FEES_INSUFFICIENT_FUNDS))
                .map(history -> history.customer().id())
                .toList();
        assertThat(returned).containsAll(unpaid);
        assertThat(unpaid).hasSizeLessThan(3);
    }

    @Test
    void who_buys_nothing_discretionary_still_buys_groceries() {
        Scenario shipped = Shipped.fullDataset();
        String nothing = shipped.catalog().purchases().stream()
                .filter(PurchaseKind::discretionary)
                .map(kind -> kind.name() + ": 0")
                .collect(joining(", ", "{", "}"));
        Set<Category> discretionary = Set.of(Category.FOOD_AND_DRINK_RESTAURANT, Category.FOOD_AND_DRINK_COFFEE);
        for (History history : histories(
                "population.*.users=0",
                "population.balanced.users=10",
                "population.balanced.shopping.basket=" + nothing)) {
            assertThat(purchases(history)).hasSizeGreaterThan(100);
            assertThat(purchases(history)).noneMatch(posting -> discretionary.contains(posting.category()));
        }
    }

    @Test
    void nobody_fills_up_twice_a_day_or_rides_the_trains_of_two_cities() {
        for (History history : histories()) {
            List<Transaction> gas = purchases(history).stream()
                    .filter(posting -> posting.category() == Category.TRANSPORTATION_GAS)
                    .toList();
            assertThat(gas).extracting(Transaction::date).doesNotHaveDuplicates();
            assertThat(purchases(history).stream()
                            .filter(posting -> posting.category() == Category.TRANSPORTATION_PUBLIC_TRANSIT)
                            .map(Transaction::merchant)
                            .distinct()
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void names_that_belong_to_one_region_are_met_only_there() {
        Scenario scenario = Shipped.fullDataset();
        for (History history : histories()) {
            Set<String> elsewhere =
                    scenario.catalog().elsewhere(history.customer().region());
            assertThat(elsewhere).isNotEmpty();
            assertThat(history.transactions()).noneMatch(posting -> elsewhere.contains(posting.merchant()));
        }
    }

    @Test
    void the_next_due_date_is_the_one_that_comes() {
        List<History> now = histories("period.end=2026-06-20", "period.days=150", "population.*.users=15");
        List<History> later = histories("period.end=2026-07-31", "period.days=191", "population.*.users=15");
        for (int i = 0; i < now.size(); i++) {
            History history = now.get(i);
            History after = later.get(i);
            history.accounts().stream()
                    .filter(account -> account.type() == AccountType.CREDIT_CARD)
                    .forEach(card -> {
                        LocalDate due = history.liability(card).nextDueDate();
                        assertThat(due).isAfterOrEqualTo(history.asOf());
                        assertThat(after.statements(after.accounts().get(card.slot())))
                                .extracting(statement -> statement.dueDate())
                                .contains(due);
                    });
        }
    }
}
