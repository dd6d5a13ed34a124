package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.spendsense.rules.RuleBase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases beside the shipped rules, each as a test of its own. */
class ShippedCasesTest {

    private static RuleBase rules;
    private static TestReport report;

    @BeforeAll
    static void judge_all_cases() {
        rules = RuleBase.load(Path.of("rules"));
        report = Cases.read(Path.of("rules", "tests"), rules).run(List.of(Path.of("scenarios")));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return report.results().stream()
                .map(result -> dynamicTest(
                        result.name(),
                        source(result),
                        () -> assertThat(result.failures()).isEmpty()));
    }

    private static URI source(CaseResult result) {
        return URI.create(Path.of(result.file()).toUri() + "?line=" + result.line());
    }

    @Test
    void every_shipped_rule_is_tried_on_both_sides_of_its_boundary() {
        RuleCoverage coverage = RuleCoverage.of(rules, report);
        assertThat(coverage.withoutBoundary()).isEmpty();
        assertThat(coverage.never()).isEmpty();
        assertThat(coverage.rules()).isGreaterThan(100);
    }
}
