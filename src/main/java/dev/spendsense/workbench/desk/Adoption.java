package dev.spendsense.workbench.desk;

import dev.spendsense.workbench.check.CheckReport;
import dev.spendsense.workbench.revisions.Revision;
import java.util.Optional;

/**
 * What came of making a draft the rules.
 *
 * @param outcome whether it was made
 * @param found revision of the folder when it was asked
 * @param check what is wrong with the rules
 * @param tested what came of the cases; empty when there was no point in judging them
 * @param revision as it was kept; empty unless it was adopted
 */
public record Adoption(
        Outcome outcome, String found, CheckReport check, Optional<Tested> tested, Optional<Revision> revision) {

    /** What can come of it. */
    public enum Outcome {
        /** The folder holds it now, and the revision is kept and current. */
        ADOPTED,
        /** Faults or failed cases keep it from judging people; nothing was written. */
        REFUSED,
        /** The folder is not the one that the draft was made from; nothing was written. */
        STALE
    }
}
