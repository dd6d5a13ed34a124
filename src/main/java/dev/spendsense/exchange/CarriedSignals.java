package dev.spendsense.exchange;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the findings about a customer survives on the way through a file, found by judging the customer again as the
 * file tells it.
 *
 * @param unknown signals that cannot be measured any more, such as {@code credit_utilization (30 days)}
 * @param changed signals that are measured otherwise
 * @param personasLost personas that are not assigned any more
 * @param personasNew personas that are assigned only now
 */
public record CarriedSignals(
        List<String> unknown, List<String> changed, List<String> personasLost, List<String> personasNew) {

    /** A rounding of the last digit is no change. */
    private static final double SAME = 1e-6;

    /** Compares findings of the customer with those of the customer that the file tells of. */
    public static CarriedSignals of(Findings before, Findings after) {
        List<String> unknown = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Signal signal : before.signals()) {
            String name = signal.type() + " (" + signal.windowDays() + " days)";
            Optional<Signal> carried = after.signal(signal.type(), signal.windowDays());
            if (carried.isEmpty()) {
                unknown.add(name);
            } else if (Math.abs(carried.get().value() - signal.value()) > SAME) {
                changed.add(name);
            }
        }
        return new CarriedSignals(unknown, changed, without(before, after), without(after, before));
    }

    private static List<String> without(Findings some, Findings others) {
        return some.personas().stream()
                .map(PersonaAssignment::persona)
                .filter(persona -> others.persona(persona).isEmpty())
                .toList();
    }
}
