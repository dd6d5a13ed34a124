package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten signals that an analyst might think of next month, in rules and declarations alone. */
class AnalystSignalsTest {

    /** Signal, expression of its value, comparison, and value and unit of a parameter of the signal's own name. */
    private static final String[][] SIGNALS = {
        {"weekend_share", "spending().onWeekends().share()", "above", "0.4", "share"},
        {"cash_withdrawn", "paid(\"TRANSFER_OUT_WITHDRAWAL\").total()", "atLeast", "200", "usd"},
        {
            "night_deliveries",
            "spending().in(\"FOOD_AND_DRINK_RESTAURANT\").online().between(22, 4).count()",
            "atLeast",
            "3",
            "count"
        },
        {"overdrafts", "paid(\"BANK_FEES_OVERDRAFT_FEES\").count()", "atLeast", "1", "count"},
        {
            "rent_burden",
            "payCycles().paid(\"RENT_AND_UTILITIES_RENT\").total().over($w.payCycles().income().total())",
            "above",
            "0.3",
            "share"
        },
        {"pay_rise", "income().levelChange(3)", "atLeast", "0.05", "share"},
        {"dormant_savings", "savings().daysIdle()", "atLeast", "90", "days"},
        {"foreign_fees", "paid(\"BANK_FEES_FOREIGN_TRANSACTION_FEES\").total()", "above", "0", "usd"},
        {"broke_before_pay", "income().balanceBeforePay()", "below", "100", "usd"},
        {"credit_share", "spending().onCredit().share()", "above", "0.5", "share"}
    };

    private static RuleSource withAnalystSignals() {
        StringBuilder rules = new StringBuilder("package signals\nimport dev.spendsense.rules.facts.*\n");
        StringBuilder parameters = new StringBuilder(Shipped.SOURCE.texts().get("parameters.yaml"));
        StringBuilder names = new StringBuilder("signals:\n");
        for (String[] signal : SIGNALS) {
            rules.append("""
                    rule "%1$s"
                        ruleflow-group "signals"
                    when
                        $w : Window( days == 180 )
                    then
                        insert( $w.signal("%1$s", $w.%2$s).%3$s("at_%1$s") );
                    end
                    """.formatted((Object[]) signal));
            parameters.append(
                    "at_%1$s: {value: %4$s, unit: %5$s, meaning: m, source: s}\n".formatted((Object[]) signal));
            names.append("  %1$s: title\n".formatted((Object[]) signal));
        }
        String vocabulary = Shipped.SOURCE.texts().get("vocabulary.yaml").replace("signals:\n", names.toString());
        return Shipped.SOURCE
                .with("signals/analyst.drl", rules.toString())
                .with("parameters.yaml", parameters.toString())
                .with("vocabulary.yaml", vocabulary);
    }

    @Test
    void ten_more_signals_need_no_java() {
        HistoryBuilder history = HistoryBuilder.days(180)
                .checking(40)
                .savings(500)
                .card(0, 5_000)
                .every(14, 73, 0, -1_000, "Acme", Category.INCOME_WAGES)
                .every(14, 3, 0, 0, "nothing", Category.INCOME_OTHER_INCOME);
        for (int ago = 3; ago < 73; ago += 14) {
            history.post(0, ago, -1_100, "Acme", Category.INCOME_WAGES);
        }
        for (int ago = 3; ago < 180; ago += 14) {
            history.post(0, ago, 900, "Greystar", Category.RENT_AND_UTILITIES_RENT);
            history.post(0, ago, 95, "Machine", Category.TRANSFER_OUT_WITHDRAWAL);
        }
        history.post(2, 4, 1_000, "Hotel", Category.TRAVEL_LODGING) // AS_OF - 4 is a Saturday
                .post(2, 4, 30, "Foreign fee", Category.BANK_FEES_FOREIGN_TRANSACTION_FEES)
                .post(0, 40, 30, "Overdraft", Category.BANK_FEES_OVERDRAFT_FEES);
        for (int ago = 10; ago < 15; ago++) {
            history.post(
                    2,
                    ago,
                    ago % 2 == 0 ? 23 * 60 : 60,
                    20,
                    "DoorDash",
                    Category.FOOD_AND_DRINK_RESTAURANT,
                    Channel.ONLINE);
        }
        Findings findings =
                RuleBase.load(withAnalystSignals(), CompiledStore.none()).evaluate(history.build());

        Map<String, Double> values = new LinkedHashMap<>();
        for (String[] signal : SIGNALS) {
            Signal found = findings.signal(signal[0], 180).orElseThrow();
            values.put(found.type(), found.value());
        }
        assertThat(values.get("cash_withdrawn")).isEqualTo(13 * 95);
        assertThat(values.get("night_deliveries")).isEqualTo(5);
        assertThat(values.get("overdrafts")).isEqualTo(1);
        assertThat(values.get("pay_rise")).isEqualTo(0.1);
        assertThat(values.get("dormant_savings")).isEqualTo(179);
        assertThat(values.get("foreign_fees")).isEqualTo(30);
        assertThat(values.get("rent_burden")).isEqualTo(0.87, within(0.02));
        assertThat(values.get("credit_share")).isEqualTo(1_130.0 / (13 * 900 + 1_160), within(1e-5));
        assertThat(values.get("weekend_share")).isPositive();
        assertThat(values.get("broke_before_pay")).isPositive();
    }
}
