package dev.spendsense.review.audit;

import dev.spendsense.review.audit.OperationsException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the file and sees to its layout. */
final class OperationsFile {

    /** Raised whenever the layout changes; older files are brought up to it when they are opened. */
    static final int VERSION = 1;

    /** Marks the file as ours in its header: the letters SPOP. */
    static final int APPLICATION_ID = 0x53504F50;

    private static final int PATIENCE_MILLIS = 5_000;

    private OperationsFile() {}

    /**
     * Opens the file, and makes it when it is not there. A transaction that is committed is on the disk, whatever happens
     * to the process or the power.
     */
    static Connection open(Path file) {
        Connection connection = null;
        try {
            String address = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?busy_timeout=" + PATIENCE_MILLIS;
            connection = DriverManager.getConnection(address);
            prepare(connection, file);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw obstacle(file, e);
        } catch (OperationsException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = number(statement, "PRAGMA user_version");
            int application = number(statement, "PRAGMA application_id");
            boolean empty = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!empty && application != APPLICATION_ID) {
                throw new OperationsException(
                        Reason.NOT_OPERATIONS, file + " is an SQLite file, but keeps no decisions of ours", null);
            }
            if (version > VERSION) {
                throw new OperationsException(
                        Reason.NEWER_VERSION,
                        file + " has schema version " + version + ", this program reads up to " + VERSION
                                + ": a newer program is needed",
                        null);
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA secure_delete = ON");
            if (empty) {
                create(statement);
            }
        }
    }

    /** Two processes may come here at once: the second finds it done. */
    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        try {
            if (number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
                statement.executeUpdate(text("operations.sql"));
                statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
                statement.executeUpdate("PRAGMA user_version = " + VERSION);
            }
            statement.execute("COMMIT");
        } catch (SQLException e) {
            rollback(statement);
            throw e;
        }
    }

    static void rollback(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back itself, as it does when the disk is full.
        }
    }

    static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    static OperationsException obstacle(Path file, SQLException cause) {
        SQLiteErrorCode code =
                cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> {
                return new OperationsException(Reason.BUSY, "somebody else is writing " + file + "; try again", cause);
            }
            case SQLITE_CORRUPT, SQLITE_NOTADB -> {
                return OperationsException.damaged(file, cause);
            }
            default -> {
                return new OperationsException(
                        Reason.NOT_WRITTEN,
                        "cannot write " + file + ": " + cause.getMessage() + "; nothing was kept",
                        cause);
            }
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What was acknowledged is committed and synced.
        }
    }

    private static String text(String resource) {
        try (InputStream stream = OperationsFile.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its own " + resource, e);
        }
    }
}
