package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the rules look. */
class LooksTest {

    private static List<LocalDate> looks(String... settings) {
        return new SmallScenario().set(settings).read().looks();
    }

    @Test
    void they_look_once_at_the_end_unless_told_otherwise() {
        Scenario scenario = new SmallScenario().read();
        assertThat(scenario.looks()).containsExactly(scenario.period().end());
    }

    @Test
    void looks_are_counted_back_from_the_last_day_to_half_of_the_longest_window_after_the_first() {
        assertThat(looks("evaluate.every=7d", "period.days=111", "period.end=2026-07-15"))
                .containsExactly(
                        LocalDate.of(2026, 6, 24),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 8),
                        LocalDate.of(2026, 7, 15));
    }

    @Test
    void looks_of_before_stay_where_a_population_goes_on_and_every_end_is_one() {
        assertThat(looks("evaluate.every=7d", "period.days=129", "period.end=2026-08-02", "period.continued=[10, 8]"))
                .containsExactly(
                        LocalDate.of(2026, 6, 24),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 8),
                        LocalDate.of(2026, 7, 15),
                        LocalDate.of(2026, 7, 22),
                        LocalDate.of(2026, 7, 25),
                        LocalDate.of(2026, 8, 1),
                        LocalDate.of(2026, 8, 2));
        assertThat(looks("evaluate.every=30d", "period.days=130", "period.end=2026-08-02", "period.continued=[100]"))
                .containsExactly(
                        LocalDate.of(2026, 4, 24),
                        LocalDate.of(2026, 6, 23),
                        LocalDate.of(2026, 7, 23),
                        LocalDate.of(2026, 8, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "7d, 50, 29d, 4",
        "7d, 50, 30d, 3",
        "1d, 50, 1d, 50",
        "1d, 50, 50d, 1",
        "7d, 50, 51d, 1",
        "60d, 50, 1d, 1",
        "49d, 50, 1d, 2"
    })
    void the_first_look_waits_and_the_last_day_is_always_one(String every, int days, String from, int number) {
        assertThat(looks("evaluate.every=" + every, "evaluate.from=" + from, "period.days=" + days))
                .hasSize(number)
                .isSorted()
                .last()
                .isEqualTo(new SmallScenario().read().period().end());
    }

    @ParameterizedTest
    @CsvSource({"7", "0d", "7w", "-7d", "7.5d", "d", "07d", "4000d", "often"})
    void what_is_no_number_of_days_is_refused(String every) {
        assertThat(new SmallScenario().set("evaluate.every=" + every).complaints())
                .singleElement()
                .asString()
                .contains("evaluate.every")
                .contains(": " + every + "; expected days from 1d to 3660d, written like 7d");
    }

    @Test
    void a_block_without_its_one_field_or_with_another_is_refused() {
        assertThat(new SmallScenario().set("evaluate.from=60d").complaints())
                .singleElement()
                .asString()
                .contains("evaluate.every: missing; expected days");
        assertThat(new SmallScenario()
                        .set("evaluate.every=7d", "evaluate.form=60d")
                        .complaints())
                .singleElement()
                .asString()
                .contains("evaluate.form: unknown key; expected from");
    }
}
