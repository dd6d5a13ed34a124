package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of several looks, which are kept by the time for which they held. */
class TimelineRoundTripTest {

    private static final int USERS = 120;

    @TempDir
    private Path folder;

    private Path file;
    private final RandomUsers users = new RandomUsers(12);

    @BeforeEach
    void writeDataset() {
        file = folder.resolve("timelines.db");
        RunOrigin origin = users.originWithRules();
        UserBlock block = new UserBlock();
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin)) {
            for (int first = 0; first < USERS; first += 40) {
                block.restart(first);
                for (int index = first; index < first + 40; index++) {
                    History history = users.history(index);
                    block.add(history, users.truth(index), RandomFindings.timeline(history));
                }
                writer.write(block);
            }
            writer.complete();
            writer.publish();
        }
    }

    @Test
    void the_findings_of_every_look_come_back_exactly_as_they_were_written() {
        try (Dataset dataset = Dataset.open(file)) {
            TreeSet<LocalDate> looks = new TreeSet<>();
            for (History history : histories().toList()) {
                String userId = history.customer().id();
                List<Findings> timeline = RandomFindings.timeline(history);
                assertThat(dataset.timeline(userId)).isEqualTo(timeline);
                for (Findings findings : timeline) {
                    assertThat(dataset.findings(userId, findings.asOf())).contains(findings);
                    looks.add(findings.asOf());
                }
                assertThat(dataset.findings(userId, history.asOf().plusDays(1))).isEmpty();
            }
            assertThat(dataset.looks()).containsExactlyElementsOf(looks).hasSizeGreaterThan(8);
        }
    }

    @Test
    void every_look_is_listed_with_its_own_fingerprint() throws SQLException {
        List<List<Object>> expected = timelines()
                .flatMap(List::stream)
                .map(findings -> List.<Object>of(
                        findings.userId(),
                        findings.asOf().toString(),
                        Fingerprint.of(findings).toString()))
                .toList();
        assertThat(rows("SELECT user_id, as_of, fingerprint FROM looks")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void what_stays_as_it_is_from_look_to_look_is_kept_once() throws SQLException {
        int written = timelines()
                .flatMap(List::stream)
                .mapToInt(findings -> findings.blocked().size())
                .sum();
        List<List<Object>> kept =
                timelines().flatMap(TimelineRoundTripTest::held).toList();
        assertThat(rows("SELECT user_id, code, from_date, to_date FROM blocked_timeline"))
                .containsExactlyInAnyOrderElementsOf(kept)
                .hasSizeLessThan(written * 2 / 3);
    }

    /** What was held back, each with the first and the last of the looks in a row that say so at the same place. */
    private static Stream<List<Object>> held(List<Findings> timeline) {
        List<List<Object>> held = new ArrayList<>();
        for (int look = 0; look < timeline.size(); look++) {
            Findings findings = timeline.get(look);
            for (int i = 0; i < findings.blocked().size(); i++) {
                Blocked blocked = findings.blocked().get(i);
                if (look == 0 || !has(timeline.get(look - 1), i, blocked)) {
                    int last = look;
                    while (last + 1 < timeline.size() && has(timeline.get(last + 1), i, blocked)) {
                        last++;
                    }
                    held.add(List.of(
                            findings.userId(),
                            blocked.code(),
                            findings.asOf().toString(),
                            timeline.get(last).asOf().toString()));
                }
            }
        }
        return held.stream();
    }

    private static boolean has(Findings findings, int number, Blocked blocked) {
        return findings.blocked().size() > number
                && findings.blocked().get(number).equals(blocked);
    }

    @Test
    void personas_read_by_stretches_of_looks() throws SQLException {
        List<List<Object>> expected = timelines()
                .flatMap(timeline -> PersonaStretch.of(timeline).stream()
                        .map(stretch -> List.<Object>of(
                                timeline.get(0).userId(),
                                stretch.persona(),
                                stretch.rank(),
                                stretch.from().toString(),
                                stretch.to().toString(),
                                stretch.looks(),
                                stretch.lowestConfidence(),
                                stretch.highestConfidence())))
                .toList();
        String columns =
                "SELECT user_id, persona, rank, from_date, to_date, looks, lowest_confidence, highest_confidence";
        assertThat(rows(columns + " FROM persona_timeline")).containsExactlyInAnyOrderElementsOf(expected);
        String someone = expected.get(0).get(0).toString();
        assertThat(rows(columns + " FROM persona_timeline WHERE user_id = '" + someone + "'"))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .filter(row -> row.get(0).equals(someone))
                        .toList());
    }

    private Stream<History> histories() {
        return IntStream.range(0, USERS).mapToObj(users::history);
    }

    private Stream<List<Findings>> timelines() {
        return histories().map(RandomFindings::timeline);
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        return StoredRows.of(file, sql);
    }
}
