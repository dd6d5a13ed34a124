package dev.spendsense.report.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceClassifierTest {

    private static final List<String> PROFILES = List.of("saver", "spender", "quiet");

    @Test
    void what_is_plain_in_the_signals_is_learned() {
        ReferenceClassifier classifier = ReferenceClassifier.fit(customers(300, 1, true));
        assertThat(right(classifier, customers(300, 2, true))).isGreaterThan(0.97);
    }

    @Test
    void noise_teaches_nothing() {
        ReferenceClassifier classifier = ReferenceClassifier.fit(customers(300, 1, false));
        assertThat(right(classifier, customers(600, 2, false))).isBetween(0.26, 0.41);
    }

    @Test
    void the_same_examples_give_the_same_predictions() {
        List<LabeledSignals> examples = customers(200, 3, false);
        List<LabeledSignals> others = customers(200, 4, false);
        ReferenceClassifier one = ReferenceClassifier.fit(examples);
        ReferenceClassifier other = ReferenceClassifier.fit(List.copyOf(examples));
        assertThat(other.description()).isEqualTo(one.description());
        assertThat(others)
                .allSatisfy(customer ->
                        assertThat(other.predict(customer.signals())).isEqualTo(one.predict(customer.signals())));
    }

    @Test
    void a_signal_that_is_missing_says_something_too() {
        List<LabeledSignals> examples = IntStream.range(0, 80)
                .mapToObj(i -> new LabeledSignals(
                        i % 2 == 0 ? vector("change 90", i % 7 - 3, "flow 30", i % 5) : vector("flow 30", i % 5),
                        List.of(i % 2 == 0 ? "paid" : "unpaid")))
                .toList();
        ReferenceClassifier classifier = ReferenceClassifier.fit(examples);
        assertThat(classifier.predict(vector("flow 30", 2))).isEqualTo("unpaid");
        assertThat(classifier.predict(vector("change 90", 0, "flow 30", 2))).isEqualTo("paid");
    }

    @Test
    void constants_strangers_and_empty_files_do_no_harm() {
        List<LabeledSignals> examples = new ArrayList<>();
        for (LabeledSignals each : customers(200, 5, true)) {
            TreeMap<String, Double> values = new TreeMap<>(each.signals().values());
            values.put("always 180", 7.0);
            examples.add(new LabeledSignals(new SignalVector(values), each.truths()));
        }
        ReferenceClassifier classifier = ReferenceClassifier.fit(examples);
        assertThat(right(classifier, customers(300, 6, true))).isGreaterThan(0.97);
        assertThat(PROFILES).contains(classifier.predict(vector()), classifier.predict(vector("unheard_of 10", 4)));
    }

    @Test
    void without_any_signal_there_is_still_a_guess() {
        List<LabeledSignals> examples = IntStream.range(0, 40)
                .mapToObj(i -> new LabeledSignals(vector(), List.of(i % 4 == 0 ? "rare" : "usual")))
                .toList();
        assertThat(ReferenceClassifier.fit(examples).predict(vector())).isEqualTo("usual");
    }

    @Test
    void a_customer_of_two_profiles_is_an_example_of_both_and_one_of_none_of_nothing() {
        List<LabeledSignals> examples = new ArrayList<>(customers(200, 7, true));
        for (int i = 0; i < 50; i++) {
            examples.add(new LabeledSignals(vector("both 30", 1.0 + i % 3), List.of("saver", "spender")));
            examples.add(new LabeledSignals(vector("none 30", 1.0 + i % 3), List.of()));
        }
        ReferenceClassifier classifier = ReferenceClassifier.fit(examples);
        assertThat(classifier.predict(vector("both 30", 2))).isIn("saver", "spender");
    }

    @Test
    void one_profile_is_nothing_to_tell_apart() {
        List<LabeledSignals> alike = List.of(new LabeledSignals(vector("a 1", 1), List.of("quiet")));
        assertThatThrownBy(() -> ReferenceClassifier.fit(alike))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two profiles");
    }

    /** Three profiles by turns; each moves the signal of its number when the labels are true. */
    private static List<LabeledSignals> customers(int count, long seed, boolean telling) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabeledSignals> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int profile = i % PROFILES.size();
            TreeMap<String, Double> values = new TreeMap<>();
            for (int signal = 0; signal < 4; signal++) {
                double lift = telling && signal == profile ? 3 : 0;
                values.put("signal_" + signal + " 180", 1_000 * (random.nextDouble() + lift));
            }
            customers.add(new LabeledSignals(new SignalVector(values), List.of(PROFILES.get(profile))));
        }
        return customers;
    }

    private static double right(ReferenceClassifier classifier, List<LabeledSignals> customers) {
        long right = customers.stream()
                .filter(customer -> customer.truths().contains(classifier.predict(customer.signals())))
                .count();
        return right / (double) customers.size();
    }

    private static SignalVector vector(Object... namesAndValues) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return new SignalVector(new TreeMap<>(values));
    }
}
