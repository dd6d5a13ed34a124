package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.UserRows;
import java.io.Closeable;
import java.io.IOException;

/** One table's file that is being written. */
interface TableFile extends Closeable {

    /** Adds a user's rows. */
    void write(UserRows user) throws IOException;

    /** How many rows there are so far. */
    long rows();
}
