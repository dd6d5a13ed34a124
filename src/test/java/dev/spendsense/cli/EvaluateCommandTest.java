package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.PersonaAssignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users leave as custom Sandbox users and come back; and others come for the first time. */
class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private Path dataset;

    @BeforeEach
    void generate() {
        dataset = Cli.smallDataset(folder);
    }

    @Test
    void users_who_leave_whole_come_back_with_the_same_personas() {
        Path out = folder.resolve("plaid");
        Cli exported = Cli.run("export", dataset, "--format", "plaid", "--uncut", "--json", "--out", out);
        assertThat(exported.code()).isZero();
        for (JsonNode user : JsonMapper.shared().readTree(exported.out()).get("users")) {
            assertThat(user.get("left_out").intValue()).isZero();
            assertThat(user.get("carried").get("changed")).isEmpty();
            assertThat(user.get("carried").get("personas_lost")).isEmpty();
        }
        Cli evaluated = Cli.run("evaluate", out, "--as-of", "2026-07-15", "--json");
        assertThat(evaluated.code()).isZero();
        Map<String, List<String>> found = new TreeMap<>();
        for (JsonNode customer : JsonMapper.shared().readTree(evaluated.out()).get("customers")) {
            found.put(
                    customer.get("customer").stringValue(),
                    customer.get("findings")
                            .get("personas")
                            .valueStream()
                            .map(persona -> persona.get("persona").stringValue())
                            .toList());
        }
        assertThat(found).isEqualTo(personas());
    }

    private Map<String, List<String>> personas() {
        Map<String, List<String>> personas = new TreeMap<>();
        try (Dataset open = Dataset.open(dataset)) {
            for (String user : open.userIds()) {
                personas.put(
                        user,
                        open.findings(user).orElseThrow().personas().stream()
                                .map(PersonaAssignment::persona)
                                .toList());
            }
        }
        return personas;
    }

    @Test
    void users_are_cut_to_what_the_sandbox_takes_and_what_is_lost_is_named() throws IOException {
        Path out = folder.resolve("cut");
        Path leftByKilled =
                Files.createDirectory(folder.resolve(".cut.partial")).resolve("someone.json");
        Files.writeString(leftByKilled, "{");
        Cli exported = Cli.run("export", dataset, "--format", "plaid", "--out", out);
        assertThat(exported.code()).isZero();
        assertThat(exported.out())
                .contains("warning: 6 of them are cut to their latest days")
                .containsPattern("cannot be measured from these files: .*credit_utilization|cards_paid_in_full");
        try (Stream<Path> files = Files.list(out)) {
            List<Path> users =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(users).hasSize(6);
            for (Path user : users) {
                assertThat(Files.size(user)).isLessThanOrEqualTo(55_000);
                int transactions = 0;
                for (JsonNode account :
                        JsonMapper.shared().readTree(Files.readString(user)).get("override_accounts")) {
                    transactions += account.get("transactions").size();
                }
                assertThat(transactions).isBetween(100, 250);
            }
        }
        assertThat(leftByKilled.getParent()).doesNotExist();
        assertThat(Cli.run("export", dataset, "--format", "plaid", "--out", out).code())
                .isEqualTo(2);

        Path another = Files.writeString(out.resolve("notes.txt"), "keep");
        Path mapping = Files.writeString(out.resolve("categories.yaml"), "replace");
        assertThat(Cli.run("export", dataset, "--format", "plaid", "--force", "--out", out)
                        .code())
                .isZero();
        assertThat(another).hasContent("keep");
        assertThat(Files.readString(mapping)).isNotEqualTo("replace");
        assertThat(leftByKilled.getParent()).doesNotExist();
    }

    @Test
    void a_stranger_is_judged_by_what_is_known() {
        Cli judged = Cli.run("evaluate", "src/test/resources/exchange/api.json");
        assertThat(judged.code()).isZero();
        assertThat(judged.out())
                .contains("3 accounts, 4 transactions, 2026-05-01 to 2026-05-12")
                .contains("Personas on 2026-05-12")
                .contains("left out with 1 transactions; USD is judged")
                .contains("more; --full shows them");
        Cli csv = Cli.run(
                "evaluate",
                "src/test/resources/exchange/bank.csv",
                "--mapping",
                "src/test/resources/exchange/bank.yaml");
        assertThat(csv.code()).isZero();
        assertThat(csv.out()).contains("1 accounts, 3 transactions");
    }

    @Test
    void what_cannot_be_read_is_refused() throws IOException {
        assertThat(Cli.run("evaluate", folder.resolve("none.json")).code()).isEqualTo(2);
        Path text = Files.writeString(folder.resolve("letter.json"), "dear bank");
        Cli refused = Cli.run("evaluate", text);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("letter.json is not JSON");
        assertThat(Cli.run("evaluate", text, "--as-of", "soon").err()).contains("--as-of: expected a date");
    }
}
