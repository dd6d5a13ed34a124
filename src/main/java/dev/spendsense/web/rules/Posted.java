package dev.spendsense.web.rules;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.workbench.desk.RuleDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What clients send to have rules tried. */
interface Posted {

    @Schema(description = "Changed texts of the rule folder by path, and paths of files that go.")
    record Draft(Map<String, String> files, List<String> removed) {

        RuleDraft draft() {
            try {
                return new RuleDraft(
                        new TreeMap<>(files == null ? Map.of() : files), removed == null ? List.of() : removed);
            } catch (IllegalArgumentException wrong) {
                throw Problem.field("draft", "a draft that cannot be", wrong.getMessage());
            } catch (NullPointerException missing) {
                throw Problem.field("draft", "null", "a text for each path");
            }
        }
    }

    @Schema(
            description =
                    "Whom the rules judge: the users of a dataset who consent, or those of a scenario, which are simulated.")
    record People(String dataset, String scenario, Integer users, Long seed) {}

    record Texts(Draft draft) {}

    record Impact(Draft draft, People people, List<String> failIf) {}

    record Sweep(Draft draft, People people, String parameter, Double from, Double to, Integer steps) {}

    record Explain(Draft draft, String dataset, String user, LocalDate asOf, String persona) {}

    record Adopt(Draft draft, String note) {}
}
