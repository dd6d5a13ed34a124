package dev.spendsense.scenario;

import static java.util.stream.Collectors.joining;

import dev.spendsense.yaml.Fault;
import dev.spendsense.yaml.Faults;
import java.util.List;

/** A scenario cannot be used. Carries everything that is wrong with it; the message has one line a fault. */
public final class InvalidScenario extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    InvalidScenario(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(joining("\n")));
        this.faults = List.copyOf(faults);
    }

    static void throwIfAny(Faults faults) {
        if (!faults.all().isEmpty()) {
            throw new InvalidScenario(faults.all());
        }
    }

    /** At least one and at most 1,000, by file, line and column. */
    public List<Fault> faults() {
        return faults;
    }
}
