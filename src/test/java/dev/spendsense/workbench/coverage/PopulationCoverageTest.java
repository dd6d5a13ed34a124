package dev.spendsense.workbench.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that do nothing, among those that do. */
class PopulationCoverageTest {

    private static final RuleSource ODD = RuleSource.read(Path.of("rules")).with("evidence/odd.drl", """
                    package evidence
                    import dev.spendsense.rules.facts.*
                    rule "Noted for nothing"
                        ruleflow-group "evidence"
                    when
                        $u : User( hasSavings )
                    then
                        insert( new Note("nothing", "", 1) );
                    end
                    rule "Noted with the other"
                        ruleflow-group "evidence"
                    when
                        $u : User( hasSavings )
                    then
                        insert( new Note("as much", "", 1) );
                    end
                    rule "Noted for nobody"
                        ruleflow-group "evidence"
                    when
                        $u : User( age > 900 )
                    then
                        insert( new Note("none", "", 1) );
                    end
                    """);

    private static final PopulationCoverage COVERAGE = PopulationCoverage.of(
            Lives.of(ScenarioReader.read(
                    ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of(), List.of()))),
            RuleBase.load(ODD, CompiledStore.standard()),
            2);

    @Test
    void what_nobody_needs_is_found_by_judging_without_it() {
        assertThat(COVERAGE.withoutEffect())
                .contains("Noted for nothing", "Noted with the other")
                .doesNotContain("Savings builder: published criterion", "Noted for nobody");
        assertThat(COVERAGE.never()).contains("Noted for nobody");
    }

    @Test
    void rules_of_the_very_same_users_are_together() {
        assertThat(COVERAGE.together())
                .anySatisfy(group -> assertThat(group).contains("Noted for nothing", "Noted with the other"));
    }

    @Test
    void every_rule_is_in_one_place() {
        assertThat(COVERAGE.rules()).allSatisfy(use -> {
            assertThat(COVERAGE.never().contains(use.rule())).isEqualTo(use.users() == 0);
            assertThat(COVERAGE.always().contains(use.rule())).isEqualTo(use.users() == COVERAGE.judged());
        });
        assertThat(COVERAGE.always()).isNotEmpty();
    }
}
