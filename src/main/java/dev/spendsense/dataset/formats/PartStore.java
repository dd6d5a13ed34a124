package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import java.io.IOException;

/** Where the files of one range of users go: one file a table, which readers see only once it is complete. */
public interface PartStore {

    /** Begins the file of a table under a name that no reader takes for data. */
    TableFile create(PublicTable<?> table) throws IOException;

    /**
     * Gives a file its name, once it is closed.
     *
     * @param rows how many rows it holds
     */
    DataFile publish(PublicTable<?> table, long rows) throws IOException;

    /** Removes a file that was not completed; it need not be there. */
    void discard(PublicTable<?> table) throws IOException;
}
