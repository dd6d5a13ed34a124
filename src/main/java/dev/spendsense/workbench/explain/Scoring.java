package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Score;
import java.util.List;
import java.util.Optional;

/**
 * How a persona's confidence came about.
 *
 * @param score what came out
 * @param rules what worked it out
 * @param priorParameter where the log-odds stand that were believed before anything was seen
 * @param prior those log-odds
 * @param groups the evidence, in the order of the vocabulary
 */
public record Scoring(Score score, List<RulePlace> rules, String priorParameter, double prior, List<Group> groups) {

    /** Six decimals are kept of each figure. */
    private static final double ROUNDING = 1e-5;

    public Scoring {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
    }

    /** Prior and groups together. */
    public double sum() {
        return prior + groups.stream().mapToDouble(Group::counted).sum();
    }

    /**
     * Whether the score is the sum, as by the shipped formula. Where not, other rules than the shipped ones worked it
     * out, and the groups tell no more than what was seen.
     */
    public boolean addsUp() {
        return Math.abs(sum() - score.logOdds()) < ROUNDING;
    }

    /**
     * Evidence that tells much the same.
     *
     * @param name in the vocabulary
     * @param sum log-odds of all of it
     * @param capParameter where the cap stands
     * @param cap what the group can count at most, either way
     * @param items the evidence, what counts most first
     */
    public record Group(String name, double sum, String capParameter, double cap, List<Weighed> items) {

        public Group {
            items = List.copyOf(items);
        }

        /** What of the sum counts. */
        public double counted() {
            return Math.max(-cap, Math.min(cap, sum));
        }

        public boolean capped() {
            return Math.abs(sum) > cap;
        }
    }

    /**
     * One piece of evidence.
     *
     * @param evidence log-odds, and what showed them
     * @param rules what gave it
     * @param weight value of the parameter that sets how much it counts
     * @param signal what showed it; empty when it was something else
     */
    public record Weighed(Evidence evidence, List<RulePlace> rules, double weight, Optional<MeasuredSignal> signal) {

        public Weighed {
            rules = List.copyOf(rules);
        }
    }
}
