package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLoadingTest {

    private static final String FILE = "signals/mine.drl";

    /** A rule of signals whose consequence, or condition, is given. */
    private static String rule(String condition, String consequence) {
        return """
                package signals
                import dev.spendsense.rules.facts.*
                rule "Mine"
                    ruleflow-group "signals"
                when
                    %s
                then
                    %s
                end
                """.formatted(condition, consequence);
    }

    private static List<RuleFault> faults(String text) {
        return faults(Shipped.SOURCE.with(FILE, text));
    }

    private static List<RuleFault> faults(RuleSource source) {
        BrokenRules broken = catchThrowableOfType(BrokenRules.class, () -> RuleBase.load(source, CompiledStore.none()));
        assertThat(broken).as("the rules should have been refused").isNotNull();
        return broken.faults();
    }

    @Test
    void a_file_of_another_package_is_refused_with_its_line() {
        List<RuleFault> faults = faults(
                rule("Window()", "insert( new Note(\"a\", \"\", 0) );").replace("package signals", "package evidence"));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString())
                .isEqualTo("signals/mine.drl:1: the package is evidence, the folder signals; write package signals");
    }

    @Test
    void a_rule_of_another_group_is_refused_with_its_line_and_name() {
        List<RuleFault> faults = faults(rule("Window()", "insert( new Note(\"a\", \"\", 0) );")
                .replace("group \"signals\"", "group \"signal\""));
        assertThat(faults.get(0).toString())
                .isEqualTo("signals/mine.drl:4: rule \"Mine\": the ruleflow-group is signal, the folder signals;"
                        + " write ruleflow-group \"signals\"");
    }

    @Test
    void a_file_in_no_phase_is_refused() {
        assertThat(faults(Shipped.SOURCE.with("signal/mine.drl", rule("Window()", "")))
                        .get(0)
                        .problem())
                .isEqualTo("lies in no phase");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "param(\"card_hgih\") > 0 | no parameter is called card_hgih | did you mean card_high?",
                "paid(\"discretionry\").total().above(0) | no category set is called discretionry | did you mean discretionary?",
                "income().medianGp().above(0) | Income has no helper medianGp | did you mean medianGap?",
                "days matches \"3.*\" | matches is not known | compare with == or in",
                "eval(true) | eval is not known | write the condition in a pattern"
            })
    void a_slip_is_told_with_line_rule_and_remedy(String constraint, String problem, String remedy) {
        RuleFault fault = faults(rule("Window( " + constraint + " )", "")).get(0);
        assertThat(fault.file()).isEqualTo(FILE);
        assertThat(fault.line()).isEqualTo(6);
        assertThat(fault.rule()).isEqualTo("Mine");
        assertThat(fault.problem()).isEqualTo(problem);
        assertThat(fault.remedy()).isEqualTo(remedy);
    }

    @Test
    void several_faults_are_told_at_once() {
        assertThat(faults(rule("Window( dayz == 30, param(\"nothing\") > 0 )", "System.exit(1);")))
                .extracting(RuleFault::problem)
                .containsExactly("Window has no field dayz", "no parameter is called nothing", "System is not known");
    }

    @Test
    void a_parenthesis_that_is_not_closed_has_its_line() {
        RuleFault fault = faults(rule("$w : Window( days == 30", "")).get(0);
        assertThat(fault.toString()).isEqualTo("signals/mine.drl:6: rule \"Mine\": ( is not closed; add )");
    }

    @Test
    void a_fault_that_only_the_compiler_sees_has_its_line() {
        RuleFault fault = faults(rule("$w : Window( value > 3 )", "")).get(0);
        assertThat(fault.file()).isEqualTo(FILE);
        assertThat(fault.line()).isEqualTo(6);
    }

    @Test
    void a_fault_in_a_consequence_that_only_the_compiler_sees_names_the_rule() {
        RuleFault fault =
                faults(rule("$w : Window()", "insert( $w.signal(3) );")).get(0);
        assertThat(fault.file()).isEqualTo(FILE);
        assertThat(fault.rule()).isEqualTo("Mine");
        assertThat(fault.line()).isBetween(3, 9);
    }

    @Test
    void arithmetic_after_a_binding_is_refused() {
        assertThat(faults(rule("Window( $x : days - 3 )", "")).get(0).problem())
                .isEqualTo("arithmetic after the binding $x would be dropped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec(\"true\");",
                "new ProcessBuilder(\"true\").start();",
                "$w.getClass().forName(\"x\");",
                "while (true) {}",
                "for (;;) {}",
                "String x = \"a\".repeat(2000000000);",
                "drools.getKieRuntime().halt();",
                "modify($w) {}",
                "System.out.println(1);",
                "java.lang.System.exit(1);",
                "insert( \"\\u0041\" );",
                "Thread.sleep(1000);",
                "new Window(null, null, 1);"
            })
    void code_that_reaches_beyond_the_rules_is_refused_before_it_is_compiled(String consequence) {
        assertThat(faults(rule("$w : Window()", consequence))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import accumulate java.lang.ProcessBuilder evil",
                "import static java.lang.System.exit",
                "import function java.lang.System.exit",
                "import java.io.File",
                "function boolean f() { return true; }",
                "declare Evil name : String end",
                "global java.util.List list",
                "query all() User() end",
                "dialect \"java\""
            })
    void only_imports_of_facts_and_rules_may_stand_at_the_top_of_a_file(String line) {
        String text = rule("Window()", "insert( new Note(\"a\", \"\", 0) );")
                .replace("import dev.spendsense.rules.facts.*", "import dev.spendsense.rules.facts.*\n" + line);
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void a_fault_in_a_declaration_has_its_line() {
        String parameters = Shipped.SOURCE
                .texts()
                .get("parameters.yaml")
                .replace("{value: 0.5, unit: share,", "{value: half, unit: share,");
        RuleFault fault =
                faults(Shipped.SOURCE.with("parameters.yaml", parameters)).get(0);
        assertThat(fault.file()).isEqualTo("parameters.yaml");
        assertThat(fault.line()).isPositive();
        assertThat(fault.problem()).isEqualTo("window_coverage.value is half");
    }

    @Test
    void a_figure_in_advice_that_is_no_parameter_is_refused() {
        String content =
                Shipped.SOURCE.texts().get("content.yaml").replace("A first cushion", "A first cushion of 500");
        assertThat(faults(Shipped.SOURCE.with("content.yaml", content)).get(0).toString())
                .contains("starter_cushion.title has a figure of its own");
    }

    @Test
    void a_placeholder_that_nobody_fills_is_refused() {
        String content = Shipped.SOURCE.texts().get("content.yaml").replace("{merchant}", "{merchants}");
        assertThat(faults(Shipped.SOURCE.with("content.yaml", content)))
                .extracting(RuleFault::problem)
                .containsExactly("the rationale of unused_membership has no {merchant}");
    }

    @Test
    void rules_that_trigger_each_other_are_stopped_and_named() {
        String endless = rule("$n : Note( name == \"again\" )", "insert( new Note(\"again\", \"\", 0) );") + """
                rule "Begin"
                    ruleflow-group "signals"
                when
                    Window( days == 30 )
                then
                    insert( new Note("again", "", 0) );
                end
                """;
        RuleBase rules = RuleBase.load(Shipped.SOURCE.with(FILE, endless), CompiledStore.none());
        assertThatThrownBy(() -> rules.evaluate(Shipped.quietLife().build()))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("rule \"Mine\" fires again and again");
    }

    @Test
    void what_was_compiled_is_used_again_and_a_change_is_compiled_once(@TempDir Path folder) throws Exception {
        CompiledStore store = CompiledStore.in(folder);
        RuleBase first = RuleBase.load(Shipped.SOURCE, store);
        assertThat(jars(folder)).hasSize(1);
        RuleBase again = RuleBase.load(Shipped.SOURCE, store);
        assertThat(jars(folder)).hasSize(1);
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(again.evaluate(Shipped.quietLife().build()))
                .isEqualTo(first.evaluate(Shipped.quietLife().build()));
    }

    @Test
    void a_changed_parameter_needs_no_compilation_but_is_another_revision(@TempDir Path folder) throws Exception {
        CompiledStore store = CompiledStore.in(folder);
        String parameters = Shipped.SOURCE.texts().get("parameters.yaml").replace("value: 45,", "value: 46,");
        RuleBase first = RuleBase.load(Shipped.SOURCE, store);
        RuleBase changed = RuleBase.load(Shipped.SOURCE.with("parameters.yaml", parameters), store);
        assertThat(jars(folder)).hasSize(1);
        assertThat(changed.revision()).isNotEqualTo(first.revision());
    }

    @Test
    void compiled_rules_in_a_folder_that_others_can_write_to_are_not_used(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        String key = CompiledStore.key(Shipped.SOURCE.rules());
        Files.writeString(folder.resolve(key + ".jar"), "not a jar");
        assertThat(CompiledStore.in(folder).find(key)).isEmpty();
    }

    @Test
    void another_value_of_a_parameter_shows_at_once() {
        RuleBase eager = Shipped.RULES.with(Map.of("card_high", 0.2));
        HistoryBuilder history = Shipped.quietLife().card(1_250, 5_000).statement(1, 10, 1_250, 25);
        assertThat(eager.evaluate(history.build())
                        .signal("credit_utilization", 30)
                        .orElseThrow()
                        .detected())
                .isTrue();
        assertThat(Shipped.detected(history, "credit_utilization", 30)).isFalse();
    }

    private static List<Path> jars(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
