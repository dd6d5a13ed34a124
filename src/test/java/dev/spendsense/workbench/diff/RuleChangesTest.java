package dev.spendsense.workbench.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleSource;
import dev.spendsense.workbench.SmallRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleChangesTest {

    @TempDir
    private Path home;

    private SmallRules rules;
    private RuleSource before;

    @BeforeEach
    void copy() {
        rules = SmallRules.in(home.resolve("rules"));
        before = rules.source();
    }

    private List<String> changes() {
        return RuleChanges.between(before, rules.source()).stream()
                .map(change -> change.subject() + " " + change.how() + " " + change.name() + ": " + change.before()
                        + " -> " + change.after())
                .toList();
    }

    @Test
    void comments_and_layout_change_nothing_but_lines() {
        rules.edit("signals/money.drl", "    $w : Window( days == 180 )", "    // half a year\n  $w:Window(days==180)");
        rules.edit("parameters.yaml", "card_high:", "# cards\ncard_high:");
        assertThat(changes()).isEmpty();
        assertThat(TextDiff.between(before, rules.source()))
                .contains("--- a/signals/money.drl", "+++ b/signals/money.drl", "+    // half a year", "+# cards");
    }

    @Test
    void a_parameter_is_shown_with_its_old_and_new_value() {
        rules.edit(
                        "parameters.yaml",
                        "{value: 0.5, unit: share, meaning: \"A full",
                        "{value: 0.65, unit: share, meaning: \"A full")
                .edit("parameters.yaml", "Many fees\", source: \"Test\"", "Many fees\", source: \"A study\"");
        assertThat(changes())
                .containsExactly(
                        "PARAMETER CHANGED card_high: 0.5 share -> 0.65 share",
                        "PARAMETER CHANGED fees_many:  -> another source");
    }

    @Test
    void rules_are_told_by_name_with_the_parts_that_differ() {
        rules.edit("signals/money.drl", "salience 10", "salience 11")
                .edit("signals/money.drl", "days == 180", "days == 30")
                .edit("signals/money.drl", "\"A card in use\"", "\"A card that is used\"")
                .edit(SmallRules.RANKING, "\"calm\", 1, 1", "\"calm\", 1, 0.5");
        assertThat(changes())
                .containsExactly(
                        "RULE CHANGED Calm otherwise:  -> consequence, in personas/ranking.drl",
                        "RULE CHANGED Waits for pay:  -> conditions, in signals/money.drl",
                        "RULE CHANGED A fund:  -> conditions, in signals/money.drl",
                        "RULE CHANGED A charge that recurs:  -> attributes, in signals/money.drl",
                        "RULE REMOVED A card in use: signals/money.drl -> ",
                        "RULE ADDED A card that is used:  -> signals/money.drl");
    }

    @Test
    void words_and_advice_are_told_by_name() {
        rules.edit(
                        "vocabulary.yaml",
                        "  fund: Months of spending in savings",
                        "  fund: Months in savings\n  late: Late")
                .edit("vocabulary.yaml", "fun: [ENTERTAINMENT, TRAVEL]", "fun: [ENTERTAINMENT]")
                .edit("vocabulary.yaml", "{kind: music}", "{kind: sound}")
                .edit("vocabulary.yaml", "evidence: [fees, cards]", "evidence: [fees]")
                .edit("content.yaml", "All is well.", "All is fine.")
                .edit("content.yaml", "you failed: \"\"", "you failed: you might");
        assertThat(changes())
                .contains(
                        "SIGNAL CHANGED fund: Months of spending in savings -> Months in savings",
                        "SIGNAL ADDED late:  -> Late",
                        "SERVICE CHANGED Spotify: music -> sound",
                        "PERSONA CHANGED careless: Careless, evidence [fees, cards], number 1 -> Careless, evidence [fees],"
                                + " number 1",
                        "ADVICE CHANGED quiet_life:  -> another body",
                        "WORDING CHANGED you failed: never said -> you might")
                .anySatisfy(change -> assertThat(change).startsWith("CATEGORY_SET CHANGED fun:  -> without TRAVEL"));
    }

    @Test
    void a_file_that_is_new_or_gone_is_compared_with_nothing() {
        RuleSource fewer =
                RuleSource.of(java.util.Map.of("parameters.yaml", before.texts().get("parameters.yaml")));
        assertThat(TextDiff.between(fewer, before)).contains("--- /dev/null", "+++ b/vocabulary.yaml");
        assertThat(TextDiff.between(before, fewer)).contains("--- a/vocabulary.yaml", "+++ /dev/null");
        assertThat(TextDiff.between(before, before)).isEmpty();
    }
}
