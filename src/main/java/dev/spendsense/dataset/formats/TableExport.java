package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Predicate;

/** One public table of a dataset, written to whoever waits for it, user by user. */
public final class TableExport {

    private TableExport() {}

    /**
     * Writes a table. What is in memory is one user.
     *
     * @param disclosed whether what was found about the user with this identifier may be told
     * @throws IOException when nobody waits any more
     * @throws IllegalArgumentException when the format has no text
     */
    public static void write(
            Dataset dataset, PublicTable<?> table, Format format, Predicate<String> disclosed, Writer writer)
            throws IOException {
        try (TableFile lines = lines(table, format, writer)) {
            List<String> users = dataset.userIds();
            for (int position = 0; position < users.size(); position++) {
                String user = users.get(position);
                lines.write(UserRows.of(StoredUser.of(
                        position,
                        dataset.history(user),
                        dataset.groundTruth(user),
                        disclosed.test(user) ? dataset.timeline(user) : List.of())));
            }
        }
    }

    private static TableFile lines(PublicTable<?> table, Format format, Writer writer) throws IOException {
        return switch (format) {
            case CSV -> CsvTableFile.to(table, writer);
            case JSONL -> JsonLinesFile.to(table, writer);
            case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
        };
    }
}
