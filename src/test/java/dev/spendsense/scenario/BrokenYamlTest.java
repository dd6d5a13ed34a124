package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendsense.yaml.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about texts that are no honest YAML, or too much of it. */
class BrokenYamlTest {

    private static SmallScenario text(String text) {
        return new SmallScenario().file("small.yaml", text);
    }

    @Test
    void a_slip_in_the_syntax_is_found_at_its_line_and_column() {
        assertThat(new SmallScenario()
                        .with("period: {end: 2026-07-15, days: 180}", "period: {end: 2026-07-15, days: 180")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .extracting(Fault::line, Fault::column, Fault::value, Fault::expected)
                        .containsExactly(4, 13, "a comma or } is missing before this", "well-formed YAML"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "\tseed: 1",
                "seed: \"open",
                "- a\nb: c",
                "%YAML 9.9\n---\na: 1",
                "a: 'x",
                "{",
                "]",
                "a: &",
                "seed: \u0007",
                "a: @b"
            })
    void text_that_is_no_yaml_is_one_fault(String text) {
        assertThat(text(text).faults()).extracting(Fault::expected).containsExactly("well-formed YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "---\n...\n", "just words", "[1, 2]", "42", "~"})
    void a_file_without_fields_is_a_fault(String text) {
        assertThat(text(text).faults()).hasSize(1);
    }

    @Test
    void an_empty_file_of_the_catalog_is_a_fault() {
        assertThat(new SmallScenario().file(SmallScenario.BILLS, "").complaints())
                .containsExactly("catalog/bills.yaml: nothing in it; expected a YAML document");
    }

    @Test
    void a_key_is_given_once() {
        assertThat(new SmallScenario().with("seed: 7", "seed: 7\nseed: 8").complaints())
                .containsExactly("small.yaml:3: seed: given twice; expected each key once");
    }

    @Test
    void a_file_is_one_document() {
        assertThat(new SmallScenario().with("expect:", "---\nexpect:").faults())
                .extracting(Fault::line, Fault::value)
                .containsExactly(tuple(74, "a second document"));
    }

    @Test
    void a_name_is_no_list() {
        assertThat(new SmallScenario().with("seed: 7", "seed: 7\n? [a, b]\n: 1").faults())
                .extracting(Fault::line, Fault::value)
                .containsExactly(tuple(3, "[a, b]"));
    }

    @Test
    void tags_are_refused_and_nothing_is_constructed() {
        assertThat(new SmallScenario()
                        .with("seed: 7", "seed: !!java.net.URL [\"file:/\"]")
                        .faults())
                .extracting(Fault::expected)
                .contains("a plain value (tags are not supported)");
        assertThat(new SmallScenario().with("seed: 7", "seed: !!int 7").faults())
                .hasSize(1);
    }

    @Test
    void aliases_are_refused_so_that_none_can_explode() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(text(laughs.toString()).faults())
                        .anySatisfy(
                                fault -> assertThat(fault.toString())
                                        .isEqualTo(
                                                "small.yaml:2: a1[0]: *a0; expected the value itself (aliases are not supported)")));
    }

    @Test
    void a_merge_key_is_no_way_around() {
        assertThat(new SmallScenario()
                        .with("seed: 7", "seed: 7\nx: &x {a: 1}\n<<: *x")
                        .faults())
                .extracting(Fault::value)
                .contains("*x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void absurd_nesting_is_a_fault(String level) {
        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(text("seed: \n " + level.repeat(250_000)).faults())
                        .extracting(Fault::value)
                        .containsExactly("nested too deeply"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "a", "0.", "-"})
    void an_enormous_scalar_is_a_fault(String digit) {
        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(new SmallScenario()
                                .with("seed: 7", "seed: 1" + digit.repeat(400_000))
                                .faults())
                        .extracting(Fault::expected)
                        .contains("at most 10000 characters"));
    }

    @Test
    void of_very_many_faults_the_first_thousand_are_kept() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            keys.append("sed").append(i).append(": 1\n");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(text(keys.toString()).faults()).hasSize(1_000));
    }

    @Test
    void a_text_of_more_than_a_mebibyte_is_not_read() {
        assertThat(text("# " + "x".repeat(1 << 20)).complaints())
                .containsExactly("small.yaml: larger than 1 MiB; expected a YAML file of at most 1 MiB");
    }
}
