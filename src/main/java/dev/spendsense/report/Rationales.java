package dev.spendsense.report;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a dataset's advice has a true rationale.
 *
 * @param recommendations how many there are
 * @param figures how many values and names their rationales quote
 * @param confirmed how many recommendations have a rationale in which everything is true
 * @param faults what is wrong with the others, as far as it was kept: the first hundred
 */
public record Rationales(int recommendations, int figures, int confirmed, List<Fault> faults) {

    private static final int MOST_FAULTS = 100;

    /**
     * Something untrue that a customer would be told.
     *
     * @param recommendationId public identifier of the advice
     * @param what what is wrong, in words
     */
    public record Fault(String recommendationId, String what) {}

    public Rationales {
        faults = List.copyOf(faults);
    }

    /** Checks every recommendation of a dataset against the ledger that is stored beside it. */
    public static Rationales of(Dataset dataset) {
        RationaleChecker checker = new RationaleChecker(
                dataset.run().origin().rules().map(RuleText::parameters).orElse(List.of()));
        int recommendations = 0;
        int figures = 0;
        int confirmed = 0;
        List<Fault> faults = new ArrayList<>();
        for (String userId : dataset.userIds()) {
            Optional<Findings> findings = dataset.findings(userId);
            if (findings.isEmpty() || findings.get().recommendations().isEmpty()) {
                continue;
            }
            History history = dataset.history(userId);
            for (Recommendation recommendation : findings.get().recommendations()) {
                List<String> wrong = checker.check(history, findings.get().asOf(), recommendation);
                String id = new RecommendationId(
                                userId, recommendation.code(), findings.get().asOf())
                        .toString();
                wrong.stream()
                        .limit(MOST_FAULTS - faults.size())
                        .map(what -> new Fault(id, what))
                        .forEach(faults::add);
                recommendations++;
                figures += recommendation.bindings().size();
                confirmed += wrong.isEmpty() ? 1 : 0;
            }
        }
        return new Rationales(recommendations, figures, confirmed, faults);
    }
}
