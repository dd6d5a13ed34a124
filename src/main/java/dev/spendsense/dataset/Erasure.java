package dev.spendsense.dataset;

import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.dataset.Table.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Takes everything that rules found about one user out of a dataset. What the bank itself has of the user stays, and says
 * from then on that the user does not consent. The dataset is copied, the copy is changed and gets its own fingerprints,
 * and {@link #publish} puts it in the place of the old one; closed or killed before that, the old one is untouched.
 *
 * <p>What is deleted is overwritten in the file, texts in the dictionary that nobody else refers to among it.
 */
public final class Erasure implements AutoCloseable {

    private final DatasetFile file;
    private final RunRecord before;
    private RunRecord after;

    private Erasure(DatasetFile file, RunRecord before) {
        this.file = file;
        this.before = before;
    }

    /**
     * Makes the dataset without the findings, under the name that partial datasets have.
     *
     * @throws DatasetException when the dataset cannot be read, when another run is writing to its name, or when the copy
     *     cannot be written
     * @throws NoSuchElementException when there is no such user
     */
    public static Erasure prepare(Path dataset, String userId) {
        DatasetHeader.read(dataset).check(dataset);
        DatasetFile file = DatasetFile.claim(dataset, true);
        Erasure erasure = null;
        try (Dataset old = Dataset.open(file.target())) {
            erasure = new Erasure(file, old.run());
            erasure.copy(old, userId);
            return erasure;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What the dataset said of itself. */
    public RunRecord before() {
        return before;
    }

    /** What it says of itself from now on. */
    public RunRecord after() {
        return after;
    }

    /**
     * Puts the new dataset in the place of the old one, once it is safe on the disk. Who has the old one open goes on
     * reading it until closing it.
     *
     * @throws DatasetException when it cannot be made safe
     */
    public void publish() {
        file.publish();
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        file.close();
    }

    private void copy(Dataset old, String userId) {
        int number = old.position(userId)
                .orElseThrow(() -> new NoSuchElementException("there is no user " + userId + " in " + file.target()));
        Fingerprint fingerprint = Fingerprint.of(withoutConsent(old.history(userId)), old.groundTruth(userId));
        Connection connection = null;
        try {
            Files.copy(file.target(), file.partial());
            connection = Schema.openForWriting(file.partial());
            connection.setAutoCommit(false);
            erase(
                    connection,
                    number,
                    fingerprint,
                    old.run().findingsFingerprint().isPresent());
            after = RunRecords.read(connection);
            connection.commit();
            connection.close();
        } catch (SQLException | IOException e) {
            DatasetFile.closeQuietly(connection);
            throw file.notWritten(e);
        }
    }

    private static History withoutConsent(History history) {
        Customer known = history.customer();
        return new History(
                new Customer(known.id(), known.name(), known.age(), known.region(), known.annualIncome(), false),
                history.from(),
                history.asOf(),
                history.accounts(),
                history.transactions(),
                history.statements(),
                history.declined());
    }

    private static void erase(Connection connection, int user, Fingerprint fingerprint, boolean judged)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = ON");
            statement.execute("CREATE TEMP TABLE suspect (code INTEGER PRIMARY KEY)");
            List<String> texts = new ArrayList<>();
            for (Table table : Table.values()) {
                if (table.ordinal() >= Table.LOOK.ordinal()) {
                    suspectTexts(connection, table, user, texts);
                    lowerCount(statement, table, user);
                }
            }
            for (Table table : Table.values()) {
                if (table.ordinal() >= Table.LOOK.ordinal()) {
                    statement.executeUpdate("DELETE FROM " + table.baseName() + " WHERE user = " + user);
                }
            }
            for (String stillUsed : texts) {
                statement.executeUpdate("DELETE FROM suspect WHERE code IN (" + stillUsed + ")");
            }
            statement.executeUpdate("DELETE FROM word WHERE code IN (SELECT code FROM suspect)");
            statement.execute("DROP TABLE suspect");
            statement.executeUpdate("DELETE FROM look_day WHERE day NOT IN (SELECT day FROM look)");
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE user SET consent = 0, fingerprint = ? WHERE number = ?")) {
            update.setBytes(1, fingerprint.bytes());
            update.setInt(2, user);
            update.executeUpdate();
        }
        FingerprintTree data = new FingerprintTree();
        FingerprintTree findings = new FingerprintTree();
        fingerprints(connection, data, findings);
        RunRecords.replaceFingerprints(connection, data, findings, judged);
    }

    /** Notes the texts that the user's rows refer to, and how to ask which of them others refer to as well. */
    private static void suspectTexts(Connection connection, Table table, int user, List<String> texts)
            throws SQLException {
        List<String> names = new RowQuery(connection)
                .rows(
                        "SELECT name FROM pragma_table_info('" + table.baseName() + "') ORDER BY cid",
                        row -> row.getString(1));
        for (int i = 0; i < names.size(); i++) {
            Cell cell = table.columns().get(i);
            if (cell == Cell.WORD || cell == Cell.PHRASE) {
                String codes = "SELECT " + names.get(i) + " FROM " + table.baseName() + " WHERE typeof(" + names.get(i)
                        + ") = 'integer'";
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT OR IGNORE INTO suspect " + codes + " AND user = " + user);
                }
                texts.add(codes + " AND " + names.get(i) + " IN (SELECT code FROM suspect)");
            }
        }
    }

    /** Counts are of the latest look, but for the looks themselves. */
    private static void lowerCount(Statement statement, Table table, int user) throws SQLException {
        String latest =
                table.holdsFindings() ? " AND last_look = (SELECT max(day) FROM look WHERE user = " + user + ")" : "";
        statement.executeUpdate("UPDATE table_count SET row_count = row_count - (SELECT count(*) FROM "
                + table.baseName() + " WHERE user = " + user + latest + ") WHERE name = '" + table.publicName() + "'");
    }

    private static void fingerprints(Connection connection, FingerprintTree data, FingerprintTree findings)
            throws SQLException {
        FindingsDigest digest = new FindingsDigest(new CategoryNames());
        List<Fingerprint> looks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT u.user_id, u.fingerprint, l.fingerprint FROM user AS u"
                        + " LEFT JOIN look AS l ON l.user = u.number ORDER BY u.number, l.day")) {
            String user = null;
            while (row.next()) {
                if (!row.getString(1).equals(user)) {
                    if (user != null) {
                        findings.add(digest.of(user, looks));
                        looks.clear();
                    }
                    user = row.getString(1);
                    data.add(Fingerprint.ofBytes(row.getBytes(2)));
                }
                if (row.getBytes(3) != null) {
                    looks.add(Fingerprint.ofBytes(row.getBytes(3)));
                }
            }
            if (user != null) {
                findings.add(digest.of(user, looks));
            }
        }
    }
}
