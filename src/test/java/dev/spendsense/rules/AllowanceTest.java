package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How long an evaluation may take, on clocks that are made up. */
class AllowanceTest {

    private static final long SECOND = 1_000_000_000;

    private long elapsed = 77 * SECOND;
    private long ran = 5 * SECOND;

    private final Allowance allowance = new Allowance(() -> elapsed, () -> ran);

    @Test
    void an_evaluation_that_computes_for_more_than_ten_seconds_is_stopped() {
        for (int second = 1; second <= 10; second++) {
            pass(SECOND, SECOND);
            assertThatCode(this::look).doesNotThrowAnyException();
        }
        pass(2 * SECOND, 2 * SECOND);
        assertThatThrownBy(this::look)
                .isInstanceOf(Allowance.Exceeded.class)
                .hasMessage("the evaluation takes more than 10 seconds");
    }

    @Test
    void one_that_stood_still_meanwhile_is_not_stopped_until_it_has_computed_for_five() {
        pass(3_600 * SECOND, SECOND);
        assertThatCode(this::look).doesNotThrowAnyException();
        pass(20 * SECOND, 4 * SECOND);
        assertThatCode(this::look).doesNotThrowAnyException();
        pass(2 * SECOND, SECOND);
        assertThatThrownBy(this::look).isInstanceOf(Allowance.Exceeded.class);
    }

    @Test
    void where_nobody_knows_how_long_a_thread_ran_what_elapsed_decides() {
        ran = -1;
        pass(9 * SECOND, 0);
        assertThatCode(this::look).doesNotThrowAnyException();
        pass(2 * SECOND, 0);
        assertThatThrownBy(this::look).isInstanceOf(Allowance.Exceeded.class);
    }

    private void pass(long more, long moreRun) {
        elapsed += more;
        ran += moreRun;
    }

    /** The clock is read every so many pairs. */
    private void look() {
        for (int i = 0; i < 1_024; i++) {
            allowance.spendPair("some rule");
        }
    }
}
