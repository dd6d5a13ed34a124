package dev.spendsense.web.users;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.roster.Roster;
import dev.spendsense.roster.Standing;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Provenance;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What answers questions about the users of one dataset. Indexes and rules are prepared when first asked for. */
public final class UserRoom {

    private final Reading reading;
    private final Prepared<Roster> roster;
    private final Prepared<Optional<RuleBase>> rules;

    /** @param standing what people change about the users */
    UserRoom(Path file, Reading reading, Standing standing) {
        this.reading = reading;
        this.roster = new Prepared<>(() -> Roster.open(file, standing));
        this.rules = new Prepared<>(() -> reading.read(Provenance::of).ruleBase());
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
        return reading.read(question);
    }
}
