package dev.spendsense.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import dev.spendsense.run.NotContinued;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The rows of a population that is gone on with. The new tables must hold them, and no others of its users and days. */
final class OldRows {

    private final SparkSession spark;
    private final String folder;
    private final LocalDate end;

    /**
     * The rows of a folder of tables.
     *
     * @param folder a complete one
     * @param end the last day of its histories
     */
    OldRows(SparkSession spark, String folder, LocalDate end) {
        this.spark = spark;
        this.folder = folder;
        this.end = end;
    }

    /**
     * Compares every old row with what a new folder holds of the old users up to the last of the old days: who they are,
     * their accounts, and all that happened. What was planted is compared as far as it could be seen by then.
     *
     * @throws NotContinued naming a table that differs, and by how many rows
     */
    void requireIn(String newFolder) {
        Dataset<Row> users = table(folder, "users").select("user_id");
        users.cache();
        try {
            for (String name : new String[] {"users", "accounts"}) {
                compare(name, table(folder, name), table(newFolder, name), users);
            }
            for (String name : new String[] {"transactions", "declined_purchases"}) {
                compare(name, table(folder, name), upTo("date", table(newFolder, name)), users);
            }
            compare(
                    "statements",
                    table(folder, "statements"),
                    upTo("closing_date", table(newFolder, "statements")),
                    users);
            for (String name : new String[] {"ground_truth", "life_events"}) {
                Dataset<Row> begun = upTo("from_date", table(newFolder, name));
                compare(name, table(folder, name), begun.withColumn("to_date", least(col("to_date"), lit(end))), users);
            }
        } finally {
            users.unpersist();
        }
    }

    private Dataset<Row> table(String of, String name) {
        return spark.read().parquet(of + "/" + name);
    }

    private Dataset<Row> upTo(String date, Dataset<Row> rows) {
        return rows.where(col(date).leq(lit(end)));
    }

    private void compare(String name, Dataset<Row> before, Dataset<Row> now, Dataset<Row> users) {
        Column[] columns = Arrays.stream(before.columns())
                .filter(column -> !changes(name, column))
                .map(functions::col)
                .toArray(Column[]::new);
        Dataset<Row> was = before.select(columns);
        Dataset<Row> is = now.join(users, "user_id").select(columns);
        long missing = was.exceptAll(is).count();
        long added = is.exceptAll(was).count();
        if (missing > 0 || added > 0) {
            throw new NotContinued(String.format(
                    Locale.ROOT,
                    "%,d rows of %s in %s up to %s would be missing or others, and %,d be there instead",
                    missing,
                    name,
                    folder,
                    end,
                    added));
        }
    }

    /** What tells of the end of a history, or of the place among more users. */
    private static boolean changes(String table, String column) {
        return switch (table) {
            case "users" ->
                column.equals("user_number")
                        || column.equals("to_date")
                        || column.equals("fingerprint")
                        || column.equals("findings_fingerprint");
            case "accounts" -> column.equals("balance");
            default -> false;
        };
    }
}
