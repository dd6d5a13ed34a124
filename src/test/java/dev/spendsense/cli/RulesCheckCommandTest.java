package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendsense.rules.definitions.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCheckCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path work;

    /** The shipped rules with one text in place of another. */
    private Path rules(String file, String text, String other) throws IOException {
        Path folder = work.resolve("my rules");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path from : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(Path.of("rules").relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, other));
        return folder;
    }

    private Path withError() throws IOException {
        return rules("signals/credit.drl", "\"low_utilization\"", "\"low_utilisation\"");
    }

    private Path withWarning() throws IOException {
        return rules("vocabulary.yaml", "shown: [steady_income, ", "shown: [");
    }

    @Test
    void the_shipped_rules_are_clean() {
        Cli check = Cli.run("rules", "check", "--strict");
        assertThat(check.out()).contains("rules in").contains("nothing is wrong");
        assertThat(check.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_error_is_shown_with_its_line_and_fails() throws IOException {
        Path folder = withError();
        Cli check = Cli.run("rules", "check", folder);
        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.lines())
                .startsWith(
                        folder.resolve("signals/credit.drl") + ":20:23: error: no signal is called low_utilisation",
                        "        insert( $w.signal(\"low_utilisation\", $w.cards().highestUtilization()).below(\"card_low\") );",
                        "                          ^",
                        "  did you mean low_utilization?",
                        "  [unknown-signal] rule \"Every card is well below its limit\"")
                .last()
                .asString()
                .endsWith("1 error, 0 warnings");
    }

    @Test
    void a_warning_fails_only_when_asked_to() throws IOException {
        Path folder = withWarning();
        Cli check = Cli.run("rules", "check", folder);
        assertThat(check.out())
                .contains("warning: the signal steady_income is measured")
                .contains("0 errors, 1 warning");
        assertThat(check.code()).isEqualTo(ExitCode.DONE);
        assertThat(Cli.run("rules", "check", folder, "--strict").code()).isEqualTo(ExitCode.CHECK_FAILED);
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_input() {
        Cli check = Cli.run("rules", "check", work.resolve("nowhere"));
        assertThat(check.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(check.err()).contains("nowhere").contains("is no folder");
    }

    @Test
    void faults_are_printed_as_json() throws IOException {
        JsonNode check =
                JSON.readTree(Cli.run("rules", "check", withError(), "--json").out());
        assertThat(check.get("errors").asInt()).isEqualTo(1);
        assertThat(check.get("warnings").asInt()).isZero();
        assertThat(check.get("rules").asInt()).isGreaterThan(50);
        JsonNode fault = check.get("faults").get(0);
        assertThat(List.copyOf(fault.propertyNames()))
                .containsExactly("file", "line", "column", "rule", "code", "severity", "message", "remedy");
        assertThat(fault.get("file").asString()).isEqualTo("signals/credit.drl");
        assertThat(fault.get("line").asInt()).isEqualTo(20);
        assertThat(fault.get("column").asInt()).isEqualTo(23);
        assertThat(fault.get("code").asString()).isEqualTo("unknown-signal");
        assertThat(fault.get("severity").asString()).isEqualTo("error");
    }

    /** The schema of the standard's 2.1.0, as the package {@code @microsoft/jest-sarif} brings it (MIT license). */
    private static List<Error> complaintsOfTheStandard(String log) throws IOException {
        try (InputStream schema = RulesCheckCommandTest.class.getResourceAsStream("sarif-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(log, InputFormat.JSON);
        }
    }

    @Test
    void sarif_fits_the_schema_of_the_standard() throws IOException {
        Path faults = work.resolve("faults.sarif");
        Path nothing = work.resolve("nothing.sarif");
        Cli.run("rules", "check", withError(), "--sarif", faults);
        Cli.run("rules", "check", "--sarif", nothing);
        for (Path file : List.of(faults, nothing)) {
            assertThat(complaintsOfTheStandard(Files.readString(file))).isEmpty();
        }
        String log = Files.readString(faults);
        assertThat(log).contains("\"startLine\"");
        assertThat(complaintsOfTheStandard(log.replace("\"startLine\"", "\"line\"")))
                .isNotEmpty();
    }

    @Test
    void sarif_has_what_the_standard_requires() throws IOException {
        Path file = work.resolve("out").resolve("check.sarif");
        Cli check = Cli.run("rules", "check", withError(), "--sarif", file);
        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        JsonNode log = JSON.readTree(Files.readString(file));
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").asString()).contains("sarif-2.1.0");
        JsonNode run = log.get("runs").get(0);
        JsonNode driver = run.get("tool").get("driver");
        assertThat(driver.get("name").asString()).isEqualTo("SpendSense");
        assertThat(driver.get("rules")).hasSize(FaultKind.values().length).allSatisfy(rule -> {
            assertThat(rule.get("id").asString()).matches("[a-z]+(-[a-z]+)*");
            assertThat(rule.get("shortDescription").get("text").asString()).isNotBlank();
            assertThat(rule.get("help").get("text").asString()).isNotBlank();
            assertThat(rule.get("defaultConfiguration").get("level").asString()).isIn("error", "warning");
        });
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("ruleId").asString()).isEqualTo("unknown-signal");
        assertThat(driver.get("rules")
                        .get(result.get("ruleIndex").asInt())
                        .get("id")
                        .asString())
                .isEqualTo("unknown-signal");
        assertThat(result.get("level").asString()).isEqualTo("error");
        assertThat(result.get("message").get("text").asString()).contains("did you mean low_utilization?");
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("signals/credit.drl");
        assertThat(place.get("region").get("startLine").asInt()).isEqualTo(20);
        assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(23);
    }

    @Test
    void without_a_command_the_input_is_wrong() {
        assertThat(Cli.run("rules").code()).isEqualTo(ExitCode.WRONG_INPUT);
    }
}
