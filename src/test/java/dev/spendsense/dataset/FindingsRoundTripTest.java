package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsRoundTripTest {

    private static final int USERS = 60;

    @TempDir
    private Path folder;

    private Path file;
    private RunRecord written;
    private final RandomUsers users = new RandomUsers(11);

    @BeforeEach
    void writeDataset() {
        file = folder.resolve("findings.db");
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin())) {
            writer.write(block(0, 25));
            writer.write(block(25, USERS - 25));
            written = writer.complete();
            writer.publish();
        }
    }

    @Test
    void findings_come_back_exactly_as_they_were_written() {
        try (Dataset dataset = Dataset.open(file)) {
            for (History history : histories().toList()) {
                assertThat(dataset.findings(history.customer().id())).isEqualTo(RandomFindings.ifConsenting(history));
            }
        }
    }

    @Test
    void looks_out_of_order_are_refused() {
        History consenting = histories()
                .filter(history -> history.customer().consent())
                .findFirst()
                .orElseThrow();
        Findings findings = RandomFindings.of(consenting);
        refuse(consenting, List.of(findings, findings), "does not come after");
    }

    @Test
    void those_who_do_not_consent_have_no_findings_at_all() throws SQLException {
        assertThat(histories().toList()).anyMatch(history -> !history.customer().consent());
        for (Table table : Table.values()) {
            if (table.ordinal() >= Table.LOOK.ordinal()) {
                assertThat(rows("SELECT DISTINCT user_id FROM " + table.publicName()
                                + " WHERE user_id IN (SELECT user_id FROM users WHERE NOT consent)"))
                        .as(table.publicName())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_dataset_keeps_the_rules_it_was_judged_by() {
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.run()).isEqualTo(written);
            assertThat(dataset.run().origin().rules()).contains(RandomFindings.RULES);
        }
    }

    @Test
    void every_table_of_findings_counts_what_the_run_says() throws SQLException {
        assertThat(written.counts().get("signals")).isPositive();
        for (String table : written.counts().keySet()) {
            assertThat(rows("SELECT COUNT(*) FROM " + table))
                    .as(table)
                    .containsExactly(List.of(written.counts().get(table).intValue()));
        }
        assertThat(rows("SELECT persona_assignments, recommendations, rule_revision, findings_fingerprint FROM run"))
                .containsExactly(List.of(
                        written.counts().get("persona_assignments").intValue(),
                        written.counts().get("recommendations").intValue(),
                        RandomFindings.RULES.revision(),
                        written.findingsFingerprint().orElseThrow().toString()));
    }

    @Test
    void signals_read_with_names_and_with_the_value_against_its_threshold() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (Signal signal : findings.signals()) {
                expected.add(Arrays.asList(
                        findings.userId(),
                        findings.asOf().toString(),
                        signal.windowDays(),
                        signal.type(),
                        signal.value(),
                        signal.unit().label(),
                        signal.detected() ? 1 : 0,
                        signal.comparison().symbol(),
                        signal.threshold(),
                        signal.thresholdValue(),
                        signal.measure().formula()));
            }
        }
        assertThat(rows("SELECT user_id, as_of, window_days, type, value, unit, detected, comparison, threshold,"
                        + " threshold_value, formula FROM signals"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void what_a_signal_was_measured_from_reads_as_a_selector() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (Signal signal : findings.signals()) {
                signal.sources()
                        .forEach(source -> expected.add(Arrays.asList(
                                findings.userId(),
                                signal.type(),
                                signal.windowDays(),
                                source.accounts().isEmpty() ? null : String.join(",", source.accounts()),
                                new CategoryNames().of(source.categories()),
                                String.join("\n", source.merchants()),
                                source.from().toString(),
                                source.to().toString(),
                                source.narrowed(),
                                source.count(),
                                (int) source.sum())));
            }
        }
        assertThat(rows("SELECT user_id, type, window_days, accounts, categories, merchants, from_date, to_date,"
                        + " narrowed, count, sum_cents FROM signal_sources"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void evidence_reads_with_the_signal_that_showed_it() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (Evidence evidence : findings.evidence()) {
                expected.add(Arrays.asList(
                        findings.userId(),
                        findings.asOf().toString(),
                        evidence.persona(),
                        evidence.group(),
                        evidence.logOdds(),
                        evidence.because(),
                        evidence.signal().map(Signal::type).orElse(null),
                        evidence.signal().map(Signal::windowDays).orElse(null),
                        evidence.weight()));
            }
        }
        assertThat(rows("SELECT user_id, as_of, persona, evidence_group, log_odds, because, signal,"
                        + " signal_window_days, weight FROM evidence"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void personas_read_by_rank() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (PersonaAssignment assignment : findings.personas()) {
                expected.add(List.of(
                        findings.userId(),
                        findings.asOf().toString(),
                        assignment.persona(),
                        assignment.rank(),
                        assignment.confidence()));
            }
        }
        assertThat(rows("SELECT user_id, as_of, persona, rank, confidence FROM persona_assignments"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void recommendations_read_with_their_rationales_filled_in() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (Recommendation recommendation : findings.recommendations()) {
                expected.add(List.of(
                        new RecommendationId(findings.userId(), recommendation.code(), findings.asOf()).toString(),
                        findings.userId(),
                        findings.asOf().toString(),
                        Schema.publicName(recommendation.kind()),
                        recommendation.code(),
                        recommendation.persona(),
                        recommendation.priority(),
                        recommendation.title(),
                        recommendation.body(),
                        recommendation.rationale(),
                        recommendation.disclosure()));
            }
        }
        assertThat(rows("SELECT recommendation_id, user_id, as_of, kind, code, persona, priority, title, body,"
                        + " rationale, disclosure FROM recommendations"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void bindings_read_with_value_unit_and_origin() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (Findings findings : findings()) {
            for (Recommendation recommendation : findings.recommendations()) {
                for (Binding binding : recommendation.bindings()) {
                    expected.add(Arrays.asList(
                            findings.userId(),
                            recommendation.code(),
                            binding.name(),
                            binding.text(),
                            Double.isNaN(binding.value()) ? null : binding.value(),
                            binding.unit().map(unit -> unit.label()).orElse(null),
                            binding.origin()));
                }
            }
        }
        assertThat(rows("SELECT user_id, code, name, text, value, unit, origin FROM recommendation_bindings"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void one_users_findings_are_found_by_key() throws SQLException {
        for (String view :
                List.of("signals", "recommendations", "persona_assignments", "evidence", "persona_timeline")) {
            assertThat(rows("EXPLAIN QUERY PLAN SELECT * FROM " + view + " WHERE user_id = 'u1'").stream()
                            .map(row -> row.get(3).toString()))
                    .as(view)
                    .anyMatch(step -> step.contains("user_by_id (user_id=?)"))
                    .noneMatch(step -> step.startsWith("SCAN") && !step.contains("f") && !step.contains("CONSTANT"));
        }
    }

    @Test
    void equal_findings_have_equal_fingerprints_whatever_the_blocks() {
        Path other = folder.resolve("other.db");
        try (DatasetWriter writer = DatasetWriter.create(other, false, origin())) {
            writer.write(block(0, USERS));
            assertThat(writer.complete().findingsFingerprint()).isEqualTo(written.findingsFingerprint());
        }
        FingerprintTree tree = new FingerprintTree();
        histories()
                .forEach(
                        history -> tree.add(Fingerprint.of(history.customer().id(), RandomFindings.timeline(history))));
        assertThat(written.findingsFingerprint()).contains(tree.root());
    }

    @Test
    void the_fingerprint_sees_a_changed_confidence_and_overlooks_the_wording_of_rules() {
        Findings findings = findings().stream()
                .filter(some -> !some.personas().isEmpty())
                .findFirst()
                .orElseThrow();
        PersonaAssignment first = findings.personas().get(0);
        Findings other = with(findings, "f".repeat(64), findings.personas(), List.of());
        Findings surer = with(
                findings,
                findings.revision(),
                List.of(new PersonaAssignment(first.persona(), 1, first.confidence() + 1e-6)),
                List.of());
        Fingerprint fingerprint = Fingerprint.of(findings);
        assertThat(Fingerprint.of(other)).isEqualTo(fingerprint);
        assertThat(Fingerprint.of(surer)).isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of(findings.userId(), List.of())).isNotEqualTo(fingerprint);
    }

    @Test
    void findings_that_would_not_come_back_as_they_were_are_refused() {
        History consenting = histories()
                .filter(history -> history.customer().consent())
                .findFirst()
                .orElseThrow();
        History silent = histories()
                .filter(history -> !history.customer().consent())
                .findFirst()
                .orElseThrow();
        Findings findings = RandomFindings.of(consenting);
        refuse(silent, RandomFindings.of(silent), "does not consent");
        refuse(consenting, RandomFindings.of(silent), "they are about");
        refuse(
                consenting,
                with(
                        findings,
                        findings.revision(),
                        List.of(),
                        List.of(new Firing("signals", "A rule", "something", List.of("something")))),
                "traces are not stored");
    }

    @Test
    void findings_of_other_rules_than_those_of_the_run_are_refused() {
        assertThatThrownBy(() -> {
                    try (DatasetWriter writer = DatasetWriter.create(folder.resolve("x.db"), false, users.origin())) {
                        writer.write(block(0, 10));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(RandomFindings.RULES.revision());
    }

    @Test
    void an_identifier_of_a_recommendation_can_be_taken_apart() {
        RecommendationId id = new RecommendationId("u1", "pay-down_cards", LocalDate.of(2026, 7, 15));
        assertThat(RecommendationId.parse(id.toString())).contains(id);
        assertThat(Stream.of("", "u1", "u1-2026-07-15", "u1-code-2026-02-30", "-code-2026-07-15"))
                .allSatisfy(text -> assertThat(RecommendationId.parse(text)).isEmpty());
    }

    private void refuse(History history, Findings findings, String reason) {
        refuse(history, List.of(findings), reason);
    }

    private void refuse(History history, List<Findings> timeline, String reason) {
        UserBlock block = new UserBlock();
        int index = IntStream.range(0, USERS)
                .filter(i -> users.truth(i).userId().equals(history.customer().id()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> block.add(history, users.truth(index), timeline))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(history.customer().id())
                .hasMessageContaining(reason);
    }

    private static Findings with(
            Findings old, String revision, List<PersonaAssignment> personas, List<Firing> firings) {
        return new Findings(
                old.userId(),
                old.asOf(),
                revision,
                old.signals(),
                old.candidates(),
                old.evidence(),
                old.scores(),
                personas,
                old.recommendations(),
                old.blocked(),
                firings);
    }

    private RunOrigin origin() {
        return users.originWithRules();
    }

    private UserBlock block(int first, int count) {
        UserBlock block = new UserBlock();
        block.restart(first);
        for (int index = first; index < first + count; index++) {
            History history = users.history(index);
            block.add(history, users.truth(index), RandomFindings.timeline(history));
        }
        return block;
    }

    private Stream<History> histories() {
        return IntStream.range(0, USERS).mapToObj(users::history);
    }

    private List<Findings> findings() {
        return histories()
                .flatMap(history -> RandomFindings.ifConsenting(history).stream())
                .toList();
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        return StoredRows.of(file, sql);
    }
}
