package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How long an evaluation may take, on clocks that are made up. */
class AllowanceTest {

    private static final long SECOND = 1_000_000_000;

    private long elapsed = 77 * SECOND;
    private long ran = 5 * SECOND;

    @Test
    void an_evaluation_that_computes_for_more_than_ten_seconds_is_stopped() {
        Allowance allowance = new Allowance(() -> elapsed, () -> ran);
        pass(10 * SECOND, 10 * SECOND);
        assertThatCode(() -> look(allowance)).doesNotThrowAnyException();
        pass(1, 1);
        assertThatThrownBy(() -> look(allowance))
                .isInstanceOf(Allowance.Exceeded.class)
                .hasMessage("the evaluation takes more than 10 seconds");
    }

    @Test
    void one_that_stood_still_meanwhile_is_not_stopped_until_it_has_computed_for_five() {
        Allowance allowance = new Allowance(() -> elapsed, () -> ran);
        pass(3_600 * SECOND, SECOND);
        assertThatCode(() -> look(allowance)).doesNotThrowAnyException();
        pass(4 * SECOND, 3 * SECOND);
        assertThatCode(() -> look(allowance)).doesNotThrowAnyException();
        pass(2 * SECOND, SECOND);
        assertThatThrownBy(() -> look(allowance)).isInstanceOf(Allowance.Exceeded.class);
    }

    @Test
    void where_nobody_knows_how_long_a_thread_ran_what_elapsed_decides() {
        ran = -1;
        Allowance allowance = new Allowance(() -> elapsed, () -> ran);
        pass(11 * SECOND, 0);
        assertThatThrownBy(() -> look(allowance)).isInstanceOf(Allowance.Exceeded.class);
    }

    private void pass(long more, long moreRun) {
        elapsed += more;
        ran += moreRun;
    }

    /** The clock is read every so many pairs. */
    private static void look(Allowance allowance) {
        for (int i = 0; i < 1_024; i++) {
            allowance.spendPair("some rule");
        }
    }
}
