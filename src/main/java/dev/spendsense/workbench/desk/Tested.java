package dev.spendsense.workbench.desk;

import dev.spendsense.workbench.cases.CaseResult;
import java.util.List;

/**
 * What came of the cases of a draft.
 *
 * @param passed whether the rules may judge people
 * @param obstacles why no case was judged though the rules are sound, a line each
 * @param cases what came of each
 */
public record Tested(boolean passed, List<String> obstacles, List<CaseResult> cases) {

    public Tested {
        obstacles = List.copyOf(obstacles);
        cases = List.copyOf(cases);
    }
}
