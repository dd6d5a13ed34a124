package dev.spendsense.report.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.StudyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The classifier says a where signal x is high and b where it is low. */
class ReferenceComparisonTest {

    private static final ReferenceClassifier HIGH_IS_A = ReferenceClassifier.fit(examples());

    @Test
    void rules_that_are_right_where_it_is_wrong_are_above_one() {
        StudyBuilder customers = new StudyBuilder();
        for (int i = 0; i < 40; i++) {
            customers.customer().planted(i % 2 == 0 ? "a" : "b").found(i % 2 == 0 ? "a" : "b", 0.9);
        }
        // Every tenth customer looks like the other kind.
        Reference reference = compare(customers.study(), i -> (i % 2 == 0) != (i % 10 == 0));
        assertThat(reference.macroF1()).isCloseTo(0.9, Offset.offset(0.01));
        Estimate ratio = reference.ratio().orElseThrow();
        assertThat(ratio.value()).isCloseTo(1 / reference.macroF1(), Offset.offset(1e-9));
        assertThat(ratio.low()).isBetween(1.0, ratio.value());
        assertThat(ratio.high()).isGreaterThan(ratio.value());
    }

    @Test
    void who_errs_with_the_classifier_customer_by_customer_is_its_equal_beyond_doubt() {
        StudyBuilder customers = new StudyBuilder();
        for (int i = 0; i < 40; i++) {
            boolean looksLikeA = (i % 2 == 0) != (i % 10 == 0);
            customers.customer().planted(i % 2 == 0 ? "a" : "b").found(looksLikeA ? "a" : "b", 0.9);
        }
        Reference reference = compare(customers.study(), i -> (i % 2 == 0) != (i % 10 == 0));
        assertThat(reference.macroF1()).isLessThan(0.95);
        assertThat(reference.ratio()).contains(new Estimate(1, 1, 1));
    }

    @Test
    void the_ratio_is_that_of_the_figures_in_the_report_where_several_profiles_or_none_hold() {
        StudyBuilder customers = new StudyBuilder();
        for (int i = 0; i < 30; i++) {
            customers.customer().planted("b").planted("a").found(i % 3 == 0 ? "b" : "calm", 0.9);
            customers.customer().found("a", 0.6);
            customers.customer().planted("calm").found();
        }
        Study study = customers.study();
        Reference reference = compare(study, i -> i % 2 == 0);
        double rules = Accuracy.atTheEnd(study).macroF1().orElseThrow().value();
        assertThat(reference.ratio().orElseThrow().value()).isCloseTo(rules / reference.macroF1(), Offset.offset(1e-9));
    }

    @Test
    void beside_a_classifier_that_finds_nothing_there_is_no_ratio() {
        Study study =
                new StudyBuilder().customer().planted("calm").found("calm", 1).study();
        Reference reference = compare(study, i -> true);
        assertThat(reference.macroF1()).isZero();
        assertThat(reference.ratio()).isEmpty();
    }

    private static Reference compare(Study study, java.util.function.IntPredicate high) {
        return ReferenceComparison.of(
                study,
                subject -> vector(high.test(study.subjects().indexOf(subject)) ? 90 : 10),
                HIGH_IS_A,
                List.of(1L),
                60);
    }

    private static List<LabeledSignals> examples() {
        List<LabeledSignals> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean a = i % 2 == 0;
            examples.add(new LabeledSignals(vector((a ? 85 : 5) + i % 11), List.of(a ? "a" : "b")));
        }
        return examples;
    }

    private static SignalVector vector(double x) {
        return new SignalVector(new TreeMap<>(Map.of("x 30", x)));
    }
}
