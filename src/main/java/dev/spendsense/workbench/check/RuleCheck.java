package dev.spendsense.workbench.check;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds everything that is wrong with a rule folder. One slip is told once: what nobody uses is told only when nothing is
 * broken, because what is broken may be what uses it.
 */
public final class RuleCheck {

    private RuleCheck() {}

    /**
     * Checks a folder on disk.
     *
     * @param store where compiled rules are kept, so that unchanged ones are not compiled for the check
     * @throws BrokenRules when there is no such folder
     */
    public static CheckReport of(Path folder, CompiledStore store) {
        List<RuleFault> unreadable = new ArrayList<>();
        RuleSource source = RuleSource.read(folder, unreadable);
        return of(source, unreadable, store);
    }

    /**
     * The same without the engine: within milliseconds, as editors want it, but blind for what the engine refuses though
     * each word is known.
     *
     * @throws BrokenRules when there is no such folder
     */
    public static CheckReport ofTexts(Path folder) {
        List<RuleFault> unreadable = new ArrayList<>();
        RuleSource source = RuleSource.read(folder, unreadable);
        return check(source, RuleDiagnosis.ofTexts(source), unreadable);
    }

    /** Checks texts at hand. */
    public static CheckReport of(RuleSource source, CompiledStore store) {
        return of(source, List.of(), store);
    }

    /**
     * Checks texts that were read from a folder.
     *
     * @param unreadable faults of the files that could not be read
     */
    public static CheckReport of(RuleSource source, List<RuleFault> unreadable, CompiledStore store) {
        return check(source, RuleDiagnosis.of(source, store), unreadable);
    }

    private static CheckReport check(RuleSource source, RuleDiagnosis diagnosis, List<RuleFault> unreadable) {
        List<RuleFault> faults = new ArrayList<>(unreadable);
        diagnosis.faults().stream()
                .filter(fault ->
                        unreadable.stream().noneMatch(other -> other.file().equals(fault.file())))
                .forEach(faults::add);
        faults.addAll(ConditionNumbers.in(diagnosis));
        faults.addAll(InsertionLoops.in(diagnosis.rules()));
        boolean broken = faults.stream().anyMatch(RuleFault::isError);
        // what is mended may be what uses a thing
        Usage.in(diagnosis, source).stream()
                .filter(fault -> !broken || fault.isError())
                .forEach(faults::add);
        return new CheckReport(
                source.texts().size() + unreadable.size(), diagnosis.rules().size(), faults);
    }
}
