package dev.spendsense.dataset.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.pages.TwoFiles.Filled;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of ours, held to what SQLite makes of the same rows. */
class BulkLoadTest {

    private static final String BY_ROWID =
            "CREATE TABLE by_rowid (i INTEGER, r REAL, number INTEGER PRIMARY KEY, t TEXT, b BLOB, x)";

    /** The key is in another order than the columns, and not before all others. */
    private static final String BY_KEY =
            "CREATE TABLE by_key (i INTEGER, r REAL, second INTEGER NOT NULL, t TEXT, b BLOB, x,"
                    + " first INTEGER NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID";

    /** Where integers begin to take more bytes, on both sides. */
    private static final List<Long> EDGES = edges();

    private static final List<Double> REALS = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            -123_456.75,
            1e6,
            140_737_488_355_327.0,
            140_737_488_355_328.0,
            -140_737_488_355_328.0,
            -140_737_488_355_329.0,
            9.007199254740993e15,
            9.3e18,
            -9.3e18,
            1e300,
            Double.MIN_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    @TempDir
    private Path folder;

    private static List<Long> edges() {
        List<Long> edges = new ArrayList<>(List.of(0L, 1L, 2L, -1L, -2L, Long.MAX_VALUE, Long.MIN_VALUE));
        for (int bits = 7; bits < 63; bits++) {
            long power = 1L << bits;
            edges.addAll(List.of(power - 1, power, -power, -power - 1));
        }
        return edges;
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1_024, 8_192, 65_536})
    void random_rows_are_stored_as_sqlite_stores_them(int pageSize) throws Exception {
        Random random = new Random(pageSize);
        for (int rows : List.of(0, 1, 2, 3, 17, 300, 3_000)) {
            same(pageSize, both(random, rows, pageSize / 4));
        }
    }

    @Test
    void any_number_of_rows_makes_a_sound_tree() throws Exception {
        Random random = new Random(7);
        for (int rows = 0; rows < 150; rows++) {
            same(512, both(random, rows, 60));
        }
    }

    @Test
    void small_rows_fill_many_levels() throws Exception {
        List<Object[]> byRowid = new ArrayList<>();
        List<Object[]> byKey = new ArrayList<>();
        for (long i = 0; i < 60_000; i++) {
            byRowid.add(new Object[] {i % 3, null, i * 7, null, null, null});
            byKey.add(new Object[] {i % 3, null, i % 10, null, null, null, i / 10});
        }
        List<Filled> tables = List.of(new Filled("by_rowid", BY_ROWID, byRowid), new Filled("by_key", BY_KEY, byKey));
        TwoFiles files = TwoFiles.write(folder, 512, tables);
        files.compare(tables);
        assertThat(files.ours().toFile().length())
                .isLessThan(files.theirs().toFile().length());
    }

    @Test
    void rows_of_the_least_size_leave_no_gaps() throws Exception {
        String rowids = "CREATE TABLE rowids (number INTEGER PRIMARY KEY)";
        String keys = "CREATE TABLE keys (number INTEGER NOT NULL PRIMARY KEY) WITHOUT ROWID";
        List<Object[]> rows = new ArrayList<>();
        for (long i = -2_000; i < 2_000; i++) {
            rows.add(new Object[] {i});
        }
        same(512, List.of(new Filled("rowids", rowids, rows), new Filled("keys", keys, rows)));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4_096, 65_536})
    void long_values_go_on_in_overflow_pages(int pageSize) throws Exception {
        List<Object[]> byRowid = new ArrayList<>();
        List<Object[]> byKey = new ArrayList<>();
        long number = 0;
        for (int length : lengths(pageSize)) {
            number++;
            byte[] blob = new byte[length];
            new Random(length).nextBytes(blob);
            String text = "é".repeat(length / 2);
            byRowid.add(new Object[] {null, null, 2 * number, text, null, 5L});
            byRowid.add(new Object[] {null, null, 2 * number + 1, null, blob, null});
            byKey.add(new Object[] {null, null, 1L, text, null, 5L, number});
            byKey.add(new Object[] {null, null, 2L, null, blob, null, number});
        }
        same(pageSize, List.of(new Filled("by_rowid", BY_ROWID, byRowid), new Filled("by_key", BY_KEY, byKey)));
    }

    /** Around every size at which a record begins to be kept otherwise. */
    private static SortedSet<Integer> lengths(int pageSize) {
        SortedSet<Integer> lengths = new TreeSet<>();
        List<Integer> centres = new ArrayList<>(List.of(20, 127, 128, 8_192, 16_383));
        for (int pages = 0; pages < 3; pages++) {
            int chain = pages * (pageSize - 4);
            centres.add(chain + pageSize - 35);
            centres.add(chain + (pageSize - 12) * 64 / 255 - 23);
            centres.add(chain + (pageSize - 12) * 32 / 255 - 23);
        }
        centres.forEach(centre -> {
            for (int length = Math.max(0, centre - 16); length < centre + 16; length++) {
                lengths.add(length);
            }
        });
        return lengths;
    }

    @Test
    void rowids_may_be_any_number() throws Exception {
        List<Object[]> rows = new ArrayList<>();
        new TreeSet<>(EDGES).forEach(rowid -> rows.add(new Object[] {rowid, null, rowid, null, null, null}));
        same(512, List.of(new Filled("by_rowid", BY_ROWID, rows)));
    }

    @Test
    void headers_of_records_may_be_long() throws Exception {
        for (int columns : List.of(125, 126, 127, 128, 129, 300)) {
            StringBuilder create = new StringBuilder("CREATE TABLE wide (number INTEGER PRIMARY KEY");
            Object[] row = new Object[columns];
            row[0] = 1L;
            for (int i = 1; i < columns; i++) {
                create.append(", c").append(i).append(" INTEGER");
                row[i] = (long) i;
            }
            same(8_192, List.of(new Filled("wide", create.append(")").toString(), List.<Object[]>of(row))));
        }
    }

    @Test
    void sqlite_goes_on_with_the_tables() throws Exception {
        List<Filled> tables = both(new Random(3), 2_000, 200);
        TwoFiles files = TwoFiles.write(folder, 512, tables);
        for (Path file : List.of(files.ours(), files.theirs())) {
            try (Connection connection = TwoFiles.open(file);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("CREATE INDEX by_text ON by_rowid (t)");
                statement.executeUpdate("DELETE FROM by_rowid WHERE i % 3 = 0");
                statement.executeUpdate("DELETE FROM by_key WHERE first % 3 = 0");
                statement.executeUpdate("UPDATE by_key SET t = t || t, b = NULL");
                statement.executeUpdate("INSERT INTO by_key (first, second) VALUES (-5, 0), (700, 1)");
            }
        }
        files.compareRows(tables);
    }

    @Test
    void the_header_counts_all_pages_and_says_that_the_count_is_valid() throws Exception {
        TwoFiles files = TwoFiles.write(folder, 512, both(new Random(2), 500, 100));
        try (RandomAccessFile bytes = new RandomAccessFile(files.ours().toFile(), "r")) {
            bytes.seek(24);
            int change = bytes.readInt();
            assertThat(bytes.readInt() * 512L).isEqualTo(bytes.length());
            bytes.seek(92);
            assertThat(bytes.readInt()).isEqualTo(change);
        }
    }

    /** Most of the file is a hole, which takes no room on the disk. */
    @Test
    void the_page_that_some_systems_lock_is_left_out() throws Exception {
        int pageSize = 65_536;
        int locked = (1 << 30) / pageSize + 1;
        List<Filled> tables = both(new Random(4), 4_000, 100);
        Path file = folder.resolve("large.db");
        List<TableLayout> layouts = TwoFiles.create(file, pageSize, tables);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength((locked - 3L) * pageSize);
            bytes.seek(28);
            bytes.writeInt(locked - 3);
        }
        TwoFiles.load(file, layouts, tables);
        try (Connection connection = TwoFiles.open(file)) {
            assertThat(TwoFiles.rows(connection, "PRAGMA page_count").get(0))
                    .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(locked + 2));
            assertThat(TwoFiles.rows(connection, "PRAGMA integrity_check(1000000)"))
                    .isNotEmpty()
                    .allMatch(fault -> fault.endsWith("never used") || fault.contains("Page 4: never used"));
            assertThat(TwoFiles.rows(connection, "SELECT count(*), sum(length(t)) > 0 FROM by_key"))
                    .containsExactly("4000|1");
            assertThat(TwoFiles.rows(connection, "SELECT count(*) FROM dbstat WHERE pageno = " + locked))
                    .containsExactly("0");
        }
    }

    @Test
    void rows_that_sqlite_would_refuse_or_convert_are_refused() throws Exception {
        Path file = folder.resolve("refused.db");
        Filled byRowid = new Filled(
                "t",
                "CREATE TABLE t (number INTEGER PRIMARY KEY, i INTEGER NOT NULL, r REAL NOT NULL, s TEXT)",
                List.of());
        Filled byKey = new Filled("by_key", BY_KEY, List.of());
        List<TableLayout> layouts = TwoFiles.create(file, 512, List.of(byRowid, byKey));
        try (BulkLoad load = BulkLoad.into(file, layouts)) {
            TableRows rows = load.rows("t");
            assertThatThrownBy(rows::nothing)
                    .hasMessageContaining("the table t takes not nothing in the column number");
            assertThatThrownBy(() -> rows.text("1")).hasMessageContaining("number");
            rows.integer(1);
            assertThatThrownBy(rows::nothing).hasMessageContaining("the column i");
            assertThatThrownBy(() -> rows.real(1)).hasMessageContaining("a real number in the column i");
            rows.integer(1);
            assertThatThrownBy(() -> rows.real(Double.NaN)).hasMessageContaining("nothing in the column r");
            assertThatThrownBy(() -> rows.integer(1)).hasMessageContaining("an integer in the column r");
            rows.real(1);
            assertThatThrownBy(() -> rows.integer(1)).hasMessageContaining("an integer in the column s");
            assertThatThrownBy(rows::endRow).hasMessageContaining("ends before the column s");
            rows.text("");
            assertThatThrownBy(() -> rows.text("")).hasMessageContaining("a row of 4 values already");
            rows.endRow();
            rows.integer(1);
            rows.integer(1);
            rows.real(1);
            rows.nothing();
            assertThatThrownBy(rows::endRow).hasMessageContaining("not in the order of different keys");

            key(load.rows("by_key"), 2, 5);
            key(load.rows("by_key"), 3, 4);
            assertThatThrownBy(() -> key(load.rows("by_key"), 3, 4)).hasMessageContaining("different keys");
        }
    }

    private static void key(TableRows rows, long first, long second) throws IOException {
        rows.integer(first);
        rows.integer(second);
        for (int i = 0; i < 5; i++) {
            rows.nothing();
        }
        rows.endRow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (n INTEGER PRIMARY KEY, i INTEGER CHECK (i > 0))",
                "CREATE TABLE t (n INTEGER PRIMARY KEY, i INTEGER UNIQUE)",
                "CREATE TABLE t (n INTEGER PRIMARY KEY, i INTEGER REFERENCES t)",
                "CREATE TABLE t (n INTEGER PRIMARY KEY, i INTEGER AS (n + 1))",
                "CREATE TABLE t (n INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT",
                "CREATE TABLE t (n INTEGER PRIMARY KEY, i DECIMAL)",
                "CREATE TABLE t (n INTEGER)",
                "CREATE TABLE t (n TEXT PRIMARY KEY)",
                "CREATE TABLE t (n TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE t (n INTEGER NOT NULL, PRIMARY KEY (n DESC)) WITHOUT ROWID",
                "CREATE TABLE t (n INTEGER PRIMARY KEY); CREATE INDEX i ON t (n)",
                "CREATE TABLE t (n INTEGER PRIMARY KEY); CREATE TRIGGER i AFTER INSERT ON t BEGIN DELETE FROM t; END",
            })
    void tables_that_only_sqlite_can_fill_are_refused(String create) {
        Path file = folder.resolve("unknown.db");
        assertThatThrownBy(() -> TwoFiles.create(file, 512, List.of(new Filled("t", create, List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pages of the table t cannot be written");
    }

    @Test
    void tables_with_rows_in_them_are_refused() throws Exception {
        List<Filled> tables = both(new Random(1), 5, 10);
        TwoFiles files = TwoFiles.write(folder, 512, tables);
        try (Connection connection = TwoFiles.open(files.theirs())) {
            List<TableLayout> layouts = List.of(TableLayout.of(connection, "by_key"));
            assertThatThrownBy(() -> TwoFiles.load(files.theirs(), layouts, List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a table is not empty");
        }
    }

    @Test
    void files_of_another_kind_are_refused() throws Exception {
        Path file = folder.resolve("mapped.db");
        try (Connection connection = TwoFiles.open(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA auto_vacuum = FULL");
            statement.executeUpdate(BY_KEY);
        }
        assertThatThrownBy(() -> BulkLoad.into(file, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it keeps a map of pointers");
    }

    private void same(int pageSize, List<Filled> tables) throws SQLException, IOException {
        TwoFiles.write(folder, pageSize, tables).compare(tables);
    }

    private static List<Filled> both(Random random, int count, int longest) {
        List<Object[]> byRowid = new ArrayList<>();
        List<Object[]> byKey = new ArrayList<>();
        long rowid = random.nextInt(3) - 1;
        long first = -2;
        long second = 0;
        for (int row = 0; row < count; row++) {
            rowid += 1 + random.nextInt(3);
            boolean next = random.nextInt(5) == 0;
            first += next ? 1 : 0;
            second = next ? random.nextInt(300) - 150 : second + 1 + random.nextInt(100);
            Object[] values = values(random, longest);
            byRowid.add(new Object[] {values[0], values[1], rowid, values[2], values[3], values[4]});
            byKey.add(new Object[] {values[0], values[1], second, values[2], values[3], values[4], first});
        }
        return List.of(new Filled("by_rowid", BY_ROWID, byRowid), new Filled("by_key", BY_KEY, byKey));
    }

    private static Object[] values(Random random, int longest) {
        Object[] values = {integer(random), real(random), text(random, longest), blob(random, longest), null};
        values[4] = values[random.nextInt(5)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(6) == 0 ? null : values[i];
        }
        return values;
    }

    private static Long integer(Random random) {
        return random.nextBoolean() ? EDGES.get(random.nextInt(EDGES.size())) : random.nextLong() >> random.nextInt(64);
    }

    private static Double real(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> REALS.get(random.nextInt(REALS.size()));
            case 1 -> (double) integer(random);
            default -> random.nextGaussian() * 1000;
        };
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? random.nextInt(longest) : random.nextInt(12);
        while (text.length() < length) {
            text.appendCodePoint(new int[] {'a', 'ß', '€', 0x1F600, '\'', '0'}[random.nextInt(6)]);
        }
        return text.toString();
    }

    private static byte[] blob(Random random, int longest) {
        byte[] bytes = new byte[random.nextInt(10) == 0 ? random.nextInt(longest) : random.nextInt(12)];
        random.nextBytes(bytes);
        return bytes;
    }
}
