package dev.spendsense.web.rules.trial;

import dev.spendsense.workbench.desk.RuleDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wanted of rules. Members that the kind does not need are null.
 *
 * @param folder the rule folder
 * @param scenarios folders in which scenarios are looked up
 * @param files texts of the draft by path
 * @param removed paths of files that the draft takes away
 * @param people whom the rules judge, in a trial of many
 * @param failIf conditions that must not happen
 * @param sweep which parameter is tried
 * @param user who is explained
 */
public record TrialOrder(
        Kind kind,
        String folder,
        List<String> scenarios,
        Map<String, String> files,
        List<String> removed,
        People people,
        List<String> failIf,
        Range sweep,
        Person user) {

    /** What can be wanted. */
    public enum Kind {
        CHECK,
        TEST,
        IMPACT,
        SWEEP,
        EXPLAIN
    }

    /**
     * Many.
     *
     * @param title in words
     * @param dataset file of a dataset; null when a scenario is meant
     * @param users of the dataset, in order
     * @param scenario name of a scenario
     * @param overrides fields of the scenario that are otherwise
     */
    public record People(String title, String dataset, List<String> users, String scenario, List<String> overrides) {}

    /** Values of a parameter. */
    public record Range(String parameter, double from, double to, int steps) {}

    /**
     * One user.
     *
     * @param asOf null for the last look
     * @param persona null for all
     */
    public record Person(String dataset, String id, LocalDate asOf, String persona) {}

    RuleDraft draft() {
        return new RuleDraft(new TreeMap<>(files), removed);
    }
}
