package dev.spendsense.workbench.check;

import dev.spendsense.rules.definitions.RuleFault;
import java.util.List;

/**
 * What was found in a rule folder.
 *
 * @param files how many files were looked at
 * @param rules how many rules they hold
 * @param faults errors and warnings, by file and line
 */
public record CheckReport(int files, int rules, List<RuleFault> faults) {

    public CheckReport {
        faults = faults.stream().sorted().distinct().toList();
    }

    /** How many faults keep the folder from being used, or a rule from ever doing anything. */
    public int errors() {
        return (int) faults.stream().filter(RuleFault::isError).count();
    }

    public int warnings() {
        return faults.size() - errors();
    }
}
