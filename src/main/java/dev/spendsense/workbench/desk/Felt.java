package dev.spendsense.workbench.desk;

import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.impact.Impact;
import java.util.List;

/**
 * What a draft changes, in the texts and among people.
 *
 * @param edits what is not what it was in the folder, thing by thing
 * @param failed conditions that happen, of those that were not to
 * @param impact who is judged otherwise
 */
public record Felt(List<Change> edits, List<String> failed, Impact impact) {

    public Felt {
        edits = List.copyOf(edits);
        failed = List.copyOf(failed);
    }
}
