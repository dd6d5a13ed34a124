package dev.spendsense.workbench.desk;

import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import java.util.List;

/**
 * Why a user is judged so by a draft, and what would have judged otherwise.
 *
 * @param explanation from advice down to transactions
 * @param flips the smallest changes, for each persona asked for
 */
public record Explained(Explanation explanation, List<Flips> flips) {

    public Explained {
        flips = List.copyOf(flips);
    }
}
