package dev.spendsense.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The file in which a server keeps what is not in datasets. Other parts of it belong to others; each part has a version of
 * its own. What was committed is on the disk.
 */
final class ServerFile implements AutoCloseable {

    private static final String PART = "queue";
    private static final int VERSION = 1;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;

    private ServerFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Some statements that count together or not at all. */
    interface Work<T> {
        T run() throws SQLException;
    }

    static ServerFile open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        try {
            ServerFile server = new ServerFile(
                    file,
                    config.createConnection(
                            "jdbc:sqlite:" + file.toAbsolutePath().toUri()));
            server.prepare();
            return server;
        } catch (SQLException e) {
            throw new QueueFailure("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private void prepare() throws SQLException {
        try {
            transaction(() -> {
                update("CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, version INTEGER NOT NULL)");
                int version = one("SELECT version FROM part WHERE name = ?", row -> row.getInt(1), PART)
                        .orElse(0);
                if (version > VERSION) {
                    throw new QueueFailure(file + " was written by a later version of this program");
                }
                if (version < VERSION) {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate(text("queue.sql"));
                    }
                    update("INSERT INTO part VALUES (?, ?)", PART, VERSION);
                }
                return null;
            });
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** @throws QueueFailure when the file cannot be read or written; nothing of the work counts then */
    synchronized <T> T transaction(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new QueueFailure("cannot use " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** The number of rows that were changed. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> all(String sql, Row<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.of(rows));
            }
            return all;
        }
    }

    <T> Optional<T> one(String sql, Row<T> reader, Object... values) throws SQLException {
        return all(sql, reader, values).stream().findFirst();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was committed is on the disk.
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static String text(String resource) {
        try (InputStream stream = ServerFile.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its own " + resource, e);
        }
    }
}
