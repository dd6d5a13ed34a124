package dev.spendsense.report.realism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The shipped households. */
class UsHouseholdsTest {

    @Test
    void they_resemble_the_households_they_are_named_after() {
        Realism realism = UsHouseholds.compared(1);
        assertThat(realism.comparisons())
                .hasSizeGreaterThan(10)
                .allSatisfy(one -> assertThat(one.passed())
                        .as(one.name() + one.generated())
                        .isTrue());
    }
}
