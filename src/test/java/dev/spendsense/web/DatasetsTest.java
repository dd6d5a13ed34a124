package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.dataset.formats.TableExport;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a dataset as a whole. */
class DatasetsTest {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String DATASET = Api.ROOT + "/datasets/" + RunningService.DATASET;

    /** The answer when it is found; the server waits a while before it says that it is not yet. */
    private static JsonNode found(String study) {
        Answer answer;
        do {
            answer = SERVICE.get(Role.VIEWER, DATASET + study);
        } while (answer.status() == 202 && answer.header("Retry-After").isPresent());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isPresent();
        return answer.json();
    }

    @Test
    void a_dataset_explains_itself() {
        JsonNode dataset = SERVICE.get(Role.VIEWER, DATASET).json();
        assertThat(dataset.get("scenario").asString()).isEqualTo("demo");
        assertThat(dataset.get("counts").get("users").asInt()).isEqualTo(6);
        assertThat(dataset.get("fingerprints").get("data").asString()).hasSize(64);
        assertThat(dataset.get("personas").size()).isPositive();
        assertThat(dataset.get("personas").get(0).has("title")).isTrue();
    }

    @Test
    void sums_checks_and_report_agree() {
        JsonNode summary = found("/summary");
        assertThat(summary.get("users").asInt()).isEqualTo(6);
        JsonNode checks = found("/checks");
        assertThat(checks.get("checks").size()).isEqualTo(10);
        assertThat(checks.get("dataset").asString()).isEqualTo(RunningService.DATASET);
        assertThat(checks.get("accuracy")).isEqualTo(summary.get("accuracy"));
        assertThat(found("/report").size()).isPositive();
    }

    @Test
    void a_table_is_exported_whole() {
        int transactions = SERVICE.get(Role.VIEWER, DATASET)
                .json()
                .get("counts")
                .get("transactions")
                .asInt();
        Answer csv = SERVICE.get(Role.ANALYST, DATASET + "/export?table=transactions");
        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment; filename=\"spendsense.transactions.csv\"");
        assertThat(csv.body().lines()).hasSize(transactions + 1);
        Answer jsonl = SERVICE.get(Role.ANALYST, DATASET + "/export?table=users&format=jsonl");
        assertThat(jsonl.body().lines())
                .hasSize(6)
                .allSatisfy(
                        line -> assertThat(JsonMapper.shared().readTree(line).has("user_id"))
                                .isTrue());
    }

    /** A large table takes long, and consent may be taken back meanwhile. */
    @Test
    void a_table_that_is_on_its_way_says_nothing_of_who_has_taken_consent_back() throws IOException {
        try (Dataset dataset = Dataset.open(SERVICE.file(RunningService.DATASET))) {
            PublicTable<?> advice = PublicTable.all().stream()
                    .filter(table -> table.name().equals("recommendations"))
                    .findFirst()
                    .orElseThrow();
            Set<String> consenting = dataset.userIds().stream()
                    .filter(user -> !dataset.timeline(user).isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<String> users = List.copyOf(consenting);
            String last = users.get(users.size() - 1);
            StringWriter sent = new StringWriter();
            TableExport.write(
                    dataset,
                    advice,
                    Format.CSV,
                    user -> {
                        consenting.remove(last); // as soon as anybody is on the way
                        return consenting.contains(user);
                    },
                    sent);
            assertThat(sent.toString()).contains(users.get(0)).doesNotContain(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"table=passwords", "table=users&format=parquet", "", "table=users%3B--&format=csv"})
    void what_cannot_be_exported_is_a_problem(String query) {
        assertThat(SERVICE.get(Role.ANALYST, DATASET + "/export?" + query).problem())
                .isEqualTo("invalid-field");
    }
}
