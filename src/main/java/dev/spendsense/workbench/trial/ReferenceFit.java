package dev.spendsense.workbench.trial;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.reference.LabeledSignals;
import dev.spendsense.report.reference.ReferenceClassifier;
import dev.spendsense.report.reference.ReferenceComparison;
import dev.spendsense.report.reference.SignalVector;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.JudgedLife;
import dev.spendsense.run.Provenance;
import dev.spendsense.run.Sample;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A classifier fitted to customers of the development seeds, who live by the scenarios of the datasets at hand and are
 * judged by their rules, once, on the last day. Last days are as {@link LastDays} says. A seed that the datasets have
 * themselves is left out.
 *
 * @param classifier what was fitted
 * @param seeds of the populations that it was fitted to
 * @param customers how many it was fitted to
 */
public record ReferenceFit(ReferenceClassifier classifier, List<Long> seeds, int customers) {

    /** Enough: fitted to a third of them it does nearly as well, on mild versions of the shipped scenario too. */
    public static final int CUSTOMERS = 4_000;

    public ReferenceFit {
        seeds = List.copyOf(seeds);
    }

    /** Why a classifier cannot be fitted. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1;

        Impossible(String message) {
            super(message);
        }
    }

    /**
     * Lives and judges customers and fits a classifier to them.
     *
     * @param datasets what it is to be held against; judged, all by the same rules
     * @param customers about how many it is fitted to
     * @param threads how many workers live and judge
     * @throws Impossible when the datasets were judged by different rules, have all development seeds themselves, or when
     *     nothing is to be told apart in them
     */
    public static ReferenceFit of(List<Dataset> datasets, DevelopmentSeeds development, int customers, int threads) {
        List<Provenance> origins = datasets.stream().map(Provenance::of).toList();
        RuleBase rules = rules(origins);
        Set<Long> measured =
                datasets.stream().map(dataset -> dataset.run().origin().seed()).collect(Collectors.toSet());
        List<Long> seeds = development.without(measured);
        if (seeds.isEmpty()) {
            throw new Impossible("every development seed is measured; expected at least one to fit a classifier to");
        }
        List<LabeledSignals> examples = new ArrayList<>();
        int populations = Math.max(seeds.size(), origins.size());
        for (int number = 0; number < populations; number++) {
            Provenance origin = origins.get(number % origins.size());
            int users = customers * (number + 1) / populations - customers * number / populations;
            Scenario scenario =
                    scenario(origin, seeds.get(number % seeds.size()), number / origins.size(), Math.max(1, users));
            Sample.of(scenario, rules, List.of(scenario.period().end()))
                    .forEach(threads, ReferenceFit::example, example -> example.ifPresent(examples::add));
        }
        try {
            return new ReferenceFit(ReferenceClassifier.fit(examples), seeds, examples.size());
        } catch (IllegalArgumentException alike) {
            throw new Impossible(alike.getMessage());
        }
    }

    private static RuleBase rules(List<Provenance> origins) {
        List<RuleText> distinct = origins.stream()
                .map(origin -> origin.rules().orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (distinct.size() != 1) {
            throw new Impossible("datasets of " + distinct.size()
                    + " revisions of the rules; expected one, since the classifier learns from what rules measure");
        }
        return origins.get(0).ruleBase().orElseThrow();
    }

    private static Scenario scenario(Provenance origin, long seed, int number, int users) {
        return origin.scenario(List.of(
                "seed=" + seed,
                "users=" + users,
                "period.end=" + LastDays.of(origin.scenario().period().end(), number)));
    }

    /** Nobody without consent was looked at. */
    private static Optional<LabeledSignals> example(JudgedLife user) {
        return user.last()
                .map(findings -> new LabeledSignals(
                        SignalVector.of(findings), user.life().truth().profilesOn(findings.asOf())));
    }

    /** Holds the rules against the classifier, over everybody in the datasets. */
    public Reference measure(List<Dataset> datasets, Study study) {
        return ReferenceComparison.of(study, subject -> signals(datasets, subject), classifier, seeds, customers);
    }

    private static SignalVector signals(List<Dataset> datasets, Subject subject) {
        return SignalVector.of(datasets.get(subject.source())
                .findings(subject.userId(), subject.last().asOf())
                .orElseThrow());
    }
}
