package dev.spendsense.dataset;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/** The layout of a dataset file and its marks of identity. */
final class Schema {

    /** Raised whenever a table changes in a way that an older reader would not understand. */
    static final int VERSION = 4;

    /** Marks the file as ours in its header: the letters SPSE. */
    static final int APPLICATION_ID = 0x53505345;

    private Schema() {}

    /**
     * Opens a file to be filled by one thread. A file that is thrown away unless complete needs no journal and no syncing
     * on the way, and nobody else opens it. Going without mutexes saves a sixth of the writing time, not asking for a key
     * after every statement another; pages of 8 KiB are written faster than the usual 4.
     */
    static Connection openForWriting(Path file) throws SQLException {
        return writing().createConnection(DatasetFile.url(file, ""));
    }

    /** The same for a file that is there already: it is not made anew when it has gone. */
    static Connection reopenForWriting(Path file) throws SQLException {
        SQLiteConfig config = writing();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config.createConnection(DatasetFile.url(file, ""));
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setPageSize(8_192);
        config.setJournalMode(JournalMode.OFF);
        config.setSynchronous(SynchronousMode.OFF);
        config.setLockingMode(LockingMode.EXCLUSIVE);
        config.setTempStore(TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Makes the tables and views, and writes down what the codes mean. */
    static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
            statement.executeUpdate(text("schema.sql"));
            statement.executeUpdate(text("views.sql"));
        }
        describeCodes(connection);
    }

    /** Makes the indexes: at the end, when they can be sorted at once. */
    static void index(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE UNIQUE INDEX user_by_id ON user (user_id)");
            statement.executeUpdate("CREATE UNIQUE INDEX account_by_id ON account (account_id)");
        }
    }

    /** How a code of an enum without public codes of its own reads in the views. */
    static String publicName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void describeCodes(Connection connection) throws SQLException {
        describe(connection, "account_type", AccountType.values());
        describe(connection, "channel", Channel.values());
        describe(connection, "unit", Unit.values());
        describe(connection, "advice_kind", Kind.values());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO category VALUES (?, ?, ?)")) {
            for (Category category : Category.values()) {
                insert(
                        insert,
                        category.ordinal(),
                        category.name(),
                        category.primary().name());
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO comparison VALUES (?, ?)")) {
            for (Comparison comparison : Comparison.values()) {
                insert(insert, comparison.ordinal(), comparison.symbol());
            }
        }
    }

    private static void describe(Connection connection, String table, Enum<?>[] values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            for (Enum<?> value : values) {
                insert(insert, value.ordinal(), publicName(value));
            }
        }
    }

    private static void insert(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    private static String text(String resource) {
        try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its own " + resource, e);
        }
    }
}
