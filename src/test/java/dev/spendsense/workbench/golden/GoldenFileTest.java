package dev.spendsense.workbench.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of rules does to six people is told user by user, and can be accepted. */
class GoldenFileTest {

    private static final RuleBase RULES = RuleBase.load(Path.of("rules"));
    private static final String SAVER = "savings_builder 1  u924d1m3apb70";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void accept_what_the_shipped_rules_conclude() throws IOException {
        file = folder.resolve(GoldenFile.FOLDER).resolve("six.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "scenario demo, seed 20260715\n");
        GoldenChanges first = golden().compare(RULES, ShippedGoldenTest.SHIPPED);
        assertThat(first.none()).isFalse();
        assertThat(first.summary()).containsExactly("6 users, none accepted before");
        golden().accept(first);
    }

    private GoldenFile golden() {
        return GoldenFile.of(folder).get(0);
    }

    private GoldenChanges changes(Map<String, Double> parameters) {
        return golden().compare(RULES.with(parameters), ShippedGoldenTest.SHIPPED);
    }

    @Test
    void what_was_accepted_is_the_same_until_something_changes() {
        GoldenChanges none = changes(Map.of());
        assertThat(none.none()).isTrue();
        assertThat(none.summary()).containsExactly("6 users, all as accepted");
        assertThat(none.diff(6)).isEmpty();
        assertThat(file).hasSameTextualContentAs(Path.of("rules/tests/golden/demo.txt"));
    }

    @Test
    void who_changed_persona_is_told_with_the_evidence_and_nothing_but_the_changed_lines() {
        GoldenChanges changes = changes(Map.of("weight.growth", -4.0, "weight.inflow", -4.0));
        assertThat(changes.summary())
                .containsExactly(
                        "1 of 6 users differ, 1 changed persona:",
                        "  " + SAVER
                                + ": savings_builder 99.1% → balanced 96.4%, because evidence growth of savings_builder "
                                + "+4.00 → -4.00 [savings_growth_rate (180 days) is 7.3% a month, >= 2% a month "
                                + "(savings_growth_strong); and 1 more]");
        assertThat(changes.diff(6))
                .startsWith("@@ " + SAVER, "-  1          savings_builder 99.1%")
                .contains(
                        "+  1          balanced 96.4%",
                        "+  not        savings_builder 3.6%: growth -4.00, cards +1.00, " + "spending +1.50")
                .noneMatch(line -> line.contains("180 days  "));
    }

    @Test
    void a_criterion_that_is_no_longer_met_is_the_reason() {
        GoldenChanges changes = changes(Map.of("savings_growth_strong", 0.9, "savings_inflow_strong", 90_000.0));
        assertThat(changes.summary())
                .contains(
                        "  " + SAVER
                                + ": savings_builder 99.1% → balanced 97.0%, because no criterion of savings_builder is met any more "
                                + "[no longer detected: net_savings_inflow (30 days), net_savings_inflow (180 days), savings_growth_rate (180 days)]");
    }

    @Test
    void without_other_evidence_the_prior_is_the_reason() {
        GoldenChanges changes = changes(Map.of("prior.savings_builder", -20.0));
        assertThat(changes.summary().get(1))
                .startsWith("  " + SAVER + ": savings_builder 99.1% → balanced")
                .endsWith("because a prior, the floor or the precedence is another; the evidence is the same");
    }

    @Test
    void a_long_difference_is_cut_short_and_says_so() {
        GoldenChanges changes = changes(Map.of("prior.savings_builder", -2.5, "prior.overspender", -2.5));
        assertThat(changes.diff(1)).last().isEqualTo("and 1 user more");
    }

    @Test
    void users_come_and_go() throws IOException {
        Files.writeString(file, Files.readString(file).replace("u924d1m3apb70", "ustranger"));
        assertThat(changes(Map.of()).summary())
                .contains(
                        "  " + SAVER + ": is new, savings_builder 99.1%",
                        "  savings_builder 1  ustranger: is no longer there, was savings_builder 99.1%");
    }

    @Test
    void a_file_that_pins_nobody_is_refused() throws IOException {
        Files.writeString(file, "scenario demo\n");
        assertThatThrownBy(this::golden)
                .isInstanceOf(BrokenGolden.class)
                .hasMessageContainingAll("six.txt", "expected a line such as \"scenario demo, seed 1\"");
        Files.delete(file);
        assertThatThrownBy(this::golden).isInstanceOf(BrokenGolden.class).hasMessageContaining("no golden outcomes");
    }

    @Test
    void rules_do_not_depend_on_what_is_written_about_them() {
        assertThat(RuleSource.read(Path.of("rules")).texts().keySet())
                .noneMatch(path -> path.startsWith("tests"))
                .containsAll(List.of("parameters.yaml", "vocabulary.yaml", "content.yaml"));
    }
}
