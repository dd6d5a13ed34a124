package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of the analyst's guide, applied word by word to a copy of the folder. */
class WorkedExamplesTest {

    /** Where a block of text goes, and the block. */
    private static final Pattern STEP = Pattern.compile(
            "(?ms)^(New file|At the end of|Below `([a-z]+:)` in) `([a-z/._]+)`:\\n\\n```[a-z]*\\n(.*?)^```$");

    @TempDir
    private Path folder;

    private RuleBase afterExample(int number) throws IOException {
        Path shipped = Path.of("rules");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String guide = Files.readString(shipped.resolve("README.md"));
        String example = guide.split("(?m)^## ")[sectionOf(guide, "Worked example " + number)];
        Matcher step = STEP.matcher(example);
        int steps = 0;
        while (step.find()) {
            apply(step.group(1), step.group(2), folder.resolve(step.group(3)), step.group(4));
            steps++;
        }
        assertThat(steps).isEqualTo(example.split("```").length / 2);
        return RuleBase.load(RuleSource.read(folder), CompiledStore.none());
    }

    private static int sectionOf(String guide, String title) {
        String[] sections = guide.split("(?m)^## ");
        for (int i = 0; i < sections.length; i++) {
            if (sections[i].startsWith(title)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the guide has no " + title);
    }

    private static void apply(String where, String line, Path file, String text) throws IOException {
        switch (where) {
            case "New file" -> {
                assertThat(file).doesNotExist();
                Files.writeString(file, text);
            }
            case "At the end of" -> Files.writeString(file, Files.readString(file) + text);
            default -> {
                String old = Files.readString(file);
                assertThat(old).contains("\n" + line + "\n");
                Files.writeString(file, old.replaceFirst("\n" + line + "\n", "\n" + line + "\n" + text));
            }
        }
    }

    @Test
    void a_signal() throws IOException {
        RuleBase rules = afterExample(1);
        HistoryBuilder weekends = Lives.quiet();
        for (int ago = 4; ago < 180; ago += 7) { // the as-of date is a Wednesday
            weekends.post(0, ago, 300, "Hotel", Category.TRAVEL_LODGING);
        }
        assertThat(rules.evaluate(weekends.build()).signal("weekend_spending", 180))
                .hasValueSatisfying(signal -> assertThat(signal.detected()).isTrue());
        assertThat(rules.evaluate(Lives.quiet().build()).signal("weekend_spending", 180))
                .hasValueSatisfying(signal -> assertThat(signal.detected()).isFalse());
    }

    @Test
    void a_persona() throws IOException {
        RuleBase rules = afterExample(2);
        HistoryBuilder overdrawn =
                Lives.quiet().every(25, 3, 0, 30, "Overdraft fee", Category.BANK_FEES_OVERDRAFT_FEES);
        assertThat(rules.evaluate(overdrawn.build()).primaryPersona())
                .hasValueSatisfying(persona -> assertThat(persona.persona()).isEqualTo("overdrawn"));
        assertThat(rules.evaluate(Lives.quiet().build()).primaryPersona())
                .hasValueSatisfying(persona -> assertThat(persona.persona()).isEqualTo("balanced"));
    }

    @Test
    void a_recommendation() throws IOException {
        Findings findings = afterExample(3).evaluate(Lives.spender().build());
        assertThat(findings.recommendations())
                .filteredOn(piece -> piece.code().equals("weekend_plan"))
                .extracting(Recommendation::rationale)
                .singleElement()
                .asString()
                .matches("Of your spending in the last half year, [0-9]+% fell on a weekend\\.");
    }

    @Test
    void a_behavior_that_lasts() throws IOException {
        RuleBase rules = afterExample(4);
        assertThat(rules.evaluate(card(2_400, 2_400).build()).signal("lasting_utilization", 30))
                .as("full now and then")
                .hasValueSatisfying(signal -> assertThat(signal.detected()).isTrue())
                .hasValueSatisfying(signal -> assertThat(signal.value()).isEqualTo(0.8));
        assertThat(rules.evaluate(card(300, 2_400).build()).signal("lasting_utilization", 30))
                .as("full of late")
                .hasValueSatisfying(signal -> assertThat(signal.detected()).isFalse())
                .hasValueSatisfying(signal -> assertThat(signal.value()).isEqualTo(0.1));
        assertThat(rules.evaluate(card(2_400, 300).build()).signal("lasting_utilization", 30))
                .as("full once")
                .hasValueSatisfying(signal -> assertThat(signal.detected()).isFalse());
        HistoryBuilder fresh = Lives.quiet().card(0, 3_000).statement(1, 10, 2_400, 50);
        assertThat(rules.evaluate(fresh.build()).signal("lasting_utilization", 30))
                .as("nothing known of the time before")
                .isEmpty();
    }

    /** A card of $3,000 with a balance on its statements of three months ago, and another one on the latest. */
    private static HistoryBuilder card(double before, double now) {
        return Lives.quiet().card(before, 3_000).statement(1, 75, before, 50).statement(1, 10, now, 50);
    }

    @Test
    void a_rule_that_names_transactions_sees_them() {
        String rule = """
                package signals
                import dev.spendsense.bank.Transaction
                import dev.spendsense.rules.facts.*
                rule "Each purchase of more than a threshold"
                    ruleflow-group "signals"
                when
                    $u : User()
                    $t : Transaction( merchant == "Target", amount >= $u.param("subscription_spend_high") )
                then
                    insert( new Note("large", $t.merchant(), $t.amount()) );
                end
                """;
        RuleBase rules = RuleBase.load(Shipped.SOURCE.with("signals/large.drl", rule), CompiledStore.none());
        Findings findings =
                rules.explain(rules.behavior(Lives.oneLargePurchase().build()));
        assertThat(findings.firings())
                .filteredOn(firing -> firing.rule().startsWith("Each purchase"))
                .hasSizeGreaterThan(50);
    }
}
