package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import java.io.Closeable;
import java.io.IOException;
import org.apache.parquet.io.OutputFile;

/** One table's file that is being written. */
public interface TableFile extends Closeable {

    /** Begins a Parquet file, wherever it is. */
    static TableFile parquet(PublicTable<?> table, OutputFile file) throws IOException {
        return ParquetTableFile.create(table, file);
    }

    /** Adds a user's rows. */
    void write(UserRows user) throws IOException;

    /** How many rows there are so far. */
    long rows();

    /** How many of them the view of the table's name shows. */
    long shown();
}
