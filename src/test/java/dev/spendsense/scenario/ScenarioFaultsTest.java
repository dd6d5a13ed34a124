package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.yaml.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the values of a scenario that cannot be. */
class ScenarioFaultsTest {

    private static SmallScenario with(String passage, String replacement) {
        return new SmallScenario().with(passage, replacement);
    }

    private static SmallScenario with(String file, String passage, String replacement) {
        return new SmallScenario().with(file, passage, replacement);
    }

    @Test
    void a_fault_names_file_line_field_value_and_what_was_expected() {
        SmallScenario spoilt = with("users: 3", "users: -3");
        assertThat(spoilt.faults())
                .containsExactly(new Fault(
                        "small.yaml", 72, 12, "population.steady.users", "-3", "a whole number from 0 to 10,000,000"));
        assertThat(spoilt.complaints())
                .containsExactly(
                        "small.yaml:72: population.steady.users: -3; expected a whole number from 0 to 10,000,000");
    }

    @Test
    void an_unknown_key_names_the_nearest_known_one() {
        assertThat(with("    users: 3", "    usres: 3").complaints())
                .contains(
                        "small.yaml:72: population.steady.usres: unknown key; expected users (one of users, truth,"
                                + " intensity, consent_rate, joined_days_ago, income, budget, shopping, subscriptions, cards, savings, events)");
        assertThat(with("consent_rate", "consentrate").complaints().toString()).contains("expected consent_rate (");
    }

    @Test
    void an_unknown_key_that_is_like_none_lists_the_known_ones() {
        assertThat(with("    users: 3", "    users: 3\n    zodiac: leo").complaints())
                .containsExactly(
                        "small.yaml:73: population.steady.zodiac: unknown key; expected one of users, truth,"
                                + " intensity, consent_rate, joined_days_ago, income, budget, shopping, subscriptions, cards, savings, events");
    }

    @Test
    void a_missing_field_is_reported_where_its_block_begins() {
        assertThat(with("  atm_fee: 3.00\n", "").complaints())
                .containsExactly(
                        "small.yaml:7: bank.atm_fee: missing; expected dollars from 0 to 1,000 with at most 2 decimals");
    }

    @Test
    void a_field_missing_from_the_defaults_is_missed_in_every_profile() {
        assertThat(with("    day: 5\n", "").faults())
                .extracting(Fault::field, Fault::value)
                .containsOnly(org.assertj.core.api.Assertions.tuple("defaults.savings.day", "missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annual: [45000, 90000.50]    | annual: [90000, 45000]  | [90000, 45000]",
                "per_day: [1.6, 2.6]          | per_day: [2.6, 1.6]     | [2.6, 1.6]",
                "per_day: [1.6, 2.6]          | per_day: 2              | 2",
                "per_day: [1.6, 2.6]          | per_day: [1]            | [1]",
                "per_day: [1.6, 2.6]          | per_day: [1, 2, 3]      | [1, 2, 3]",
                "per_day: [1.6, 2.6]          | per_day: [one, two]     | [one, two]",
                "per_day: [1.6, 2.6]          | per_day: {low: 1}       | {low}",
                "per_day: [1.6, 2.6]          | per_day: [.nan, 2]      | [.nan, 2]",
                "per_day: [1.6, 2.6]          | per_day: [1, .inf]      | [1, .inf]",
                "per_day: [1.6, 2.6]          | per_day: [0, 1e999999999] | [0, 1e999999999]",
                "per_day: [1.6, 2.6]          | per_day: [1.6, 51]      | [1.6, 51]",
                "per_day: [1.6, 2.6]          | per_day: [0, 0]         | [0, 0]",
                "per_day: [1.6, 2.6]          | per_day: [0.049, 1]     | [0.049, 1]",
                "annual: [45000, 90000.50]    | annual: [99, 90000]     | [99, 90000]",
                "growth: [0, 0]               | growth: [0, 0.05]       | [0, 0.05]",
                "growth: [0, 0]               | growth: [0.0009, 0.05]  | [0.0009, 0.05]",
                "on_card: [0.3, 0.6]          | on_card: [0.3, 1.01]    | [0.3, 1.01]",
                "on_card: [0.3, 0.6]          | on_card: [-0.1, 0.6]    | [-0.1, 0.6]",
                "count: [0, 2]                | count: [0, 1.5]         | [0, 1.5]",
                "monthly: [0, 45]             | monthly: [0, 45.005]    | [0, 45.005]",
                "bills_cap: 0.62              | bills_cap: 62           | 62",
                "bills_cap: 0.62              | bills_cap: '0.62'       | 0.62",
                "bills_cap: 0.62              | bills_cap:              | nothing",
                "bills_cap: 0.62              | bills_cap: Infinity     | Infinity",
                "bills_cap: 0.62              | bills_cap: NaN          | NaN",
                "paced: false                 | paced: no               | no",
                "billing_day: 1               | billing_day: 29         | 29",
                "billing_day: 1               | billing_day: 0x1        | 0x1",
                "billing_day: 1               | billing_day: 01         | 01",
                "overdue: 0.0                 | overdue: [0, 1]         | [0, 1]",
                "seed: 7                      | seed: 9223372036854775808 | 9223372036854775808",
                "seed: 7                      | seed: 7.5               | 7.5",
                "days: 180                    | days: 0                 | 0",
                "days: 180                    | days: 3661              | 3661",
                "end: 2026-07-15              | end: 2026-02-30         | 2026-02-30",
                "end: 2026-07-15              | end: 2025-02-29         | 2025-02-29",
                "end: 2026-07-15              | end: 1989-12-31         | 1989-12-31",
                "end: 2026-07-15              | end: 2101-01-01         | 2101-01-01",
                "end: 2026-07-15              | end: today              | today",
                "end: 2026-07-15              | end: 15.07.2026         | 15.07.2026",
                "consent_rate: 0.9            | consent_rate: 1.1       | 1.1",
                "days_to_pay: 25              | days_to_pay: 26         | 26",
                "minimum_share: 0.01          | minimum_share: 0.00001  | 0.00001",
                "savings_rate: 0.5            | savings_rate: 0.505     | 0.505",
                "atm_fee: 3.00                | atm_fee: 3.001          | 3.001",
                "transactions: [1500, 2500]   | transactions: [1500]    | [1500]",
                "income:                      | income: rich            | rich",
            })
    void a_value_that_cannot_be_is_shown_as_it_was_written(String passage, String replacement, String shown) {
        if (passage.equals("income:")) {
            passage = "    income:\n      schedule: {irregular: 1}\n      take_home: [0.7, 0.8]";
            replacement = "    income: rich";
        }
        assertThat(with(passage, replacement).faults()).extracting(Fault::value).containsExactly(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{biweekly: -1, monthly: 2}", "{biweekly: 0, monthly: 0}", "{}", "[biweekly]", "biweekly"})
    void weights_are_not_negative_and_do_not_sum_to_nothing(String weights) {
        assertThat(with("{biweekly: 0.6, monthly: 0.4}", weights).faults())
                .extracting(Fault::field)
                .allMatch(field -> field.startsWith("defaults.income.schedule"))
                .hasSize(1);
    }

    @Test
    void an_unknown_choice_names_the_nearest_known_one() {
        assertThat(with("{full: 1.0}", "{ful: 1.0}").complaints())
                .containsExactly(
                        "small.yaml:51: defaults.cards.payment.ful: ful; expected full (one of full, partial, minimum)");
        assertThat(with(SmallScenario.PURCHASES, "FOOD_AND_DRINK_COFFEE", "FOOD_AND_DRINK_COFEE")
                        .complaints()
                        .toString())
                .contains(
                        "catalog/purchases.yaml:12: coffee.category: FOOD_AND_DRINK_COFEE; expected FOOD_AND_DRINK_COFFEE (");
    }

    @Test
    void money_that_moves_between_accounts_is_no_purchase() {
        assertThat(with(SmallScenario.BILLS, "RENT_AND_UTILITIES_WATER", "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("water.category");
    }

    @Test
    void a_companion_that_sells_nothing_is_an_unknown_merchant() {
        assertThat(with(SmallScenario.SUBSCRIPTIONS, "companion: Kroger", "companion: Krogre")
                        .complaints())
                .containsExactly(
                        "catalog/subscriptions.yaml:3: Kroger Boost.companion: Krogre; expected Kroger (one of Kroger,"
                                + " Starbucks, Trader Joe's)");
    }

    @Test
    void a_basket_knows_only_the_purchases_of_the_catalog() {
        assertThat(with("basket: {groceries: 2}", "basket: {grocery: 2}").complaints())
                .containsExactly("small.yaml:70: population.gigs.shopping.basket.grocery: grocery; expected groceries"
                        + " (one of groceries, coffee)");
    }

    @Test
    void somebody_must_live_in_a_scenario() {
        assertThat(with("users: 3", "users: 0").with("users: 1", "users: 0").complaints())
                .containsExactly(
                        "small.yaml:63: population: 0 users; expected at least one user in all profiles together");
        assertThat(with("users: 3", "users: 0").faults()).isEmpty();
    }

    @Test
    void ten_million_users_are_enough() {
        assertThat(with("users: 3", "users: 9999999").faults()).isEmpty();
        assertThat(with("users: 3", "users: 10000000").complaints())
                .containsExactly("small.yaml:63: population: 10,000,001 users; expected at most 10,000,000 users in all"
                        + " profiles together");
    }

    @Test
    void a_period_does_not_begin_before_1990() {
        assertThat(with("end: 2026-07-15, days: 180", "end: 1990-03-01, days: 61")
                        .complaints())
                .containsExactly("small.yaml:3: period.days: 61; expected days back to 1990-01-01 at most");
        assertThat(with("end: 2026-07-15, days: 180", "end: 1990-03-01, days: 60")
                        .faults())
                .isEmpty();
    }

    @Test
    void a_period_has_days_before_those_that_were_added() {
        assertThat(with("days: 180", "days: 180, continued: [90, 89]").faults()).isEmpty();
        assertThat(with("days: 180", "days: 180, continued: [90, 90]").complaints())
                .containsExactly("small.yaml:3: period.continued: [90, 90]; expected fewer in all than the days of the"
                        + " period, 180");
        assertThat(with("days: 180", "days: 180, continued: [0]").complaints())
                .singleElement()
                .asString()
                .contains("period.continued");
    }

    @Test
    void fields_that_contradict_each_other_are_reported_once_all_are_read() {
        assertThat(with("long_gap: 55", "long_gap: 91").faults())
                .extracting(Fault::field)
                .containsExactly("defaults.income.long_gap");
        assertThat(with("unused: [0, 0]", "unused: [3, 4]").faults())
                .extracting(Fault::field)
                .containsExactly("defaults.subscriptions.unused");
        assertThat(with("count: [0, 2]", "count: [0, 3]").complaints())
                .containsExactly(
                        "small.yaml:40: defaults.subscriptions.count: [0, 3]; expected at most 2, all that the catalog has");
        assertThat(with("basket: {groceries: 2}", "basket: {groceries: 0, coffee: 0}")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("population.gigs.shopping.basket");
    }

    @Test
    void the_smallest_numbers_that_a_life_can_be_drawn_from_are_no_faults() {
        assertThat(with("per_day: [1.6, 2.6]", "per_day: [0.05, 0.05]")
                        .with("annual: [45000, 90000.50]", "annual: [100, 100]")
                        .with("growth: [0, 0]", "growth: [0.001, 1]")
                        .with("gap_days: [20, 90]", "gap_days: [20, 59]")
                        .with(SmallScenario.PURCHASES, "price: [25, 150]", "price: [0.01, 100000]")
                        .faults())
                .isEmpty();
    }

    @Test
    void irregular_pays_need_days_beyond_the_long_gap_to_move_over_closed_days() {
        assertThat(with("gap_days: [20, 90]", "gap_days: [20, 58]").complaints())
                .containsExactly(
                        "small.yaml:20: defaults.income.gap_days: [20, 58]; expected a high end of at least 59,"
                                + " 4 days beyond long_gap, because pays move over closed days");
        assertThat(with("gap_days: [20, 90]", "gap_days: [20, 58]")
                        .set("population.*.income.schedule={weekly: 1}")
                        .faults())
                .isEmpty();
    }

    @Test
    void a_fault_in_the_defaults_is_reported_once_even_if_every_profile_covers_it_up() {
        assertThat(with("take_home: [0.74, 0.80]", "take_home: [0.74, 80]").faults())
                .hasSize(1);
        assertThat(with("take_home: [0.74, 0.80]", "take_home: [0.74, 80]")
                        .set("population.steady.income.take_home=[0.7, 0.8]")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("defaults.income.take_home");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catalog/purchases.yaml     | price: [25, 150]      | price: [0, 150]        | groceries.price",
                "catalog/purchases.yaml     | price: [25, 150]      | price: [1, 100000.01]  | groceries.price",
                "catalog/purchases.yaml     | hours: [8, 21]        | hours: [8, 24]         | groceries.hours",
                "catalog/purchases.yaml     | {95: 3, 0: 1}         | {100: 3, 0: 1}         | coffee.endings.100",
                "catalog/purchases.yaml     | {95: 3, 0: 1}         | {95: 0}                | coffee.endings",
                "catalog/purchases.yaml     | 1.1, 1.3, 1.2]        | 1.1, 1.3]              | groceries.weekdays",
                "catalog/purchases.yaml     | 1.1, 1.3, 1.2]        | 1.1, 1.3, -1]          | groceries.weekdays[6]",
                "catalog/purchases.yaml     | coffee:               | Coffee Shops:          | Coffee Shops",
                "catalog/purchases.yaml     | online: 0.08          | onlin: 0.08            | groceries.onlin",
                "catalog/bills.yaml         | day: [8, 25]          | day: [8, 31]           | water.day",
                "catalog/bills.yaml         | amount: [25, 75.25]   | varies: 0.2            | water.varies",
                "catalog/bills.yaml         | housing: true         | housing: maybe         | rent.housing",
                "catalog/subscriptions.yaml | price: 15.99          | price: 15.995          | Netflix.price",
                "catalog/subscriptions.yaml | weight: 2}            | weight: 0}             | Netflix.weight",
                "catalog/subscriptions.yaml | kind: streaming       | kind: Streaming TV     | Netflix.kind",
                "catalog/people.yaml        | 18-24                 | 24-18                  | ages.24-18",
                "catalog/people.yaml        | 18-24                 | 17-24                  | ages.17-24",
                "catalog/people.yaml        | [Ada, Grace]          | [Ada, Ada]             | given_names[1]",
                "catalog/people.yaml        | [Ada, Grace]          | []                     | given_names",
                "catalog/people.yaml        | [Acme Logistics]      | ['']                   | employers[0]",
            })
    void the_catalog_is_checked_as_well(String file, String passage, String replacement, String field) {
        assertThat(with(file, passage, replacement).faults())
                .anySatisfy(fault ->
                        assertThat(fault).extracting(Fault::file, Fault::field).containsExactly(file, field));
    }

    @Test
    void everybody_needs_a_home() {
        assertThat(with(SmallScenario.BILLS, "held_by: 0.7", "held_by: 0").complaints())
                .containsExactly(
                        "catalog/bills.yaml:1: no housing; expected at least one bill with housing: true and held_by above 0");
    }

    @Test
    void a_file_with_ten_faults_reports_ten() {
        SmallScenario spoilt = with("seed: 7", "seed: lucky")
                .with("end: 2026-07-15", "end: 2026-02-30")
                .with("consent_rate: 0.9", "consent_rate: 90")
                .with("late_fee: 32", "late_fees: 32")
                .with("annual: [45000, 90000.50]", "annual: [90000, 45000]")
                .with("basket: {groceries: 2}", "basket: {sweets: 2}")
                .with("users: 3", "users: -3")
                .with(SmallScenario.SUBSCRIPTIONS, "companion: Kroger", "companion: Corner Shop")
                .with(SmallScenario.PEOPLE, "{West: 1}", "{West: 0}");
        assertThat(spoilt.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "seed",
                        "period.end",
                        "consent_rate",
                        "bank.cards.late_fee",
                        "bank.cards.late_fees",
                        "defaults.income.annual",
                        "population.gigs.shopping.basket.sweets",
                        "population.steady.users",
                        "Kroger Boost.companion",
                        "regions");
    }

    @Test
    void the_message_has_one_line_a_fault() {
        SmallScenario spoilt = with("seed: 7", "seed: lucky").with("days: 180", "days: many");
        assertThatThrownBy(spoilt::read)
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("small.yaml:2: seed: lucky; expected a whole number from")
                .message()
                .hasLineCount(2);
    }

    @Test
    void what_a_file_holds_cannot_break_the_line_or_colour_the_terminal() {
        assertThat(with("seed: 7", "seed: \"one\\ntwo\\e[31m\\u202Ethree\"").faults())
                .extracting(Fault::value)
                .containsExactly("one?two?[31m?three");
        assertThat(with("seed: 7", "seed: " + "x".repeat(900)).faults().get(0).value())
                .hasSize(83)
                .endsWith("...");
    }
}
