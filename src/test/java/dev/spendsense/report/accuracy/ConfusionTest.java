package dev.spendsense.report.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private final Confusion confusion = confusion("a", "a", 8, "a", "b", 2, "b", "b", 5, "b", Confusion.NONE, 5);

    @Test
    void precision_counts_those_who_were_given_a_persona_and_recall_those_who_have_it() {
        Confusion.Score a = confusion.score("a");
        Confusion.Score b = confusion.score("b");
        assertThat(a.precision()).isEqualTo(1);
        assertThat(a.recall()).isEqualTo(0.8);
        assertThat(a.f1()).isCloseTo(2 * 0.8 / 1.8, within(1e-12));
        assertThat(b.precision()).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(b.recall()).isEqualTo(0.5);
    }

    @Test
    void a_user_without_a_persona_is_missed_and_no_persona_is_no_name() {
        assertThat(confusion.names()).containsExactly("a", "b");
        assertThat(confusion.users()).isEqualTo(20);
        assertThat(confusion.users("b", Confusion.NONE)).isEqualTo(5);
        assertThat(confusion.correct()).isEqualTo(13 / 20.0);
    }

    @Test
    void macro_f1_weighs_every_name_the_same() {
        double a = 2 * 8 / 18.0;
        double b = 2 * 5 / 17.0;
        assertThat(confusion.macroF1()).isCloseTo((a + b) / 2, within(1e-12));
    }

    @Test
    void a_persona_that_nobody_has_in_truth_scores_nothing_and_counts() {
        Confusion odd = confusion("a", "a", 1, "a", "c", 1);
        assertThat(odd.score("c").f1()).isZero();
        assertThat(odd.macroF1()).isCloseTo((2 / 3.0) / 2, within(1e-12));
    }

    @Test
    void several_datasets_are_pooled_user_by_user() {
        Confusion pooled = Confusion.pooled(List.of(confusion, confusion("a", "b", 3, "c", "c", 1)));
        assertThat(pooled.users()).isEqualTo(24);
        assertThat(pooled.users("a", "b")).isEqualTo(5);
        assertThat(pooled.names()).containsExactly("a", "b", "c");
    }

    @Test
    void without_users_there_is_nothing_to_be_right_about() {
        Confusion nobody = confusion();
        assertThat(nobody.macroF1()).isZero();
        assertThat(nobody.correct()).isZero();
    }

    private static Confusion confusion(Object... triples) {
        SortedMap<String, SortedMap<String, Integer>> confusion = new TreeMap<>();
        for (int i = 0; i < triples.length; i += 3) {
            confusion
                    .computeIfAbsent((String) triples[i], name -> new TreeMap<>())
                    .put((String) triples[i + 1], (Integer) triples[i + 2]);
        }
        return new Confusion(confusion);
    }
}
