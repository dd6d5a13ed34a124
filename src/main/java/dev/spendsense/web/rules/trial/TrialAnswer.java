package dev.spendsense.web.rules.trial;

import dev.spendsense.json.CheckJson;
import dev.spendsense.json.ExplanationJson;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.impact.Impact;
import java.util.List;

/**
 * What came of a trial: the revision of the rules with the draft, what is wrong with them, and what was asked for, which
 * is missing when they cannot be used.
 */
public interface TrialAnswer {

    record Checked(CheckJson check) implements TrialAnswer {}

    record Tested(String revision, CheckJson check, dev.spendsense.workbench.desk.Tested result)
            implements TrialAnswer {}

    record Felt(String revision, CheckJson check, Effect result) implements TrialAnswer {}

    /**
     * Whom a draft changes.
     *
     * @param population who was judged
     * @param edits what is not what it was in the folder, thing by thing
     * @param failed conditions that happen, of those that were not to
     * @param impact who is judged otherwise
     */
    record Effect(String population, List<Change> edits, List<String> failed, Impact impact) {}

    record Swept(String revision, CheckJson check, dev.spendsense.workbench.sweep.Sweep result)
            implements TrialAnswer {}

    record Explained(String revision, CheckJson check, ExplanationJson result) implements TrialAnswer {}
}
