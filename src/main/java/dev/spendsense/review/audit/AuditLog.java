package dev.spendsense.review.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The log of one dataset. Several threads may use it, and several processes may have it open: each append sees all that
 * was appended before it.
 */
public final class AuditLog implements AutoCloseable {

    private static final int EVERYTHING_AT_ONCE = 1_000;
    private static final String OF_SERVER = "server.ops.db";

    private static final String COLUMNS =
            "SELECT a.sequence, a.at, a.actor, a.role, a.action, a.subject, a.detail_hash,"
                    + " a.previous, a.hash, d.salt, d.target, d.before, d.after, d.reason, d.severity, d.title, d.body, d.note,"
                    + " d.undoes ";
    private static final String ENTRIES = "FROM audit AS a LEFT JOIN detail AS d ON d.sequence = a.sequence ";

    private final Path file;
    private final Connection connection;
    private final Clock clock;

    private AuditLog(Path file, Connection connection, Clock clock) {
        this.file = file;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens the log, which is begun when there is none.
     *
     * @throws OperationsException when the file is no log, a later program's, or cannot be written
     */
    public static AuditLog open(Path file, Clock clock) {
        return new AuditLog(file, OperationsFile.open(file), clock);
    }

    /**
     * Opens the log of what concerns no single dataset of a server's data folder.
     *
     * @throws OperationsException as {@link #open}
     */
    public static AuditLog ofServer(Path folder, Clock clock) {
        return open(folder.resolve(OF_SERVER), clock);
    }

    /** Where it is kept. */
    public Path file() {
        return file;
    }

    /**
     * Adds entries, all or none. They are on the disk when this returns.
     *
     * @param makes the entries, once nobody else can add any; what it throws calls the whole off
     * @return what was added
     * @throws OperationsException when it could not be kept
     */
    public synchronized List<Entry> append(Supplier<List<NewEntry>> makes) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                List<Entry> added = new ArrayList<>();
                Head head = head();
                for (NewEntry each : makes.get()) {
                    Entry entry = insert(each, head);
                    added.add(entry);
                    head = new Head(entry.sequence(), entry.hash());
                }
                statement.execute("COMMIT");
                return added;
            } catch (SQLException | RuntimeException e) {
                OperationsFile.rollback(statement);
                throw e;
            }
        } catch (SQLException e) {
            throw OperationsFile.obstacle(file, e);
        }
    }

    private Entry insert(NewEntry made, Head head) throws SQLException {
        long sequence = head.sequence() + 1;
        long at = clock.instant().toEpochMilli();
        byte[] salt = salt();
        byte[] detailHash = EntryDigest.of(salt, made.detail());
        byte[] previous = HexFormat.of().parseHex(head.hash());
        String action = made.action().label();
        byte[] hash = EntryDigest.of(previous, sequence, at, made.actor(), action, made.subject(), detailHash);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            set(insert, sequence, at, made.actor().name(), made.actor().role(), action, made.subject());
            insert.setBytes(7, detailHash);
            insert.setBytes(8, previous);
            insert.setBytes(9, hash);
            insert.executeUpdate();
        }
        Detail detail = made.detail();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            set(
                    insert,
                    sequence,
                    salt,
                    detail.target(),
                    detail.before(),
                    detail.after(),
                    detail.reason(),
                    detail.severity(),
                    detail.title(),
                    detail.body(),
                    detail.note(),
                    detail.undoes());
            insert.executeUpdate();
        }
        if (made.action() == Action.ERASED) {
            eraseDetails(made.subject(), sequence);
        }
        return new Entry(
                sequence,
                Instant.ofEpochMilli(at),
                made.actor(),
                made.action(),
                made.subject(),
                Optional.of(detail),
                EntryDigest.hex(hash));
    }

    private void eraseDetails(String subject, long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM detail WHERE sequence IN"
                + " (SELECT sequence FROM audit WHERE subject = ? AND sequence < ?)")) {
            set(delete, subject, before);
            delete.executeUpdate();
        }
    }

    /**
     * Writes the log as it is now to another file, in place of one of that name.
     *
     * @throws OperationsException when it cannot be written; then there is no such file, or what was there before
     */
    public synchronized void copyTo(Path target) {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.deleteIfExists(partial);
            try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, partial.toString());
                copy.executeUpdate();
            }
            try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw OperationsFile.obstacle(target, e);
        } catch (IOException e) {
            throw OperationsException.notWritten(target, e);
        }
    }

    /** Makes what was erased disappear from the journal of recent changes as well. */
    public synchronized void forgetErased() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw OperationsFile.obstacle(file, e);
        }
    }

    /** Hides what a hash is of: without it a short text could be guessed, also after it was erased. */
    private byte[] salt() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT randomblob(16)")) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** The end of the log; {@link Head#EMPTY} when nothing was done yet. */
    public synchronized Head head() {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")) {
            return row.next() ? new Head(row.getLong(1), EntryDigest.hex(row.getBytes(2))) : Head.EMPTY;
        } catch (SQLException e) {
            throw OperationsException.damaged(file, e);
        }
    }

    /** The entries after some number, oldest first, each shown as it is read. */
    public synchronized void since(long sequence, Consumer<Entry> reader) {
        read("WHERE a.sequence > ? ORDER BY a.sequence", row -> reader.accept(entry(row)), sequence);
    }

    /**
     * Some entries, newest first.
     *
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     * @param limit how many at most
     */
    public synchronized List<Entry> page(EntryFilter filter, long before, int limit) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, before, values);
        values.add(limit);
        List<Entry> page = new ArrayList<>();
        read(where + " ORDER BY a.sequence DESC LIMIT ?", row -> page.add(entry(row)), values.toArray());
        return page;
    }

    /** How many entries a filter lets through. */
    public synchronized long count(EntryFilter filter) {
        List<Object> values = new ArrayList<>();
        String sql = "SELECT COUNT(*) " + ENTRIES + where(filter, Long.MAX_VALUE, values);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values.toArray());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw OperationsException.damaged(file, e);
        }
    }

    private static String where(EntryFilter filter, long before, List<Object> values) {
        values.add(before);
        StringBuilder where = new StringBuilder("WHERE a.sequence < ?");
        filter.actor().ifPresent(actor -> condition(" AND a.actor = ?", actor, where, values));
        filter.action().ifPresent(action -> condition(" AND a.action = ?", action.label(), where, values));
        filter.subject().ifPresent(subject -> condition(" AND a.subject = ?", subject, where, values));
        filter.target().ifPresent(target -> condition(" AND d.target = ?", target, where, values));
        filter.from().ifPresent(from -> condition(" AND a.at >= ?", from.toEpochMilli(), where, values));
        filter.to().ifPresent(to -> condition(" AND a.at < ?", to.toEpochMilli(), where, values));
        return where.toString();
    }

    private static void condition(String sql, Object value, StringBuilder where, List<Object> values) {
        where.append(sql);
        values.add(value);
    }

    /** All entries that a filter lets through, newest first, read piece by piece. */
    public void export(EntryFilter filter, Consumer<Entry> reader) {
        long before = Long.MAX_VALUE;
        List<Entry> page;
        do {
            page = page(filter, before, EVERYTHING_AT_ONCE);
            page.forEach(reader);
            before = page.isEmpty() ? before : page.get(page.size() - 1).sequence();
        } while (page.size() == EVERYTHING_AT_ONCE);
    }

    /**
     * Walks along the chain from its beginning.
     *
     * @param pinned a head that was noted before, which has to lie on the chain still
     */
    public synchronized Verification verify(Optional<Head> pinned) {
        ChainWalk walk = new ChainWalk(pinned);
        try {
            try (PreparedStatement query = connection.prepareStatement(COLUMNS + ENTRIES + "ORDER BY a.sequence");
                    ResultSet row = query.executeQuery()) {
                while (row.next() && walk.step(row)) {
                    // The walk takes note.
                }
            }
            return walk.end(connection);
        } catch (SQLException e) {
            return walk.broken("the file cannot be read on: " + e.getMessage());
        }
    }

    /** The same without keeping those waiting who use the log meanwhile. */
    public Verification verifyApart(Optional<Head> pinned) {
        try (AuditLog own = open(file, clock)) {
            return own.verify(pinned);
        }
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Actor(row.getString("actor"), row.getString("role")),
                Action.labelled(row.getString("action"))
                        .orElseThrow(() -> new SQLException("an entry has a strange action")),
                row.getString("subject"),
                Optional.ofNullable(row.getBytes("salt") == null ? null : detail(row)),
                EntryDigest.hex(row.getBytes("hash")));
    }

    static Detail detail(ResultSet row) throws SQLException {
        return new Detail(
                row.getString("target"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("body"),
                row.getString("note"),
                row.getLong("undoes"));
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String rest, RowReader reader, Object... values) {
        try (PreparedStatement query = connection.prepareStatement(COLUMNS + ENTRIES + rest)) {
            set(query, values);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw OperationsException.damaged(file, e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public synchronized void close() {
        OperationsFile.closeQuietly(connection);
    }
}
