package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.report.accuracy.Confusion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {

    @Test
    void planted_profiles_stand_in_rows_and_found_personas_in_columns() {
        Confusion confusion = new Confusion(new TreeMap<>(Map.of(
                "savings_builder", new TreeMap<>(Map.of("savings_builder", 3, "balanced", 1)),
                "balanced", new TreeMap<>(Map.of("balanced", 2, "", 2)))));
        assertThat(new ConfusionTable(confusion, List.of("savings_builder", "balanced", "overspender")).lines())
                .containsExactly(
                        "  Planted,         savings",
                        "  found as         builder  balanced  none     F1",
                        "  savings_builder        3         1     ·  0.857",
                        "  balanced               ·         2     2  0.571",
                        "  macro-F1 0.714; 62.5% of 8 users found as planted");
    }
}
