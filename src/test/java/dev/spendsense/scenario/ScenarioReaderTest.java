package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.CardTerms;
import dev.spendsense.bank.Category;
import dev.spendsense.scenario.CardHabit.Payment;
import dev.spendsense.scenario.People.AgeBand;
import dev.spendsense.scenario.PurchaseKind.PriceEnding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the fields of a scenario come to in records. */
class ScenarioReaderTest {

    private final Scenario small = new SmallScenario().read();

    @Test
    void the_scenario_says_who_when_and_how_many() {
        assertThat(small.name()).isEqualTo("small");
        assertThat(small.description()).isEqualTo("two kinds of people");
        assertThat(small.seed()).isEqualTo(7);
        assertThat(small.period()).isEqualTo(new Period(LocalDate.of(2026, 7, 15), 180));
        assertThat(small.consentRate()).isEqualTo(0.9);
        assertThat(small.users()).isEqualTo(4);
        assertThat(small.expected())
                .containsExactly(Map.entry("users", new Range(4, 4)), Map.entry("transactions", new Range(1500, 2500)));
    }

    @Test
    void dollars_become_cents_and_shares_and_percent_become_basis_points() {
        assertThat(small.bank())
                .isEqualTo(new BankTerms(new CardTerms(2_500, 100, 25, 3_200), 50, 40_000, 3_000, 3_050, 300, 300));
    }

    @Test
    void cents_are_exact_where_floating_point_is_not() {
        Scenario scenario = new SmallScenario()
                .set("bank.atm_fee=1.15", "bank.overdraft.fee=8.41")
                .read();
        assertThat(scenario.bank().atmFee()).isEqualTo(115);
        assertThat(scenario.bank().overdraftFee()).isEqualTo(841);
    }

    @Test
    void profiles_keep_the_order_of_the_file() {
        assertThat(small.population()).extracting(Profile::name).containsExactly("gigs", "steady");
        assertThat(small.population()).extracting(Profile::users).containsExactly(1, 3);
    }

    @Test
    void the_defaults_hold_for_every_profile_that_does_not_say_otherwise() {
        IncomeHabit gigs = small.population().get(0).income();
        IncomeHabit steady = small.population().get(1).income();
        assertThat(gigs.annual()).isEqualTo(new Range(4_500_000, 9_000_050)).isEqualTo(steady.annual());
        assertThat(gigs.takeHome()).isEqualTo(new Range(0.7, 0.8));
        assertThat(steady.takeHome()).isEqualTo(new Range(0.74, 0.8));
    }

    @Test
    void weights_replace_the_default_weights_but_a_basket_adds_to_the_default_basket() {
        Profile gigs = small.population().get(0);
        assertThat(gigs.income().schedule()).isEqualTo(new Weighted<>(List.of(PaySchedule.IRREGULAR), List.of(1.0)));
        assertThat(gigs.shopping().basket()).containsOnly(Map.entry("coffee", 0.5), Map.entry("groceries", 2.0));
    }

    @Test
    void cards_are_counted_and_paid_by_weights() {
        CardHabit cards = small.population().get(1).cards();
        assertThat(cards.count()).isEqualTo(new Weighted<>(List.of(0, 1), List.of(0.1, 0.9)));
        assertThat(cards.payment().options()).containsExactly(Payment.FULL);
        assertThat(cards.aprPercent()).isEqualTo(new Range(17, 26));
    }

    @Test
    void the_catalog_holds_purchases_bills_and_subscriptions() {
        Catalog catalog = small.catalog();
        assertThat(catalog.purchases().get(1))
                .isEqualTo(new PurchaseKind(
                        "coffee",
                        Category.FOOD_AND_DRINK_COFFEE,
                        new Range(325, 900),
                        10,
                        List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
                        new Range(6, 16),
                        List.of(new PriceEnding(95, 3), new PriceEnding(0, 1)),
                        0,
                        0,
                        false,
                        new Weighted<>(List.of("Starbucks"), List.of(1.0)),
                        Set.of(),
                        1_000,
                        0.45,
                        true));
        assertThat(catalog.purchases().get(0).endings()).isEmpty();
        assertThat(catalog.bills().get(0).housing()).isTrue();
        assertThat(catalog.bills().get(1).amount()).isEqualTo(new Range(2_500, 7_525));
        assertThat(catalog.subscriptions())
                .containsExactly(
                        new Subscription(
                                "Netflix",
                                1_599,
                                "streaming",
                                Category.ENTERTAINMENT_TV_AND_MOVIES,
                                Optional.empty(),
                                2),
                        new Subscription(
                                "Kroger Boost",
                                799,
                                "shopping_membership",
                                Category.FOOD_AND_DRINK_GROCERIES,
                                Optional.of("Kroger"),
                                1));
        assertThat(catalog.employers()).containsExactly("Acme Logistics");
    }

    @Test
    void people_have_age_bands_regions_and_names() {
        assertThat(small.people())
                .isEqualTo(new People(
                        new Weighted<>(List.of(new AgeBand(18, 24), new AgeBand(25, 89)), List.of(0.2, 0.8)),
                        new Weighted<>(List.of("West"), List.of(1.0)),
                        List.of("Ada", "Grace"),
                        List.of("Hopper", "Lovelace")));
    }

    @Test
    void a_scenario_without_expectations_expects_nothing() {
        String expectations = "expect:\n  users: 4\n  transactions: [1500, 2500]\n";
        assertThat(new SmallScenario().with(expectations, "").read().expected()).isEmpty();
    }

    @Test
    void reading_twice_gives_equal_scenarios() {
        assertThat(new SmallScenario().read()).isEqualTo(small);
    }
}
