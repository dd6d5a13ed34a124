package dev.spendsense.web.users;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetReaders;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.roster.Roster;
import dev.spendsense.roster.Standing;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Provenance;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What answers questions about the users of one dataset. Indexes and rules are prepared when first asked for. */
public final class UserRoom implements AutoCloseable {

    /** More would only wait for the same disk and the same few cores. */
    private static final int READERS = 8;

    private final DatasetReaders readers;
    private final Prepared<Roster> roster;
    private final Prepared<Optional<RuleBase>> rules;

    private UserRoom(Path file, Standing standing) {
        this.readers = DatasetReaders.open(file, READERS);
        this.roster = new Prepared<>(() -> Roster.open(file, standing));
        this.rules = new Prepared<>(
                () -> readers.read(dataset -> Provenance.of(dataset)).ruleBase());
    }

    /**
     * Opens a dataset for questions about its users.
     *
     * @param standing what people change about them
     * @throws DatasetException when there is no such dataset, or it is damaged
     */
    public static UserRoom open(Path file, Standing standing) {
        return new UserRoom(file, standing);
    }

    /** What the dataset was made from. */
    public RunRecord run() {
        return readers.run();
    }

    /** The index over all users. */
    public Roster roster() {
        return roster.get();
    }

    /** The rules that judged the users; empty when none did. */
    public Optional<RuleBase> rules() {
        return rules.get();
    }

    /** The way to findings about one user. */
    public FindingsGate gate() {
        return new FindingsGate(roster());
    }

    /** Reads something of the dataset; findings about a user are read through the gate. */
    public <T> T read(Function<Dataset, T> question) {
        return readers.read(question);
    }

    @Override
    public void close() {
        readers.close();
    }
}
