package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any customer can be lived again alone, and one more draw for one habit leaves all others where they were. */
class KeyedRandomnessTest {

    /** The first user of the last profile, whose position depends on the counts of all the others. */
    private static Life firstBalanced(Scenario scenario) {
        int before = scenario.population().stream()
                .filter(profile -> !profile.name().equals("balanced"))
                .mapToInt(profile -> profile.users())
                .sum();
        return new Simulation(scenario).live(before);
    }

    @Test
    void a_users_life_is_the_same_alone_among_95_or_among_10000() {
        Life among95 = firstBalanced(Shipped.fullDataset());
        Life alone = firstBalanced(Shipped.fullDataset("population.*.users=0", "population.balanced.users=1"));
        Life among10000 = firstBalanced(Shipped.fullDataset("users=10000"));
        assertThat(alone).isEqualTo(among95);
        assertThat(among10000).isEqualTo(among95);
    }

    @Test
    void living_others_before_or_after_changes_nothing() {
        Simulation simulation = new Simulation(Shipped.fullDataset());
        List<Life> forwards = IntStream.range(0, 95).mapToObj(simulation::live).toList();
        for (int index = 94; index >= 0; index -= 7) {
            assertThat(simulation.live(index)).isEqualTo(forwards.get(index));
        }
    }

    @Test
    void another_seed_is_another_life() {
        assertThat(firstBalanced(Shipped.fullDataset("seed=1")))
                .isNotEqualTo(firstBalanced(Shipped.fullDataset("seed=2")));
    }

    @Test
    void identifiers_are_opaque_and_unique() {
        Simulation simulation = new Simulation(Shipped.fullDataset("users=2000"));
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < simulation.users(); index++) {
            Life life = simulation.live(index);
            String id = life.history().customer().id();
            assertThat(id)
                    .matches("u[0-9a-hjkmnp-tv-z]{12}")
                    .doesNotContain(life.truth().episodes().get(0).profile());
            ids.add(id);
        }
        assertThat(ids).hasSize(2000);
    }

    @Test
    void one_more_draw_in_a_habit_changes_the_rows_of_that_habit_only() {
        Predicate<Transaction> cash =
                posting -> posting.channel() == Channel.ATM || posting.category() == Category.BANK_FEES_ATM_FEES;
        Predicate<Transaction> pay = posting -> posting.category() == Category.INCOME_WAGES;
        Predicate<Transaction> purchases =
                posting -> posting.minute() != Transaction.NO_TIME && posting.channel() != Channel.ATM;
        Predicate<Transaction> refunds =
                posting -> posting.amount() < 0 && posting.category().isSpending();
        Predicate<Transaction> bills = posting -> posting.channel() == Channel.ACH && posting.amount() > 0;

        assertOnlyChanges(Habit.CASH, cash, List.of(pay, purchases, bills));
        assertOnlyChanges(Habit.IMPULSES, purchases, List.of(pay, cash, bills));
        assertOnlyChanges(Habit.REFUNDS, refunds, List.of(pay, cash, bills, purchases));
        assertOnlyChanges(Habit.PAY, pay, List.of(cash, purchases, bills));
        assertOnlyChanges(Habit.PURCHASES, purchases, List.of(pay, cash, bills));
        assertOnlyChanges(Habit.BILL_AMOUNTS, bills, List.of(pay, cash, purchases));
    }

    /** Which account pays may follow from what another habit left in it; what is bought, when and for how much may not. */
    private record Row(java.time.LocalDate date, int minute, long amount, String merchant) {}

    private static void assertOnlyChanges(
            Habit habit, Predicate<Transaction> changed, List<Predicate<Transaction>> unchanged) {
        Scenario scenario = Shipped.fullDataset("population.*.users=0", "population.balanced.users=20");
        Simulation usual = new Simulation(scenario);
        Simulation burnt = new Simulation(scenario, (seed, profile, ordinal) -> new Streams(seed, profile, ordinal) {
            @Override
            RandomStream of(Habit wanted) {
                return wanted == habit ? new OneDrawMore(keyOf(wanted)) : super.of(wanted);
            }
        });
        int different = 0;
        for (int index = 0; index < usual.users(); index++) {
            List<Transaction> before = usual.live(index).history().transactions();
            List<Transaction> after = burnt.live(index).history().transactions();
            different += rows(before, changed).equals(rows(after, changed)) ? 0 : 1;
            for (Predicate<Transaction> rows : unchanged) {
                assertThat(rows(after, rows)).isEqualTo(rows(before, rows));
            }
        }
        assertThat(different).isPositive();
    }

    private static List<Row> rows(List<Transaction> postings, Predicate<Transaction> which) {
        return postings.stream()
                .filter(which)
                .map(posting -> new Row(posting.date(), posting.minute(), posting.amount(), posting.merchant()))
                .toList();
    }

    private static final class OneDrawMore extends RandomStream {

        OneDrawMore(long key) {
            super(key);
        }

        @Override
        RandomStream on(int day) {
            super.on(day).nextLong();
            return this;
        }
    }
}
