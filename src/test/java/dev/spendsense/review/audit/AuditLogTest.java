package dev.spendsense.review.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.review.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditLogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TRIGGERS = List.of(
            "audit_grows_at_its_end",
            "audit_is_never_changed",
            "audit_is_never_shortened",
            "detail_goes_with_its_entry",
            "detail_is_never_changed",
            "detail_is_only_erased");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("bank.ops.db");
        try (AuditLog log = AuditLog.open(file, NOON)) {
            for (int i = 1; i <= 6; i++) {
                append(log, "u" + i % 3, "target" + i);
            }
        }
    }

    @Test
    void entries_come_back_as_they_were_added() {
        try (AuditLog log = AuditLog.open(file, NOON)) {
            List<Entry> all = new ArrayList<>();
            log.since(0, all::add);
            assertThat(all).hasSize(6).extracting(Entry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(all.get(3).detail()).contains(detail("target4"));
            assertThat(all.get(3).at()).isEqualTo(NOON.instant());
            assertThat(log.head()).isEqualTo(new Head(6, all.get(5).hash()));
            assertThat(Head.parse(log.head().toString())).contains(log.head());
            assertThat(log.verify(Optional.of(log.head())).holds()).isTrue();
        }
    }

    @Test
    void the_database_itself_refuses_to_change_or_shorten_the_log() throws SQLException {
        refused("UPDATE audit SET actor = 'eve' WHERE sequence = 3");
        refused("DELETE FROM audit WHERE sequence = 6");
        refused("INSERT OR REPLACE INTO audit SELECT sequence, at, 'eve', role, action, subject, detail_hash, previous,"
                + " hash FROM audit WHERE sequence = 3");
        refused("UPDATE detail SET note = 'x' WHERE sequence = 3");
        refused("DELETE FROM detail WHERE sequence = 3");
        refused(
                "INSERT OR REPLACE INTO detail SELECT sequence, salt, target, 'x', after, reason, severity, title, body,"
                        + " note, undoes FROM detail WHERE sequence = 6");
        try (AuditLog log = AuditLog.open(file, NOON)) {
            assertThat(log.verify(Optional.empty()).holds()).isTrue();
        }
    }

    @Test
    void a_change_to_any_byte_of_any_entry_is_found() throws Exception {
        int changed = 0;
        for (String table : List.of("audit", "detail")) {
            for (String column : columns(table)) {
                for (int sequence : List.of(1, 6)) {
                    changed += changeEveryByte(table, column, sequence);
                }
            }
        }
        assertThat(changed).isGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void an_entry_that_is_taken_out_is_found(int sequence) throws SQLException {
        Head head = head();
        tamper("DELETE FROM detail WHERE sequence = " + sequence, "DELETE FROM audit WHERE sequence = " + sequence);
        assertThat(fault(Optional.of(head)).sequence()).isEqualTo(sequence);
    }

    @Test
    void a_log_that_is_cut_off_is_found_by_whoever_noted_its_head() throws SQLException {
        Head head = head();
        tamper("DELETE FROM detail WHERE sequence > 4", "DELETE FROM audit WHERE sequence > 4");
        try (AuditLog log = AuditLog.open(file, NOON)) {
            assertThat(log.verify(Optional.empty()).holds())
                    .as("a chain alone cannot know")
                    .isTrue();
            assertThat(log.verify(Optional.of(head)).fault())
                    .contains(new Verification.Fault(5, "the log was cut off: it once had 6 entries"));
            append(log, "u1", "new");
            append(log, "u1", "newer");
            assertThat(log.verify(Optional.of(head)).fault().orElseThrow().sequence())
                    .isEqualTo(6);
        }
    }

    @Test
    void details_that_are_missing_are_found_unless_they_were_erased() throws SQLException {
        try (AuditLog log = AuditLog.open(file, NOON)) {
            log.append(() -> List.of(new NewEntry(Town.ANN, Action.ERASED, "u1", detail("u1"))));
            assertThat(log.verify(Optional.empty()).holds()).isTrue();
            List<Entry> all = new ArrayList<>();
            log.since(0, all::add);
            assertThat(all)
                    .filteredOn(entry -> entry.detail().isEmpty())
                    .extracting(Entry::sequence)
                    .containsExactly(1L, 4L);
        }
        tamper("DELETE FROM detail WHERE sequence = 5");
        assertThat(fault(Optional.empty()).sequence()).isEqualTo(5);
    }

    @Test
    void a_file_whose_bytes_are_spoilt_anywhere_is_never_taken_for_whole() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        int hit = 0;
        for (int at = 0; at < whole.length; at += 37) {
            byte[] spoilt = whole.clone();
            spoilt[at] ^= 0x41;
            Path copy = folder.resolve("spoilt.ops.db");
            Files.write(copy, spoilt);
            hit += isSameOrFound(copy) ? 0 : 1;
            Files.deleteIfExists(folder.resolve("spoilt.ops.db-wal"));
            Files.deleteIfExists(folder.resolve("spoilt.ops.db-shm"));
        }
        assertThat(hit).isZero();
    }

    @Test
    void pages_go_backwards_without_gap_and_filters_cut_out_what_is_asked_for() {
        try (AuditLog log = AuditLog.open(file, new Town.Ticking())) {
            log.append(() -> List.of(new NewEntry(Town.BEN, Action.FLAGGED, "u1", detail("special"))));
            List<Long> seen = new ArrayList<>();
            long before = Long.MAX_VALUE;
            List<Entry> page;
            do {
                page = log.page(EntryFilter.ALL, before, 3);
                page.forEach(entry -> seen.add(entry.sequence()));
                before = page.isEmpty() ? before : page.get(page.size() - 1).sequence();
            } while (!page.isEmpty());
            assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(found(log, Optional.of("ben"), Optional.empty(), Optional.empty(), Optional.empty()))
                    .containsExactly(7L);
            assertThat(found(log, Optional.empty(), Optional.of(Action.FLAGGED), Optional.empty(), Optional.empty()))
                    .containsExactly(7L);
            assertThat(found(log, Optional.empty(), Optional.empty(), Optional.of("u1"), Optional.empty()))
                    .containsExactly(7L, 4L, 1L);
            assertThat(found(log, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("target5")))
                    .containsExactly(5L);
            EntryFilter byNoon = new EntryFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(NOON.instant()),
                    Optional.of(NOON.instant().plusMillis(1)));
            assertThat(log.page(byNoon, Long.MAX_VALUE, 100)).hasSize(6);
        }
    }

    @Test
    void exports_hold_every_entry_as_other_programs_read_them() throws IOException {
        StringBuilder json = new StringBuilder();
        StringBuilder csv = new StringBuilder();
        try (AuditLog log = AuditLog.open(file, NOON)) {
            log.since(0, EntryWriter.jsonLines(json));
            log.since(0, EntryWriter.csv(csv));
            List<JsonNode> lines =
                    json.toString().lines().map(JsonMapper.shared()::readTree).toList();
            assertThat(lines).hasSize(6);
            assertThat(lines.get(2).get("note").asString()).isEqualTo("A note\nof two lines");
            assertThat(lines.get(5).get("hash").asString()).isEqualTo(log.head().hash());
        }
        try (CSVParser parser = CSVParser.parse(
                csv.toString(), CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(6);
            assertThat(rows.get(2).get("note")).isEqualTo("A note\nof two lines");
            assertThat(rows.get(2).get("at")).isEqualTo("2026-11-02T12:00:00Z");
        }
    }

    @Test
    void files_of_others_and_of_later_programs_are_refused_and_left_alone() throws SQLException {
        Path other = folder.resolve("other.ops.db");
        execute(other, "CREATE TABLE something (x)");
        assertThatThrownBy(() -> AuditLog.open(other, NOON))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("keeps no decisions of ours");
        execute(file, "PRAGMA user_version = 2");
        assertThatThrownBy(() -> AuditLog.open(file, NOON))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("schema version 2, this program reads up to 1: a newer program is needed");
    }

    private static List<Long> found(
            AuditLog log,
            Optional<String> actor,
            Optional<Action> action,
            Optional<String> subject,
            Optional<String> target) {
        EntryFilter filter = new EntryFilter(actor, action, subject, target, Optional.empty(), Optional.empty());
        return log.page(filter, Long.MAX_VALUE, 100).stream()
                .map(Entry::sequence)
                .toList();
    }

    /** True when the spoilt file cannot be read, is found broken, or says the same as the whole one. */
    private boolean isSameOrFound(Path copy) {
        try (AuditLog log = AuditLog.open(copy, NOON);
                AuditLog whole = AuditLog.open(file, NOON)) {
            if (!log.verify(Optional.of(whole.head())).holds()) {
                return true;
            }
            List<Entry> read = new ArrayList<>();
            List<Entry> expected = new ArrayList<>();
            log.since(0, read::add);
            whole.since(0, expected::add);
            return read.equals(expected);
        } catch (OperationsException e) {
            return true;
        }
    }

    private int changeEveryByte(String table, String column, int sequence) throws Exception {
        Path copy = folder.resolve("copy.ops.db");
        tamperedCopy(copy, statement -> {});
        Object value = value(copy, "SELECT " + column + " FROM " + table + " WHERE sequence = " + sequence);
        List<Object> others = others(value);
        for (Object other : others) {
            String where = " WHERE sequence = " + sequence;
            tamperedCopy(copy, connection -> {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE " + table + " SET " + column + " = ?" + where)) {
                    update.setObject(1, other);
                    update.executeUpdate();
                }
            });
            try (AuditLog log = AuditLog.open(copy, NOON)) {
                assertThat(log.verify(Optional.empty()).holds())
                        .as("%s.%s of entry %d set to %s", table, column, sequence, other)
                        .isFalse();
            }
        }
        return others.size();
    }

    /** The value with each of its bytes changed, one at a time. */
    private static List<Object> others(Object value) {
        if (value instanceof Number number) {
            return List.of(number.longValue() + 1_000, number.longValue() - 1_000);
        }
        if (value instanceof String text) {
            List<Object> texts = new ArrayList<>(List.of(text + "#"));
            for (int at = 0; at < text.length(); at++) {
                texts.add(text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1));
            }
            return texts;
        }
        List<Object> blobs = new ArrayList<>();
        for (int at = 0; at < ((byte[]) value).length; at++) {
            byte[] blob = ((byte[]) value).clone();
            blob[at] ^= 1;
            blobs.add(blob);
        }
        return blobs;
    }

    private interface Tampering {
        void on(Connection connection) throws SQLException;
    }

    /** Without the waits for the disk that would make thousands of copies slow. */
    private void tamperedCopy(Path copy, Tampering tampering) throws Exception {
        Files.deleteIfExists(folder.resolve("copy.ops.db-wal"));
        Files.deleteIfExists(folder.resolve("copy.ops.db-shm"));
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            for (String trigger : TRIGGERS) {
                statement.execute("DROP TRIGGER " + trigger);
            }
            tampering.on(connection);
        }
    }

    private static List<String> columns(String table) {
        return table.equals("audit")
                ? List.of("sequence", "at", "actor", "role", "action", "subject", "detail_hash", "previous", "hash")
                : List.of(
                        "sequence",
                        "salt",
                        "target",
                        "before",
                        "after",
                        "reason",
                        "severity",
                        "title",
                        "body",
                        "note",
                        "undoes");
    }

    private static void append(AuditLog log, String subject, String target) {
        log.append(() -> List.of(new NewEntry(Town.ANN, Action.APPROVED, subject, detail(target))));
    }

    private static Detail detail(String target) {
        return new Detail(target, "pending", "approved", "tone", "high", "Tïtle", "Body", "A note\nof two lines", 0);
    }

    private Head head() {
        try (AuditLog log = AuditLog.open(file, NOON)) {
            return log.head();
        }
    }

    private Verification.Fault fault(Optional<Head> pinned) {
        try (AuditLog log = AuditLog.open(file, NOON)) {
            return log.verify(pinned).fault().orElseThrow();
        }
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> execute(file, sql)).isInstanceOf(SQLException.class);
    }

    private void tamper(String... statements) throws SQLException {
        tamper(file, statements);
    }

    /** As somebody does who has the file and knows SQL. */
    private static void tamper(Path target, String... statements) throws SQLException {
        List<String> all = new ArrayList<>(List.of("PRAGMA foreign_keys = OFF"));
        TRIGGERS.forEach(trigger -> all.add("DROP TRIGGER IF EXISTS " + trigger));
        all.addAll(List.of(statements));
        execute(target, all.toArray(String[]::new));
    }

    private static void execute(Path target, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Object value(Path target, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getObject(1);
        }
    }
}
