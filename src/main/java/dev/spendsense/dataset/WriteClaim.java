package dev.spendsense.dataset;

import dev.spendsense.dataset.DatasetException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The right to write one file, for example a dataset by one run at a time. The operating system ends it with the process, however that
 * ends, so that a partial file without a claim is a dead one.
 *
 * <p>The claim is SQLite's exclusive lock on an empty file, because it excludes runs in this process as well as in others.
 * Java's own file locks do not: closing any other channel to the same file in the process would drop the lock. The empty
 * file stays behind, since removing it would let two runs hold two files of that name.
 */
public final class WriteClaim implements AutoCloseable {

    static final String ENDING = ".lock";

    private static final int PATIENCE_MILLIS = 300;

    private final Connection connection;

    private WriteClaim(Connection connection) {
        this.connection = connection;
    }

    static Path file(Path target) {
        return target.resolveSibling("." + target.getFileName() + ENDING);
    }

    /**
     * Claims a name, waiting a moment for one who only looks whether it is claimed.
     *
     * @return empty when another holds it
     * @throws DatasetException when the folder cannot be written
     */
    public static Optional<WriteClaim> claim(Path target) {
        return claim(target, PATIENCE_MILLIS);
    }

    /** Claims a name if nobody holds it now. */
    static Optional<WriteClaim> claimIfFree(Path target) {
        return claim(target, 0);
    }

    private static Optional<WriteClaim> claim(Path target, int patience) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(DatasetFile.url(file(target), "busy_timeout=" + patience));
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
            }
            return Optional.of(new WriteClaim(connection));
        } catch (SQLException e) {
            DatasetFile.closeQuietly(connection);
            if (e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
                return Optional.empty();
            }
            throw new DatasetException(
                    Reason.NOT_WRITTEN, "cannot write in " + target.getParent() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        DatasetFile.closeQuietly(connection);
    }
}
