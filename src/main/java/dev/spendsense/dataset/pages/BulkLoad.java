package dev.spendsense.dataset.pages;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills empty tables of a database. Nobody else may have the file open meanwhile. Until {@link #complete} none of the rows
 * is there for a reader; what was closed before that is a database still, of empty tables, though a longer file.
 */
public final class BulkLoad implements Closeable {

    private final PageFile file;
    private final Map<String, TableRows> tables = new LinkedHashMap<>();

    private BulkLoad(PageFile file) {
        this.file = file;
    }

    /**
     * Begins to fill tables.
     *
     * @param file made by SQLite and closed
     * @param tables those that will be filled
     * @throws IOException when it cannot be read, or is kept in a way that is not known here
     */
    public static BulkLoad into(Path file, List<TableLayout> tables) throws IOException {
        BulkLoad load = new BulkLoad(new PageFile(file));
        for (TableLayout table : tables) {
            Btree tree = new Btree(load.file, table.root(), table.byRowid());
            load.tables.put(table.name(), new TableRows(table, tree));
        }
        return load;
    }

    /** Takes the rows of one of the tables. */
    public TableRows rows(String table) {
        return tables.get(table);
    }

    /**
     * Has all rows be there.
     *
     * @throws IOException when the disk is full or fails
     */
    public void complete() throws IOException {
        for (TableRows rows : tables.values()) {
            rows.complete();
        }
        file.complete();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
