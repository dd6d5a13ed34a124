package dev.spendsense.workbench.revisions;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.workbench.cases.BrokenCases;
import dev.spendsense.workbench.cases.CaseResult;
import dev.spendsense.workbench.cases.Cases;
import dev.spendsense.workbench.check.CheckReport;
import dev.spendsense.workbench.check.RuleCheck;
import dev.spendsense.yaml.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of trying a rule folder: whether it may judge anybody, and why not. All of it is about texts that were read
 * once, whatever happens to the folder meanwhile.
 *
 * @param source the texts
 * @param check what is wrong with them
 * @param rules ready to judge; empty when an error keeps them from it
 * @param obstacles why no case was judged though the rules are sound, a line each
 * @param cases what came of each case; none when there was an obstacle
 */
public record Trial(
        RuleSource source,
        CheckReport check,
        Optional<RuleBase> rules,
        List<String> obstacles,
        List<CaseResult> cases) {

    public Trial {
        obstacles = List.copyOf(obstacles);
        cases = List.copyOf(cases);
    }

    /**
     * Checks a folder, compiles it unless that was done before, and judges its cases.
     *
     * @param store where compiled rules are kept
     * @param scenarios folders in which the scenarios of simulated users are looked up, in this order
     */
    public static Trial of(Path folder, CompiledStore store, List<Path> scenarios) {
        List<RuleFault> unreadable = new ArrayList<>();
        RuleSource source = new RuleSource(new TreeMap<>());
        CheckReport check;
        try {
            source = RuleSource.read(folder, unreadable);
            check = RuleCheck.of(source, unreadable, store);
            if (check.errors() > 0) {
                return new Trial(source, check, Optional.empty(), List.of(), List.of());
            }
            RuleBase rules = RuleBase.load(source, store);
            return judge(check, rules, folder.resolve(Cases.FOLDER), scenarios);
        } catch (BrokenRules broken) {
            check = new CheckReport(source.texts().size(), 0, broken.faults());
            return new Trial(source, check, Optional.empty(), List.of(), List.of());
        }
    }

    private static Trial judge(CheckReport check, RuleBase rules, Path folder, List<Path> scenarios) {
        List<String> obstacles = List.of();
        List<CaseResult> cases = List.of();
        try {
            cases = Cases.read(folder, rules).run(scenarios).results();
        } catch (BrokenCases broken) {
            obstacles = broken.faults().stream().map(Fault::toString).toList();
        } catch (RuntimeException e) {
            // whatever else it is, these rules made it happen, and those that judge now must go on
            obstacles = List.of("the cases could not be judged: " + e);
        }
        return new Trial(rules.source(), check, Optional.of(rules), obstacles, cases);
    }

    /** The cases that are not as expected. */
    public List<CaseResult> failed() {
        return cases.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether these rules may judge people. Warnings do not keep them from it. */
    public boolean passed() {
        return rules.isPresent() && obstacles.isEmpty() && failed().isEmpty();
    }

    /**
     * What is remembered of it.
     *
     * @throws IllegalStateException when it was not passed
     */
    public Revision.Fitness fitness() {
        if (!passed()) {
            throw new IllegalStateException("the rules are not fit to be kept");
        }
        return new Revision.Fitness(check.rules(), check.warnings(), cases.size());
    }
}
