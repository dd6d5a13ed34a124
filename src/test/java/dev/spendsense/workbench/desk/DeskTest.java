package dev.spendsense.workbench.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.SmallRules;
import dev.spendsense.workbench.desk.Adoption.Outcome;
import dev.spendsense.workbench.impact.Figures;
import dev.spendsense.workbench.impact.Panel;
import dev.spendsense.workbench.revisions.Remark;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the workbench does, of texts that nobody has saved. */
class DeskTest {

    private static final String WEIGHT = "weight.growth:\n  {value: 2.5,";
    private static final Lives PEOPLE = Lives.of(ScenarioReader.read(
                    ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of(), List.of("users=24"))))
            .kept(2);

    @TempDir
    private Path home;

    private Path folder;
    private Desk desk;

    @BeforeEach
    void lay_out_the_shipped_rules() throws IOException {
        folder = home.resolve("rules");
        SmallRules.copy(Path.of("rules"), folder);
        desk = new Desk(folder, CompiledStore.standard(), List.of(Path.of("scenarios")));
    }

    private RuleDraft weighing(String value) throws IOException {
        String text = Files.readString(folder.resolve("parameters.yaml"));
        assertThat(text).contains(WEIGHT);
        return draft("parameters.yaml", text.replace(WEIGHT, "weight.growth:\n  {value: " + value + ","));
    }

    private static RuleDraft draft(String path, String text) {
        return new RuleDraft(new TreeMap<>(Map.of(path, text)), List.of());
    }

    @Test
    void a_draft_is_checked_and_judged_while_the_folder_stays_as_it_is() throws IOException {
        String revision = RuleSource.read(folder).revision();
        RuleBase rules = RuleBase.load(folder);
        assertThat(desk.check(draft("signals/new.drl", "package signals\nrule")).errors())
                .isPositive();
        Answer<Felt> impact =
                desk.impact(weighing("-9"), Panel.of(PEOPLE, rules, 2), List.of("changed_users above 0"), 2);
        assertThat(impact.result()).hasValueSatisfying(felt -> {
            assertThat(felt.impact().changes()).isNotEmpty();
            assertThat(felt.failed()).containsExactly("changed_users above 0.0");
            assertThat(felt.edits()).singleElement().satisfies(edit -> {
                assertThat(edit.name()).isEqualTo("weight.growth");
                assertThat(edit.after()).isEqualTo("-9 log_odds");
            });
        });
        assertThat(impact.revision()).isNotEqualTo(revision);
        History somebody = PEOPLE.live(0).history();
        Answer<Explained> explained =
                desk.explain(RuleDraft.none(), somebody, somebody.asOf(), Optional.of("savings_builder"));
        assertThat(explained.result().orElseThrow().flips()).hasSize(1);
        assertThat(desk.sweep(RuleDraft.none(), PEOPLE, "weight.growth", -9, 2, 2, 2)
                        .result()
                        .orElseThrow()
                        .steps())
                .hasSize(3);
        assertThat(RuleSource.read(folder).revision()).isEqualTo(revision);
        assertThat(JsonMapper.builder().build().writeValueAsString(impact)).contains("\"changes\":[{");
    }

    @Test
    void a_condition_or_a_value_that_cannot_be_is_refused() {
        Panel people = Panel.of(
                Lives.of(ScenarioReader.read(
                        ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of(), List.of("users=1")))),
                RuleBase.load(folder),
                1);
        List<String> never = Figures.names(List.of("savings_builder", "overspender")).stream()
                .map(figure -> figure + " below 0.5")
                .toList();
        assertThatThrownBy(() -> desk.impact(RuleDraft.none(), people, never, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no value in this population");
        assertThatThrownBy(() -> desk.sweep(RuleDraft.none(), PEOPLE, "weight.grwth", 0, 1, 2, 1))
                .hasMessageContaining("did you mean weight.growth?");
        assertThatThrownBy(() -> desk.sweep(RuleDraft.none(), PEOPLE, "card_high", 0, 50, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fraction of 1");
    }

    @Test
    void rules_that_cannot_be_used_are_an_answer_with_their_faults() {
        Answer<Tested> broken = desk.test(draft("evidence/new.drl", "package evidence\nrule \"half\"\nwhen\n"));
        assertThat(broken.result()).isEmpty();
        assertThat(broken.check().errors()).isPositive();
        Answer<?> swept = desk.sweep(draft("vocabulary.yaml", "personas: 3"), PEOPLE, "card_high", 0.1, 0.9, 2, 1);
        assertThat(swept.result()).isEmpty();
        assertThat(swept.check().errors()).isPositive();
    }

    @Test
    void a_draft_is_adopted_when_its_cases_pass_and_the_folder_is_still_the_one_it_was_made_from() throws IOException {
        RevisionStore kept = RevisionStore.in(home.resolve("revisions"));
        Remark remark = new Remark(Instant.EPOCH, "somebody", "try");
        String revision = RuleSource.read(folder).revision();
        assertThat(desk.adopt(weighing("-9"), revision, kept, remark))
                .satisfies(one -> assertThat(one.outcome()).isEqualTo(Outcome.REFUSED))
                .satisfies(
                        one -> assertThat(one.tested().orElseThrow().passed()).isFalse());
        assertThat(RuleSource.read(folder).revision()).isEqualTo(revision);

        RuleDraft late = weighing("2.52");
        Adoption adopted = desk.adopt(weighing("2.51"), revision, kept, remark);
        assertThat(adopted.outcome()).isEqualTo(Outcome.ADOPTED);
        String now = RuleSource.read(folder).revision();
        assertThat(adopted.revision().orElseThrow().sha()).isEqualTo(now).isNotEqualTo(revision);
        assertThat(kept.current().orElseThrow().sha()).isEqualTo(now);

        assertThat(desk.adopt(late, revision, kept, remark).outcome()).isEqualTo(Outcome.STALE);
        assertThat(RuleSource.read(folder).revision()).isEqualTo(now);
    }

    @Test
    void a_path_that_leads_elsewhere_is_refused() {
        for (String path : List.of("../x.drl", "/etc/x.yaml", "a/../b.drl", "x.sh", "a\\b.drl", "")) {
            assertThatThrownBy(() -> draft(path, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected a path");
        }
    }
}
