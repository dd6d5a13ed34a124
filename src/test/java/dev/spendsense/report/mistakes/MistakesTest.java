package dev.spendsense.report.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.StudyBuilder;
import dev.spendsense.report.study.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakesTest {

    private static final Signal USE = new Signal(
            "card_use", 180, new Measure("use", 0.7, Unit.SHARE, 6, List.of()), true, Comparison.AT_LEAST, "full", 0.5);

    @Test
    void the_most_confident_mistake_comes_first_and_each_persona_of_a_customer_once() {
        Study study = new StudyBuilder()
                .customer()
                .planted("a")
                .foundOn(50, "b", 0.7)
                .foundOn(100, "b", 0.8, "a", 0.9)
                .foundOn(150, "a", 0.9)
                .customer()
                .planted("calm")
                .found("a", 0.95)
                .customer()
                .planted("a")
                .found("a", 0.99)
                .study();
        List<Mistake> worst = Mistakes.of(study, MistakesTest::findings).worst();
        assertThat(worst).extracting(Mistake::userId).containsExactly("u1", "u0");
        assertThat(worst).extracting(Mistake::confidence).containsExactly(0.95, 0.8);
        assertThat(worst.get(1).asOf()).isEqualTo(StudyBuilder.day(100));
        assertThat(worst.get(1).rank()).isEqualTo(1);
    }

    @Test
    void a_mistake_tells_what_misled_and_what_was_missing() {
        Study study = new StudyBuilder()
                .customer()
                .planted("a")
                .found("b", 0.8)
                .seenWhenTrue("a", "weight.pay", 4.0, "weight.gaps", 1.0)
                .seenWhenTrue("a", "weight.pay", 2.0)
                .study();
        Mistake mistake = Mistakes.of(study, MistakesTest::findings).worst().get(0);
        assertThat(mistake.misled()).extracting(Clue::logOdds).containsExactly(2.5, 1.0);
        Clue use = mistake.misled().get(0);
        assertThat(use.signal()).contains("card_use");
        assertThat(use.windowDays()).contains(180);
        assertThat(use.value()).contains(0.7);
        assertThat(use.threshold()).contains(0.5);
        assertThat(mistake.misled().get(1).because()).isEqualTo("a hunch");
        TrueProfile truth = mistake.truths().get(0);
        assertThat(truth.profile()).isEqualTo("a");
        assertThat(truth.assigned()).isFalse();
        assertThat(truth.confidence()).contains(0.2);
        assertThat(truth.candidate()).contains(false);
        assertThat(truth.missing())
                .containsExactly(new Shortfall("weight.pay", 1.0, 3.0), new Shortfall("weight.gaps", 0, 0.5));
    }

    @Test
    void what_had_been_true_until_lately_says_so() {
        Study study = new StudyBuilder()
                .customer()
                .planted("a", 0, 99)
                .planted("calm", 100, 364)
                .foundOn(110, "a", 0.8)
                .study();
        Mistake mistake = Mistakes.of(study, MistakesTest::findings).worst().get(0);
        assertThat(mistake.heldUntil()).contains(StudyBuilder.day(99));
        assertThat(mistake.truths()).extracting(TrueProfile::profile).containsExactly("calm");
        assertThat(mistake.truths().get(0).confidence()).isEmpty();
    }

    @Test
    void there_are_twenty_at_most() {
        StudyBuilder builder = new StudyBuilder();
        for (int i = 0; i < 30; i++) {
            builder.customer().planted("calm").found("a", 0.5 + i / 100.0);
        }
        List<Mistake> worst =
                Mistakes.of(builder.study(), MistakesTest::findings).worst();
        assertThat(worst).hasSize(20);
        assertThat(worst.get(19).confidence()).isCloseTo(0.6, within(1e-9));
    }

    private static Findings findings(Subject subject, LocalDate asOf) {
        return new Findings(
                subject.userId(),
                asOf,
                "revision",
                List.of(USE),
                List.of(),
                List.of(
                        new Evidence("b", "note", 1.0, "weight.hunch", Optional.empty(), "a hunch"),
                        new Evidence("b", "cards", 2.5, "weight.use", Optional.of(USE), ""),
                        new Evidence("b", "cards", -3, "weight.paid", Optional.of(USE), ""),
                        new Evidence("a", "pay", 1.0, "weight.pay", Optional.of(USE), "")),
                List.of(new Score("a", -1.4, 0.2, false), new Score("b", 1.4, 0.8, true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
