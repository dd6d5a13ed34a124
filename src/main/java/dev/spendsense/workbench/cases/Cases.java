package dev.spendsense.workbench.cases;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.workbench.cases.Case.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The test cases of a rule folder. */
public final class Cases {

    /** The folder of cases within a rule folder. */
    public static final String FOLDER = "tests";

    private final RuleBase rules;
    private final List<Example> examples;

    private Cases(RuleBase rules, List<Example> examples) {
        this.rules = rules;
        this.examples = List.copyOf(examples);
    }

    /**
     * Reads every YAML file in and below a folder; without such a folder there are no cases.
     *
     * @param rules whose signals, personas, advice, parameters and rules the cases name
     * @throws BrokenCases with everything that is wrong, file names beginning as the folder's does
     */
    public static Cases read(Path folder, RuleBase rules) {
        return new Cases(rules, new CaseReader(folder, rules).read());
    }

    /** Names of all cases; those of variants have the case's name, a slash and their own. */
    public List<String> names() {
        return examples.stream()
                .flatMap(example -> example.cases().stream())
                .map(Case::name)
                .toList();
    }

    /**
     * What the cases are about, in the order of the files.
     *
     * @param rules the rule folder, beginning as the folder did from which the cases were read
     */
    public List<CaseTopics> topics(Path rules) {
        return examples.stream().map(example -> CaseTopics.of(example, rules)).toList();
    }

    /** Those whose name contains a text, in any case of letters; both variants of a boundary stay together. */
    public Cases named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new Cases(
                rules,
                examples.stream()
                        .filter(example -> example.cases().stream()
                                .anyMatch(one ->
                                        one.name().toLowerCase(Locale.ROOT).contains(wanted)))
                        .toList());
    }

    /**
     * Judges all cases.
     *
     * @param scenarios folders in which the scenarios of simulated users are looked up, in this order
     */
    public TestReport run(List<Path> scenarios) {
        List<CaseResult> results = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        try (Histories histories = new Histories(scenarios)) {
            Run run = new Run(histories, new Judges(rules));
            for (Example example : examples) {
                results.addAll(run.of(example, tried));
            }
        }
        return new TestReport(results, tried);
    }

    private final class Run {

        private final Histories histories;
        private final Judges judges;

        Run(Histories histories, Judges judges) {
            this.histories = histories;
            this.judges = judges;
        }

        List<CaseResult> of(Example example, Set<String> tried) {
            List<CaseResult> results = new ArrayList<>();
            List<Optional<Findings>> found = new ArrayList<>();
            for (Case one : example.cases()) {
                List<String> failures = new ArrayList<>();
                Optional<Findings> findings = judge(one, failures);
                findings.ifPresent(it -> failures.addAll(Examination.of(it, one.expect())));
                found.add(findings);
                results.add(new CaseResult(
                        one.name(),
                        one.file(),
                        one.line(),
                        failures,
                        findings.map(Run::concluded).orElse(Set.of())));
            }
            boolean complete = found.stream().allMatch(Optional::isPresent);
            if (complete && !example.boundaryOf().isEmpty()) {
                List<String> failures =
                        boundary(example, found.get(0).get(), found.get(1).get());
                if (failures.isEmpty() && results.stream().allMatch(CaseResult::passed)) {
                    tried.addAll(example.boundaryOf());
                }
                results.set(1, failing(results.get(1), failures));
            }
            return results;
        }

        private Optional<Findings> judge(Case one, List<String> failures) {
            try {
                History history = histories.of(one);
                RuleBase judge = judges.of(one);
                Behavior behavior = judge.behavior(history);
                return Optional.of(judge.explain(one.asOf().map(behavior::at).orElse(behavior)));
            } catch (NoSuchElementException | RuleFailure | BrokenRules obstacle) {
                failures.add("could not be judged: " + obstacle.getMessage());
                return Optional.empty();
            }
        }

        /** Why the two variants do not show the rules at their boundary. */
        private List<String> boundary(Example example, Findings first, Findings second) {
            List<String> failures = new ArrayList<>();
            Step.missing(
                            example.cases().get(0),
                            example.cases().get(1),
                            rules.definitions().parameters())
                    .ifPresent(why -> failures.add("boundary: the variants are not one step apart: " + why));
            for (String rule : example.boundaryOf()) {
                List<String> conclusions = Conclusion.of(rule, first);
                Set<String> others = new HashSet<>(Conclusion.of(rule, second));
                if (conclusions.isEmpty()) {
                    failures.add("boundary of rule \"" + rule + "\": expected a conclusion in the first variant, was "
                            + "none");
                } else if (others.containsAll(conclusions)) {
                    failures.add("boundary of rule \"" + rule + "\": expected no such conclusion in the second variant,"
                            + " was the same: " + String.join(", ", conclusions));
                }
            }
            return failures;
        }

        private static CaseResult failing(CaseResult result, List<String> more) {
            List<String> failures = new ArrayList<>(result.failures());
            failures.addAll(more);
            return new CaseResult(result.name(), result.file(), result.line(), failures, result.concluded());
        }

        private static Set<String> concluded(Findings findings) {
            return findings.firings().stream()
                    .filter(firing -> !firing.conclusions().isEmpty())
                    .map(Firing::rule)
                    .collect(Collectors.toSet());
        }
    }
}
