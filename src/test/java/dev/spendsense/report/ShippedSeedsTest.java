package dev.spendsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleBase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSeedsTest {

    @TempDir
    private Path folder;

    private static RuleBase rules;

    @BeforeAll
    static void load() {
        rules = RuleBase.load(Path.of("rules"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_shipped_scenario_passes_the_ten_checks_whatever_the_seed(long seed) {
        CheckedSeed checked = CheckedSeed.of(seed, rules, folder);
        assertThat(checked.failures()).isEmpty();
        assertThat(checked.compliance().passed()).isTrue();
        assertThat(checked.conclusions().confusion().users()).isEqualTo(95);
    }
}
