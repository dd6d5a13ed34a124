package dev.spendsense.workbench.live;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.revisions.Trial;
import java.util.Optional;

/**
 * What became of a changed folder. It holds on to the rules before and after, so take from it what is wanted and let it go.
 *
 * @param outcome whether it judges now
 * @param trial what was found in it: faults, failing cases
 * @param before what judged until then; empty when nothing did
 */
public record Reload(Outcome outcome, Trial trial, Optional<RuleBase> before) {

    /** What can become of a changed folder. */
    public enum Outcome {
        /** It judges from now on. */
        SWAPPED,
        /** It passed, and its rules are those that judge already; perhaps a case was edited. */
        SAME,
        /** It failed; what judged before, if anything, still does. */
        REFUSED
    }
}
