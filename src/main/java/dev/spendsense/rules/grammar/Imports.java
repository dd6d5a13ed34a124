package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file may name: the facts that it imports, and those that its phase can see. */
final class Imports {

    private final Set<String> names = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final List<String> phases;
    private final String phase;
    private final boolean sound;

    /** @param sound whether all imports of the file are understood; otherwise nothing is said about missing ones */
    Imports(DrlFile file, String phase, List<String> phases, boolean sound) {
        file.imports().forEach(token -> names.add(token.text()));
        this.phase = phase;
        this.phases = phases;
        this.sound = sound;
    }

    void require(DrlToken type, Class<?> known, Cursor cursor) {
        boolean imported = names.contains(known.getName()) || names.contains(known.getPackageName() + ".*");
        if (sound && !imported && told.add(known.getName())) {
            cursor.report(
                    FaultKind.MISSING_IMPORT,
                    type,
                    type.text() + " is not imported",
                    "write import " + known.getName() + " below the package");
        }
    }

    /** Whether a fact can be there in this phase; tells when it cannot. */
    boolean isVisible(DrlToken fact, Cursor cursor) {
        Optional<String> later =
                Facts.concludedIn(fact.text()).filter(other -> phases.indexOf(other) > phases.indexOf(phase));
        later.ifPresent(other -> cursor.report(
                FaultKind.FACT_OF_LATER_PHASE,
                fact,
                fact.text() + " is concluded in " + other + ", after " + phase,
                "move the rule to " + other + " or a later phase"));
        return later.isEmpty();
    }
}
