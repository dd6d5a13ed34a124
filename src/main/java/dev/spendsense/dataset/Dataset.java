package dev.spendsense.dataset;

import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.truth.GroundTruth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A dataset that is open for reading, for one thread at a time. */
public final class Dataset implements AutoCloseable {

    /** Nobody writes a dataset, so it needs no locks and can be mapped into memory. */
    private static final String UNTOUCHED = "immutable=1&mode=ro";

    private static final String UNMAPPED = UNTOUCHED + "&query_only=true";

    private static final String MAPPED = UNMAPPED + "&mmap_size=1073741824";

    private final Path file;
    private final Connection connection;
    private final RunRecord run;
    private final UserReader users;
    private final FindingsReader findings;

    Dataset(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.run = RunRecords.read(connection);
        this.users = new UserReader(connection);
        this.findings = new FindingsReader(connection);
    }

    /**
     * Opens a dataset.
     *
     * @throws DatasetException when there is no such file, when it is no dataset, when it was written by a version that
     *     is not read here, or when it is damaged
     */
    public static Dataset open(Path file) {
        return open(file, MAPPED);
    }

    /**
     * The same for a process that stays: a file that is cut short while it is mapped into memory would take the whole
     * process with it.
     */
    public static Dataset openUnmapped(Path file) {
        return open(file, UNMAPPED);
    }

    /**
     * Opens a dataset, unmapped, as if some users had never consented: whatever is asked, nothing that was found about them
     * is there, and they are counted among those who do not consent.
     *
     * @param userIds the users; those whom the dataset does not have do not matter
     */
    public static Dataset openWithholding(Path file, Collection<String> userIds) {
        return open(file, UNTOUCHED, connection -> Withheld.hide(connection, userIds));
    }

    private static Dataset open(Path file, String reading) {
        return open(file, reading, connection -> {});
    }

    /** What is done to a connection before anything is asked. */
    private interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }

    private static Dataset open(Path file, String reading, Preparation preparation) {
        DatasetHeader.read(file).check(file);
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(DatasetFile.url(file, reading));
            preparation.prepare(connection);
            return new Dataset(file, connection);
        } catch (SQLException | IllegalArgumentException e) {
            DatasetFile.closeQuietly(connection);
            throw DatasetException.damaged(file, e);
        }
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    /** The file beside a dataset in which is kept what people do to it. */
    public static Path operationsFile(Path dataset) {
        Path file = dataset.toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(".db") ? name.substring(0, name.length() - ".db".length()) : name;
        return file.resolveSibling(stem + DatasetFile.OPERATIONS);
    }

    /** What the dataset was made from, and how much of what it holds. */
    public RunRecord run() {
        return run;
    }

    /** Every user's identifier, in the order of the population. */
    public List<String> userIds() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT user_id FROM user ORDER BY number")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw DatasetException.damaged(file, e);
        }
    }

    /** A user's position in the population, from 0; empty when there is no such user. */
    public OptionalInt position(String userId) {
        try (PreparedStatement query = connection.prepareStatement("SELECT number FROM user WHERE user_id = ?")) {
            query.setString(1, userId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw DatasetException.damaged(file, e);
        }
    }

    /**
     * The history that was written for a user.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public History history(String userId) {
        return read(userId, users::history);
    }

    /**
     * The person behind a user's accounts, without the history.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public Customer customer(String userId) {
        return read(userId, users::customer);
    }

    /**
     * The truth that was written for a user.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public GroundTruth groundTruth(String userId) {
        return read(userId, number -> users.groundTruth(number, userId));
    }

    /**
     * The fingerprint that was stored with a user; it equals {@link Fingerprint#of} of the user's history and truth.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public Fingerprint fingerprint(String userId) {
        return read(userId, users::fingerprint);
    }

    /** The dates of all looks of the rules at the users, in order; empty when they never looked. */
    public List<LocalDate> looks() {
        return run.looks();
    }

    /**
     * The findings of the latest look at a user; empty when no rules have judged the user, as those who do not consent
     * are not.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public Optional<Findings> findings(String userId) {
        return read(userId, number -> findings.latest(number, revision()));
    }

    /**
     * The findings of the look at a user on some date; empty when there was none on that date.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public Optional<Findings> findings(String userId, LocalDate look) {
        return read(userId, number -> findings.at(number, look, revision()));
    }

    /**
     * The findings of all looks at a user, by date; empty when no rules have judged the user.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public List<Findings> timeline(String userId) {
        return read(userId, number -> findings.timeline(number, revision()));
    }

    /**
     * Shows all advice of each user's latest look, user by user in the order of the population.
     *
     * @param reader is shown each piece
     */
    public void advice(Consumer<GivenAdvice> reader) {
        try {
            new AdviceReader(connection).read(reader);
        } catch (SQLException | IllegalArgumentException e) {
            throw DatasetException.damaged(file, e);
        }
    }

    /** Sums over all users. */
    public Tallies tallies() {
        return new Tallies(file, connection);
    }

    /** Everybody at once, for indexes over all users. */
    public Census census() {
        return new Census(file, connection);
    }

    /** What the postings add up to, held against what is stored; reads every posting. */
    public Books books() {
        try {
            return Books.read(new RowQuery(connection));
        } catch (SQLException e) {
            throw DatasetException.damaged(file, e);
        }
    }

    @Override
    public void close() {
        DatasetFile.closeQuietly(connection);
    }

    private String revision() {
        return run.origin().rules().map(RuleText::revision).orElse("");
    }

    private <T> T read(String userId, UserQuery<T> query) {
        int number = position(userId)
                .orElseThrow(() -> new NoSuchElementException("there is no user " + userId + " in " + file));
        try {
            return query.read(number);
        } catch (SQLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw DatasetException.damaged(file, e);
        }
    }

    /** A question about the user of some number. */
    private interface UserQuery<T> {
        T read(int number) throws SQLException;
    }
}
