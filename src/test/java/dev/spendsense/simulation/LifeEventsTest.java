package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives that change: what an event does, what it leaves alone, and what the truth says of it. */
class LifeEventsTest {

    private static Scenario scenario(String... overrides) {
        return Shipped.read("life-events.yaml", overrides);
    }

    /** Every balanced user meets one event on day 100 and nothing else. */
    private static Scenario everybodyMeets(String event, String... more) {
        List<String> overrides = Stream.concat(
                        Stream.of(
                                "population.*.users=0",
                                "population.balanced.users=20",
                                "population.balanced.income.schedule={weekly: 1}",
                                "population.balanced.events={" + event + ": 1}",
                                "events." + event + ".day=[100, 100]"),
                        Stream.of(more))
                .toList();
        return scenario(overrides.toArray(String[]::new));
    }

    private static List<Life> lives(Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        return IntStream.range(0, simulation.users()).mapToObj(simulation::live).toList();
    }

    private static LocalDate dayHundred(Scenario scenario) {
        return scenario.period().from().plusDays(100);
    }

    private static List<Transaction> before(History history, LocalDate date) {
        return history.transactions().stream()
                .filter(posting -> posting.date().isBefore(date))
                .toList();
    }

    private static long sum(History history, Category category, LocalDate from, LocalDate to) {
        return history.transactions().stream()
                .filter(posting -> posting.category() == category)
                .filter(posting ->
                        !posting.date().isBefore(from) && !posting.date().isAfter(to))
                .mapToLong(Transaction::amount)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job_loss",
                "pay_rise",
                "new_payday",
                "medical_bill",
                "move",
                "baby",
                "windfall",
                "subscription_spree",
                "savings_plan",
                "slide_into_overspending",
                "debt_trap",
                "goes_freelance",
                "debt_payoff"
            })
    void until_the_day_of_an_event_the_life_is_the_same_as_without_it_and_then_it_is_not(String event) {
        Scenario scenario = everybodyMeets(event);
        Simulation simulation = new Simulation(scenario);
        LocalDate day = dayHundred(scenario);
        for (int index = 0; index < simulation.users(); index++) {
            History with = simulation.live(index).history();
            History without = simulation.liveWithout(index, event).history();
            assertThat(with.accounts()).isEqualTo(without.accounts());
            assertThat(before(with, day)).isEqualTo(before(without, day));
            assertThat(with.transactions()).isNotEqualTo(without.transactions());
            assertThat(with.asOf()).isEqualTo(without.asOf());
        }
    }

    @Test
    void one_event_taken_away_moves_no_other() {
        Scenario scenario = everybodyMeets("baby", "population.balanced.events={baby: 1, pay_rise: 1}");
        Simulation simulation = new Simulation(scenario);
        for (int index = 0; index < simulation.users(); index++) {
            Life with = simulation.live(index);
            Life without = simulation.liveWithout(index, "baby");
            assertThat(with.truth().events()).extracting(LifeEvent::name).containsExactlyInAnyOrder("baby", "pay_rise");
            assertThat(without.truth().events())
                    .containsExactlyElementsOf(with.truth().events().stream()
                            .filter(event -> event.name().equals("pay_rise"))
                            .toList());
        }
    }

    @Test
    void without_work_there_are_benefits_instead_of_wages_and_afterwards_wages_again() {
        Scenario scenario = everybodyMeets("job_loss", "events.job_loss.lasts=[84, 84]");
        LocalDate day = dayHundred(scenario);
        for (Life life : lives(scenario)) {
            History history = life.history();
            LocalDate last = day.plusDays(83);
            assertThat(sum(history, Category.INCOME_WAGES, day, last)).isZero();
            assertThat(sum(history, Category.INCOME_UNEMPLOYMENT, day, last)).isNegative();
            assertThat(sum(history, Category.INCOME_UNEMPLOYMENT, last.plusDays(1), history.asOf()))
                    .isZero();
            assertThat(sum(history, Category.INCOME_WAGES, last.plusDays(1), history.asOf()))
                    .isNegative();
            assertThat(life.truth().events()).containsExactly(new LifeEvent("job_loss", day, last));
            assertThat(life.truth().episodes()).extracting(Episode::profile).containsExactly("balanced");
        }
    }

    @Test
    void a_pay_rise_raises_every_pay_after_it_by_the_same_share() {
        Scenario scenario = everybodyMeets("pay_rise", "events.pay_rise.pay=[1.25, 1.25]");
        Simulation simulation = new Simulation(scenario);
        for (int index = 0; index < simulation.users(); index++) {
            List<Transaction> raised = pays(simulation.live(index).history());
            List<Transaction> usual =
                    pays(simulation.liveWithout(index, "pay_rise").history());
            assertThat(raised).hasSameSizeAs(usual);
            for (int i = 0; i < raised.size(); i++) {
                boolean after = !raised.get(i).date().isBefore(dayHundred(scenario));
                long expected = after
                        ? Math.round(usual.get(i).amount() * 1.25)
                        : usual.get(i).amount();
                assertThat(raised.get(i).amount()).isBetween(expected - 1, expected + 1);
                assertThat(raised.get(i).date()).isEqualTo(usual.get(i).date());
            }
        }
    }

    private static List<Transaction> pays(History history) {
        return history.transactions().stream()
                .filter(posting -> posting.category() == Category.INCOME_WAGES)
                .toList();
    }

    @Test
    void paid_off_cards_owe_nothing_that_evening_but_what_was_bought_that_day() {
        Scenario scenario = everybodyMeets("debt_payoff", "population.balanced.cards.opening_utilization=[0.5, 0.6]");
        LocalDate day = dayHundred(scenario);
        int paidOff = 0;
        for (Life life : lives(scenario)) {
            for (Account account : life.history().accounts()) {
                if (account.type() == AccountType.CREDIT_CARD) {
                    long owed = life.history().balance(account, day);
                    long boughtToday = life.history().transactions().stream()
                            .filter(posting -> posting.account() == account && posting.amount() > 0)
                            .filter(posting -> posting.date().equals(day))
                            .mapToLong(Transaction::amount)
                            .sum();
                    assertThat(owed).isLessThanOrEqualTo(boughtToday);
                    paidOff++;
                }
            }
        }
        assertThat(paidOff).isGreaterThanOrEqualTo(20);
    }

    @Test
    void what_holds_only_for_a_while_gives_way_to_what_held_before() {
        Scenario scenario = everybodyMeets("subscription_spree", "events.subscription_spree.lasts=[120, 120]");
        LocalDate day = dayHundred(scenario);
        for (Life life : lives(scenario)) {
            History history = life.history();
            assertThat(life.truth().episodes())
                    .containsExactly(
                            new Episode("balanced", history.from(), day.minusDays(1), Episode.FROM_THE_START, 1),
                            new Episode("subscription_heavy", day, day.plusDays(119), "subscription_spree", 1),
                            new Episode("balanced", day.plusDays(120), history.asOf(), "subscription_spree", 1));
            assertThat(life.truth().profilesOn(day.plusDays(119))).containsExactly("subscription_heavy");
        }
    }

    @Test
    void a_truth_alongside_holds_beside_the_one_before_but_the_baseline_holds_alone() {
        Scenario balanced = everybodyMeets("subscription_spree", "events.subscription_spree.alongside=true");
        for (Life life : lives(balanced)) {
            assertThat(life.truth().profilesOn(dayHundred(balanced))).containsExactly("subscription_heavy");
        }
        Scenario saving = everybodyMeets(
                "subscription_spree",
                "events.subscription_spree.alongside=true",
                "population.balanced.users=0",
                "population.savings_builder.users=10",
                "population.savings_builder.events={subscription_spree: 1}");
        for (Life life : lives(saving)) {
            assertThat(life.truth().profilesOn(dayHundred(saving)))
                    .containsExactly("savings_builder", "subscription_heavy");
        }
    }

    @Test
    void whoever_stays_employed_keeps_the_payday_and_whoever_goes_freelance_waits_for_clients() {
        for (Life life : lives(everybodyMeets("slide_into_overspending"))) {
            assertThat(sum(
                            life.history(),
                            Category.INCOME_OTHER_INCOME,
                            life.history().from(),
                            life.history().asOf()))
                    .isZero();
        }
        Scenario freelance = everybodyMeets("goes_freelance");
        for (Life life : lives(freelance)) {
            History history = life.history();
            assertThat(sum(history, Category.INCOME_WAGES, dayHundred(freelance), history.asOf()))
                    .isZero();
            assertThat(sum(history, Category.INCOME_OTHER_INCOME, dayHundred(freelance), history.asOf()))
                    .isNegative();
        }
    }

    @Test
    void in_the_shipped_year_every_event_happens_and_two_thirds_come_to_live_otherwise() {
        Scenario scenario = scenario();
        Set<String> happened = new HashSet<>();
        int changed = 0;
        List<Life> lives = lives(scenario);
        for (Life life : lives) {
            life.truth().events().forEach(event -> happened.add(event.name()));
            changed += life.truth().episodes().size() > 1 ? 1 : 0;
            for (LocalDate date = scenario.period().from();
                    !date.isAfter(scenario.period().end());
                    date = date.plusDays(1)) {
                assertThat(life.truth().profilesOn(date)).hasSize(1);
            }
        }
        assertThat(lives).hasSize(300);
        assertThat(happened)
                .isEqualTo(scenario.prospects().values().stream()
                        .flatMap(List::stream)
                        .map(prospect -> prospect.event().name())
                        .collect(Collectors.toSet()));
        assertThat(changed / (double) lives.size()).isBetween(0.60, 0.73);
    }

    @Test
    void of_events_that_shut_each_other_out_nobody_meets_two() {
        Scenario scenario = scenario();
        Set<String> exclusive = new HashSet<>();
        scenario.prospects().values().stream()
                .flatMap(List::stream)
                .filter(prospect -> prospect.shutsOut())
                .forEach(prospect -> exclusive.add(prospect.event().name()));
        for (Life life : lives(scenario)) {
            assertThat(life.truth().events())
                    .filteredOn(event -> exclusive.contains(event.name()))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
