package dev.spendsense.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.PublicTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another engine reads in the Parquet files is what the views of the dataset show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadByDuckDbTest {

    private static final int USERS = 200;

    /** What views have because SQLite has no dates and no decimals. */
    private static final String REPEATED = ".*_cents|day|.*_day";

    private Connection duck;
    private Connection sqlite;
    private Path folder;

    @BeforeAll
    void export(@TempDir Path temporary) throws SQLException {
        Path file = temporary.resolve("some.db");
        folder = temporary.resolve("parquet");
        new RandomDataset(12).write(file, USERS);
        try (Dataset dataset = Dataset.open(file)) {
            FolderExport.write(dataset, new FolderTarget(folder, Format.PARQUET, 1_000, Existing.REFUSE));
        }
        duck = DriverManager.getConnection("jdbc:duckdb:");
        sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterAll
    void close() throws SQLException {
        duck.close();
        sqlite.close();
    }

    static List<PublicTable<?>> tables() {
        return PublicTable.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columns_have_the_types_that_are_declared(PublicTable<?> table) throws SQLException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            expected.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT -> "VARCHAR";
                        case FLAG -> "BOOLEAN";
                        case COUNT -> "INTEGER";
                        case REAL -> "DOUBLE";
                        case MONEY -> "DECIMAL(12,2)";
                        case PERCENTAGE -> "DECIMAL(5,2)";
                        case DATE -> "DATE";
                    });
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (List<Object> row : rows(duck, "DESCRIBE SELECT * FROM " + files(table))) {
            found.put(row.get(0).toString(), row.get(1).toString());
        }
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_value_is_that_of_the_view(PublicTable<?> table) throws SQLException {
        Set<String> shown = columns(sqlite, table.name());
        List<? extends Column<?>> common = table.columns().stream()
                .filter(column -> shown.contains(column.name()))
                .toList();
        String names =
                common.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
        boolean latest =
                table.columns().stream().anyMatch(column -> column.name().equals("as_of"))
                        && !table.name().equals("looks");
        String only = latest
                ? " AS t WHERE as_of = (SELECT max(as_of) FROM '" + folder
                        + "/looks/*.parquet' AS l WHERE l.user_id = t.user_id)"
                : "";
        List<String> found = rows(duck, "SELECT " + names + " FROM " + files(table) + only).stream()
                .map(row -> normal(row, common))
                .sorted()
                .toList();
        List<String> expected = rows(sqlite, "SELECT " + names + " FROM " + table.name()).stream()
                .map(row -> normal(row, common))
                .sorted()
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(found).isEqualTo(expected);
        Set<String> lacking = new TreeSet<>(shown);
        common.forEach(column -> lacking.remove(column.name()));
        assertThat(lacking).allMatch(name -> name.matches(REPEATED));
    }

    @Test
    void money_adds_up_without_rounding() throws SQLException {
        List<Object> exact = rows(
                        duck, "SELECT CAST(sum(amount) * 100 AS BIGINT) FROM '" + folder + "/transactions/*.parquet'")
                .get(0);
        List<Object> cents =
                rows(sqlite, "SELECT sum(amount_cents) FROM transactions").get(0);
        assertThat(((Number) exact.get(0)).longValue()).isEqualTo(((Number) cents.get(0)).longValue());
    }

    private static String normal(List<Object> row, List<? extends Column<?>> columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append('|').append(normal(row.get(i), columns.get(i)));
        }
        return text.toString();
    }

    private static Object normal(Object value, Column<?> column) {
        if (value == null) {
            return "nothing";
        }
        return switch (column.type()) {
            case MONEY, PERCENTAGE -> new BigDecimal(value.toString()).setScale(2, RoundingMode.HALF_EVEN);
            case FLAG -> value instanceof Number number ? number.intValue() == 1 : value;
            case REAL -> ((Number) value).doubleValue();
            default -> value.toString();
        };
    }

    private static Set<String> columns(Connection connection, String view) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + view + " LIMIT 0")) {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    private String files(PublicTable<?> table) {
        return "'" + folder + "/" + table.name() + "/*.parquet'";
    }

    private static List<List<Object>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
