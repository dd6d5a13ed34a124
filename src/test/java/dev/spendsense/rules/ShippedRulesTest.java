package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    static final RuleSource SOURCE = RuleSource.read(Path.of("rules"));

    @Test
    void a_full_card_makes_a_high_utilizer_with_advice_that_quotes_it() {
        RuleBase rules = RuleBase.load(SOURCE, CompiledStore.none());
        HistoryBuilder b = HistoryBuilder.days(180)
                .checking(1_000)
                .card(3_000, 5_000)
                .paid(14, 3, 1_800)
                .every(2, 0, 0, 40, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
        for (int ago = 170; ago >= 0; ago -= 30) {
            b.statement(1, ago, 3_400, 60);
            if (ago > 20) {
                b.payCard(1, ago - 20, 60);
                b.post(1, ago - 10, 60, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE);
            }
        }
        History history = b.build();
        Findings findings = rules.explain(rules.behavior(history));
        assertThat(findings.primaryPersona().orElseThrow().persona()).isEqualTo("high_utilization");
    }
}
