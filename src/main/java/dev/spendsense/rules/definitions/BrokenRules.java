package dev.spendsense.rules.definitions;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A rule folder cannot be used. Carries everything that is wrong with it; the message has one line a fault. */
public final class BrokenRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RuleFault> faults;

    public BrokenRules(List<RuleFault> faults) {
        super(faults.stream().sorted().map(RuleFault::toString).collect(joining("\n")));
        this.faults = faults.stream().sorted().distinct().toList();
    }

    /** At least one, by file and line. */
    public List<RuleFault> faults() {
        return faults;
    }
}
