package dev.spendsense.rules.facts;

import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Recommendation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Advice that is given.
 *
 * @param recommendations as they are shown
 */
public record Selected(List<Recommendation> recommendations) {

    public Selected {
        recommendations = List.copyOf(recommendations);
    }

    static Selected foremost(List<Draft> drafts, List<Blocked> blocked, int atMost, int atLeast) {
        Set<String> codes = new HashSet<>();
        blocked.forEach(one -> codes.add(one.code()));
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.sort(Draft::foremostFirst);
        List<Recommendation> given = new ArrayList<>();
        for (Draft draft : ordered) {
            if (given.size() < (draft.generic() ? atLeast : atMost) && codes.add(draft.code())) {
                given.add(draft.recommendation());
            }
        }
        return new Selected(given);
    }
}
