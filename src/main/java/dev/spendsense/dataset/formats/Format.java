package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.TableRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.parquet.io.LocalOutputFile;

/** The kinds of files that hold public tables. */
public enum Format {
    /** Apache Parquet, compressed by Zstandard; a folder for each table, with a file for each range of users. */
    PARQUET(true) {
        @Override
        TableFile create(PublicTable<?> table, Path file) throws IOException {
            return TableFile.parquet(table, new LocalOutputFile(file));
        }

        @Override
        Reading read(PublicTable<?> table, Path file) throws IOException {
            return ParquetReading.open(table, file);
        }
    },
    /** RFC 4180, with a header; UTF-8. An empty field is no value or an empty text. */
    CSV(false) {
        @Override
        TableFile create(PublicTable<?> table, Path file) throws IOException {
            return CsvTableFile.create(table, file);
        }

        @Override
        Reading read(PublicTable<?> table, Path file) {
            throw new UnsupportedOperationException("CSV does not tell an empty text from none");
        }
    },
    /** A JSON object a line; UTF-8. */
    JSONL(false) {
        @Override
        TableFile create(PublicTable<?> table, Path file) throws IOException {
            return JsonLinesFile.create(table, file);
        }

        @Override
        Reading read(PublicTable<?> table, Path file) throws IOException {
            return JsonLinesReading.open(table, file);
        }
    };

    private final boolean partitioned;

    Format(boolean partitioned) {
        this.partitioned = partitioned;
    }

    /** Whether a table is a folder of files, each with some of the users, instead of one file. */
    public boolean partitioned() {
        return partitioned;
    }

    /**
     * Where the rows of a range of users are, relative to the folder, with slashes.
     *
     * @param firstUser position of the first user, from 0
     */
    public String path(PublicTable<?> table, int firstUser, int users) {
        String ending = "." + label();
        return partitioned ? table.name() + "/" + FolderLayout.range(firstUser, users) + ending : table.name() + ending;
    }

    /** The name in commands and files, for example {@code parquet}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract TableFile create(PublicTable<?> table, Path file) throws IOException;

    abstract Reading read(PublicTable<?> table, Path file) throws IOException;

    /** The rows of a file, in its order; what is wrong with the file comes out as {@code BrokenTables}. */
    interface Reading extends Iterator<TableRow>, Closeable {}
}
