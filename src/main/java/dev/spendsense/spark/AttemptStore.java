package dev.spendsense.spark;

import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.dataset.formats.PartStore;
import dev.spendsense.dataset.formats.TableFile;
import dev.spendsense.dataset.tables.PublicTable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/**
 * The files of one attempt at a range of users. Their names follow from the range and their bytes from the users, so that
 * a second attempt at the same range, whether the first one failed or goes on beside it, puts the same in the same place.
 */
final class AttemptStore implements PartStore, AutoCloseable {

    private final OutputFolder folder;
    private final Configuration configuration;
    private final UserRange range;
    private final Path underWay;

    /** @param attempt a name that no other attempt has */
    AttemptStore(OutputFolder folder, Configuration configuration, UserRange range, String attempt) {
        this.folder = folder;
        this.configuration = configuration;
        this.range = range;
        this.underWay = folder.underWay(attempt);
    }

    @Override
    public TableFile create(PublicTable<?> table) throws IOException {
        return TableFile.parquet(table, HadoopOutputFile.fromPath(staged(table), configuration));
    }

    @Override
    public DataFile publish(PublicTable<?> table, long rows) throws IOException {
        FileSystem files = folder.files();
        String path = Format.PARQUET.path(table, range.first(), range.users());
        Path target = folder.resolve(path);
        long bytes = files.getFileStatus(staged(table)).getLen();
        files.mkdirs(target.getParent());
        boolean renamed = !files.exists(target) && files.rename(staged(table), target);
        if (!renamed && (!files.exists(target) || files.getFileStatus(target).getLen() != bytes)) {
            throw new IOException(staged(table) + " could not be renamed to " + target);
        }
        return new DataFile(table.name(), path, rows, bytes);
    }

    @Override
    public void discard(PublicTable<?> table) throws IOException {
        folder.files().delete(staged(table), false);
    }

    /** Removes what is left of the attempt. */
    @Override
    public void close() throws IOException {
        folder.files().delete(underWay, true);
    }

    private Path staged(PublicTable<?> table) {
        return new Path(underWay, table.name() + "." + Format.PARQUET.label());
    }
}
