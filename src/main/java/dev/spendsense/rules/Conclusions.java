package dev.spendsense.rules;

import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.rules.facts.Assigned;
import dev.spendsense.rules.facts.Draft;
import dev.spendsense.rules.facts.Note;
import dev.spendsense.rules.facts.Reading;
import dev.spendsense.rules.facts.Selected;
import dev.spendsense.rules.facts.Standing;
import dev.spendsense.rules.facts.Subscription;
import dev.spendsense.rules.facts.Unmeasured;
import dev.spendsense.rules.facts.Unused;
import java.util.List;

/**
 * What a rule says by inserting a fact. Two facts that differ only in a figure say the same, so that one can tell where a
 * rule comes to another conclusion.
 */
final class Conclusions {

    private Conclusions() {}

    static List<String> of(Object fact) {
        if (fact instanceof Selected selected) {
            return selected.recommendations().stream().map(Recommendation::code).toList();
        }
        String conclusion = conclusion(fact);
        return conclusion.isEmpty() ? List.of() : List.of(conclusion);
    }

    private static String conclusion(Object fact) {
        if (fact instanceof Reading reading) {
            return reading.detected() ? reading.type() + " " + reading.windowDays() + "d" : "";
        } else if (fact instanceof Unmeasured) {
            return "";
        } else if (fact instanceof Evidence evidence) {
            return conclusion(evidence);
        } else if (fact instanceof Candidate candidate) {
            return candidate.persona() + " meets its criterion";
        } else if (fact instanceof Score score) {
            return score.persona() + " is scored";
        } else if (fact instanceof Standing standing) {
            return standing.persona() + " stands";
        } else if (fact instanceof Assigned assigned) {
            return assigned.persona() + " at rank " + assigned.rank();
        } else if (fact instanceof Draft draft) {
            return draft.code() + " for " + draft.persona();
        } else if (fact instanceof Blocked blocked) {
            return blocked.code() + " is held back";
        } else if (fact instanceof Note note) {
            return note.name() + " " + note.subject();
        } else if (fact instanceof Subscription subscription) {
            return subscription.merchant() + " is a subscription";
        } else if (fact instanceof Unused unused) {
            return unused.merchant() + " is unused";
        }
        return String.valueOf(fact);
    }

    private static String conclusion(Evidence evidence) {
        if (evidence.logOdds() == 0) {
            return "";
        }
        return evidence.weight() + (evidence.logOdds() > 0 ? " for " : " against ") + evidence.persona();
    }
}
