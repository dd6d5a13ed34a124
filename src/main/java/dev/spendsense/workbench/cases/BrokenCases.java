package dev.spendsense.workbench.cases;

import static java.util.stream.Collectors.joining;

import dev.spendsense.yaml.Fault;
import java.util.List;

/** Test cases cannot be read. Carries everything that is wrong; the message has one line a fault. */
public final class BrokenCases extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    BrokenCases(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** At least one, by file and line. */
    public List<Fault> faults() {
        return faults;
    }
}
