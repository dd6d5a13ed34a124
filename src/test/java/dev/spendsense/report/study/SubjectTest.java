package dev.spendsense.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void of_several_truths_the_one_that_was_found_counts() {
        Subject subject =
                only(new StudyBuilder().customer().planted("a").planted("b").found("b", 0.9));
        assertThat(subject.truthAt(subject.last())).contains("b");
    }

    @Test
    void when_none_of_several_truths_was_found_the_one_that_has_held_longest_counts() {
        Subject subject = only(new StudyBuilder()
                .customer()
                .planted("b", 0, 364)
                .planted("a", 100, 364)
                .found("calm", 0.9));
        assertThat(subject.truthAt(subject.last())).contains("b");
    }

    @Test
    void nothing_is_true_once_it_is_over() {
        Subject subject =
                only(new StudyBuilder().customer().planted("a", 0, 363).found("a", 0.9));
        assertThat(subject.truthAt(subject.last())).isEmpty();
    }

    @Test
    void a_persona_is_noticed_behind_a_true_one_but_not_behind_a_wrong_one() {
        Subject both =
                only(new StudyBuilder().customer().planted("a").planted("b").found("a", 0.9, "b", 0.6));
        assertThat(both.isNoticed("a", both.last())).isTrue();
        assertThat(both.isNoticed("b", both.last())).isTrue();
        Subject one = only(new StudyBuilder().customer().planted("b").found("a", 0.9, "b", 0.6));
        assertThat(one.isNoticed("b", one.last())).isFalse();
    }

    @Test
    void the_defining_window_is_where_half_of_the_evidence_by_weight_is_reached() {
        Study study = new StudyBuilder()
                .evidence("a", 30, 2)
                .evidence("a", 180, 3)
                .evidence("b", 30, 2)
                .evidence("b", 180, 2)
                .study();
        assertThat(study.testimony().definingWindow("a")).hasValue(180);
        assertThat(study.testimony().definingWindow("b")).hasValue(30);
        assertThat(study.testimony().definingWindow("calm")).isEmpty();
    }

    private static Subject only(StudyBuilder builder) {
        return builder.study().subjects().get(0);
    }
}
