package dev.spendsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaReaderTest {

    private static final Map<String, Double> TERMS = Map.of("total", 100.0, "net inflow", 30.0, "percentile 10", 5.0);

    @Test
    void a_term_is_its_value() {
        assertThat(read("net inflow")).isEqualTo(30);
    }

    @Test
    void brackets_say_what_comes_first() {
        assertThat(read("(total - net inflow) / percentile 10")).isEqualTo(14);
        assertThat(read("total - (net inflow / percentile 10)")).isEqualTo(94);
        assertThat(read("((total + net inflow) / percentile 10) / net inflow")).isEqualTo(0.866667);
    }

    @Test
    void a_share_of_nothing_is_unknown() {
        assertThat(read("total / (net inflow - net inflow)")).isNaN();
    }

    @Test
    void what_could_be_read_in_two_ways_is_refused() {
        assertThatThrownBy(() -> read("total / net inflow + total")).isInstanceOf(Recount.Unfit.class);
        assertThatThrownBy(() -> read("(total / net inflow")).isInstanceOf(Recount.Unfit.class);
    }

    private static double read(String formula) {
        return new FormulaReader(formula).read(TERMS::get);
    }
}
