package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.scenario.Scenario;
import dev.spendsense.truth.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From intensity 0 to 1, what a profile is known by grows evenly: no step does nothing, none does nearly all. */
class IntensityTest {

    private static final int USERS = 80;
    private static final double[] INTENSITIES = {0, 0.25, 0.5, 0.75, 1};
    private static final double SMALLEST_STEP = 0.05;
    private static final double LARGEST_STEP = 0.5;

    /** What the users of a profile are known by, as an average over those in whom it can be measured. */
    private record Hallmark(String profile, String name, ToDoubleFunction<Behaviour> measure) {

        @Override
        public String toString() {
            return profile + ": " + name;
        }
    }

    static List<Hallmark> hallmarks() {
        return List.of(
                new Hallmark("high_utilization", "utilization", Behaviour::lastTwoStatements),
                new Hallmark("variable_income", "median days between pays", b -> Behaviour.median(b.payGaps())),
                new Hallmark("variable_income", "variation of pays", Behaviour::payVariation),
                new Hallmark("variable_income", "months of buffer", b -> -b.buffer()),
                new Hallmark("subscription_heavy", "subscriptions", Behaviour::services),
                new Hallmark("subscription_heavy", "dollars a month", Behaviour::monthlyServices),
                new Hallmark("subscription_heavy", "share of discretionary", Behaviour::servicesShare),
                new Hallmark("savings_builder", "dollars set aside a month", Behaviour::monthlySavings),
                new Hallmark("savings_builder", "growth a month", Behaviour::savingsGrowth),
                new Hallmark("overspender", "spending over income", Behaviour::spendingToIncome),
                new Hallmark("overspender", "purchases a day", Behaviour::purchasesPerDay),
                new Hallmark("overspender", "spending later over before", Behaviour::spendingTrend));
    }

    private static Scenario at(String profile, double intensity) {
        return Shipped.fullDataset(
                "population.*.users=0",
                "population." + profile + ".users=" + USERS,
                "population." + profile + ".intensity=" + intensity);
    }

    private static double mean(Hallmark hallmark, double intensity) {
        Scenario scenario = at(hallmark.profile(), intensity);
        Simulation simulation = new Simulation(scenario);
        return IntStream.range(0, simulation.users())
                .mapToObj(user -> new Behaviour(simulation.live(user).history(), scenario.catalog()))
                .mapToDouble(hallmark.measure())
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("hallmarks")
    void what_a_profile_is_known_by_grows_evenly(Hallmark hallmark) {
        double[] means =
                DoubleStream.of(INTENSITIES).map(i -> mean(hallmark, i)).toArray();
        System.out.printf("%-50s", hallmark);
        DoubleStream.of(means).forEach(mean -> System.out.printf("%10.3f", mean));
        System.out.println();
        double way = means[means.length - 1] - means[0];
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < means.length; i++) {
            steps.add((means[i] - means[i - 1]) / way);
        }
        assertThat(way).isPositive();
        assertThat(steps).allMatch(step -> step >= SMALLEST_STEP && step <= LARGEST_STEP);
    }

    @Test
    void at_no_intensity_everybody_lives_and_counts_as_the_baseline() {
        Simulation simulation = new Simulation(at("overspender", 0));
        for (int user = 0; user < USERS; user++) {
            assertThat(simulation.live(user).truth().episodes())
                    .extracting(Episode::profile, Episode::intensity)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("balanced", 1.0));
        }
    }

    @Test
    void every_user_draws_an_intensity_and_keeps_all_else_that_makes_a_person() {
        Simulation textbook = new Simulation(at("savings_builder", 1));
        Simulation between = new Simulation(Shipped.fullDataset(
                "population.*.users=0", "population.savings_builder.users=" + USERS, "intensity=[0.2, 0.6]"));
        List<Double> drawn = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            Life life = between.live(user);
            Episode planted = life.truth().episodes().get(0);
            assertThat(planted.profile()).isEqualTo("savings_builder");
            drawn.add(planted.intensity());
            assertThat(life.history().customer().name())
                    .isEqualTo(textbook.live(user).history().customer().name());
        }
        assertThat(drawn).allMatch(intensity -> intensity >= 0.2 && intensity < 0.6);
        assertThat(drawn.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                        - drawn.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
                .isGreaterThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void the_baseline_is_itself_whatever_the_intensity(double intensity) {
        Life usual = new Simulation(Shipped.fullDataset("population.*.users=0", "population.balanced.users=1")).live(0);
        Life asked = new Simulation(Shipped.fullDataset(
                        "population.*.users=0", "population.balanced.users=1", "population.*.intensity=" + intensity))
                .live(0);
        assertThat(asked).isEqualTo(usual);
    }
}
