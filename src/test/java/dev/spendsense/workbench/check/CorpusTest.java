package dev.spendsense.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every slip of the corpus is told once, at its place, in an analyst's words. */
class CorpusTest {

    /** What only people who know the engine understand. */
    private static final Pattern JARGON = Pattern.compile(
            "(?i)mismatched|no viable|antlr|\\bERR\\b|token|exception|java\\b|drools|null\\b|\\bclass\\b|compil|syntax"
                    + "|method|parse|constructor|scalar|mapping|identifier|argument|[{]0[}]");

    @TempDir
    private static Path compiled;

    /** The engine is slow, and needed only for what it alone refuses. */
    private static CheckReport check(BrokenFolder broken) {
        return broken.code().equals(FaultKind.REFUSED_BY_ENGINE.code())
                ? RuleCheck.of(broken.folder(), CompiledStore.in(compiled))
                : RuleCheck.ofTexts(broken.folder());
    }

    @Test
    void the_folder_that_all_of_them_break_is_sound() {
        assertThat(RuleCheck.of(BrokenFolder.BASE, CompiledStore.in(compiled)).faults())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> one_slip_is_one_fault(@TempDir Path work) {
        return BrokenFolder.corpus(work).stream()
                .map(broken -> DynamicTest.dynamicTest(broken.name(), () -> {
                    List<RuleFault> faults = check(broken).faults();
                    assertThat(faults.stream().map(CorpusTest::place).toList())
                            .as(faults.toString())
                            .containsExactly(broken.expected());
                    RuleFault fault = faults.get(0);
                    assertThat(fault.problem() + " / " + fault.remedy()).contains(broken.says());
                    assertThat(fault.problem()).doesNotContainPattern(JARGON);
                    assertThat(fault.remedy()).isNotBlank().doesNotContainPattern(JARGON);
                }));
    }

    @Test
    void every_kind_of_fault_occurs_at_least_twice(@TempDir Path work) {
        Map<String, Long> cases = BrokenFolder.corpus(work).stream()
                .collect(Collectors.groupingBy(BrokenFolder::code, TreeMap::new, Collectors.counting()));
        assertThat(Arrays.stream(FaultKind.values())
                        .map(FaultKind::code)
                        .filter(code -> cases.getOrDefault(code, 0L) < 2))
                .isEmpty();
    }

    @Test
    void several_slips_in_several_files_are_told_together(@TempDir Path work) {
        List<BrokenFolder> slips = BrokenFolder.corpus(work).stream()
                .filter(broken -> List.of("a missing comma", "a tab in parameters", "an unknown persona in evidence")
                        .contains(broken.name()))
                .toList();
        assertThat(slips).hasSize(3);
        BrokenFolder all = slips.get(0).and(slips.get(1)).and(slips.get(2));
        assertThat(check(all).faults().stream().map(CorpusTest::place))
                .containsExactlyInAnyOrderElementsOf(
                        slips.stream().map(BrokenFolder::expected).toList());
    }

    @Test
    void shipped_rules_are_clean() {
        CheckReport report = RuleCheck.of(Path.of("rules"), CompiledStore.standard());
        assertThat(report.faults()).isEmpty();
        assertThat(report.rules()).isGreaterThan(50);
    }

    @Test
    void a_fault_in_a_declaration_hides_none_in_rules(@TempDir Path work) {
        BrokenFolder unreadable = named(work, "a quote is not closed");
        BrokenFolder misspelt = named(work, "a misspelt field");
        assertThat(check(unreadable.and(misspelt)).faults().stream().map(CorpusTest::place))
                .containsExactly(unreadable.expected(), misspelt.expected());
    }

    private static BrokenFolder named(Path work, String name) {
        return BrokenFolder.corpus(work).stream()
                .filter(broken -> broken.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String place(RuleFault fault) {
        return fault.file() + ":" + fault.line() + ":" + fault.column() + " "
                + fault.kind().code();
    }
}
