package dev.spendsense.dataset;

import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.TableWriter.Codes;
import dev.spendsense.dataset.pages.BulkLoad;
import dev.spendsense.dataset.pages.TableLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Writes one dataset, block by block in the order of the population, for one thread. SQLite makes the tables; those of
 * users are filled with finished pages; the rest is SQLite's again. {@link #complete} and {@link #publish} end it; closed before that, or in a process that is told to end, it leaves nothing behind and an older
 * dataset untouched.
 */
public final class DatasetWriter implements AutoCloseable {

    private final DatasetFile file;
    private final RunOrigin origin;
    private final BulkLoad load;
    private final Map<Table, TableWriter> tables = new EnumMap<>(Table.class);
    private final Dictionary merchants = new Dictionary(Integer.MAX_VALUE);
    private final Dictionary words = new Dictionary(Dictionary.MOST_PHRASES);
    private final FingerprintTree fingerprints = new FingerprintTree();
    private final FingerprintTree findingsFingerprints = new FingerprintTree();
    private final Map<String, Integer> usersByProfile = new LinkedHashMap<>();
    private final SortedSet<LocalDate> looks = new TreeSet<>();
    private int users;

    private DatasetWriter(DatasetFile file, RunOrigin origin, BulkLoad load) {
        this.file = file;
        this.origin = origin;
        this.load = load;
        for (Table table : Table.values()) {
            tables.put(table, new TableWriter(table, load.rows(table.baseName())));
        }
    }

    /**
     * Begins a dataset.
     *
     * @param target its name; folders that are missing are made
     * @param overwrite whether a dataset of that name is replaced when this one is complete
     * @throws DatasetException when no dataset can have that name, when there is one already and it must not be
     *     replaced, when another run is writing to that name, or when the folder cannot be written
     */
    public static DatasetWriter create(Path target, boolean overwrite, RunOrigin origin) {
        DatasetFile file = DatasetFile.claim(target, overwrite);
        try {
            return new DatasetWriter(file, origin, BulkLoad.into(file.partial(), emptyTables(file.partial())));
        } catch (SQLException | IOException e) {
            file.close();
            throw file.notWritten(e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static List<TableLayout> emptyTables(Path partial) throws SQLException {
        List<TableLayout> layouts = new ArrayList<>();
        try (Connection connection = Schema.openForWriting(partial)) {
            Schema.create(connection);
            connection.commit();
            for (Table table : Table.values()) {
                layouts.add(TableLayout.of(connection, table.baseName()));
            }
        }
        return layouts;
    }

    /**
     * Removes what dead runs have left in a folder; every run does so when it begins.
     *
     * @throws DatasetException when it cannot be removed
     */
    public static void sweep(Path folder) {
        try {
            DatasetFile.sweep(folder);
        } catch (IOException e) {
            throw new DatasetException(Reason.NOT_WRITTEN, "cannot clean up in " + folder, e);
        }
    }

    /**
     * Writes the next users.
     *
     * @throws IllegalArgumentException when the block does not follow the one before, or has findings of other rules than
     *     those the run is made from
     * @throws DatasetException when the disk is full or fails
     * @throws CancellationException when the process is ending
     */
    public void write(UserBlock block) {
        if (block.firstUser() != users) {
            throw new IllegalArgumentException("user " + users + " comes next, not " + block.firstUser());
        }
        for (String revision : block.revisions()) {
            if (!origin.rules().map(RuleText::revision).equals(Optional.of(revision))) {
                throw new IllegalArgumentException("findings of rules that the run is not made from: " + revision);
            }
        }
        file.refuseAbandoned();
        Codes codes = new Codes(
                merchants.codes(block.merchants().texts()),
                words.codes(block.words().texts()),
                words.codesWhileThereIsRoom(block.phrases().texts()));
        try {
            for (TableWriter table : tables.values()) {
                table.write(block, codes);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw file.notWritten(e);
        }
        block.fingerprints().forEach(fingerprints::add);
        block.findingsFingerprints().forEach(findingsFingerprints::add);
        block.firstProfiles().forEach(profile -> usersByProfile.merge(profile, 1, Integer::sum));
        looks.addAll(block.looks());
        users += block.users();
    }

    /**
     * Adds what the dataset says of itself and the indexes; no user can be added after it.
     *
     * @throws CancellationException when the process is ending
     * @throws DatasetException when the disk is full or fails, or when two users or accounts share an identifier
     */
    public RunRecord complete() {
        file.refuseAbandoned();
        Map<String, Long> counts = new LinkedHashMap<>();
        tables.forEach((table, writer) -> counts.put(table.publicName(), writer.shown()));
        Fingerprint root = fingerprints.root();
        Optional<Fingerprint> findingsRoot = origin.rules().map(rules -> findingsFingerprints.root());
        RunRecord run = new RunRecord(origin, counts, usersByProfile, List.copyOf(looks), root, findingsRoot);
        try {
            load.complete();
            load.close();
            try (Connection connection = Schema.reopenForWriting(file.partial())) {
                connection.setAutoCommit(false);
                merchants.store(connection, "merchant");
                words.store(connection, "word");
                RunRecords.write(connection, run, fingerprints.blocks(), findingsFingerprints.blocks());
                Schema.index(connection);
                connection.commit();
            }
            return run;
        } catch (SQLException | IOException e) {
            throw file.notWritten(e);
        }
    }

    /**
     * Gives the complete dataset its name, once it is safe on the disk.
     *
     * @return its size in bytes
     * @throws DatasetException when it cannot be made safe, or when a dataset of that name has appeared meanwhile and
     *     must not be replaced
     * @throws CancellationException when the process is ending
     */
    public long publish() {
        return file.publish();
    }

    /** Ends the writing; what was not published is removed. */
    @Override
    public void close() {
        try {
            load.close();
        } catch (IOException e) {
            // What was to be kept is forced before; what was not is removed next.
        }
        file.close();
    }
}
