package dev.spendsense.workbench.impact;

import dev.spendsense.report.figures.Estimate;
import java.util.Optional;

/**
 * One number about rules, before a change and after it.
 *
 * @param name what a {@link Condition} calls it
 * @param before as the rules were; empty when it has no value
 * @param after as the rules would be; empty when it has no value
 * @param difference after − before, with the interval of a bootstrap over users in which both judge the same draw; empty
 *     for the figures of single personas
 */
public record Figure(String name, Optional<Estimate> before, Optional<Estimate> after, Optional<Estimate> difference) {

    /** After − before; empty when one of them has no value. */
    public Optional<Double> change() {
        return before.isPresent() && after.isPresent()
                ? Optional.of(after.get().value() - before.get().value())
                : Optional.empty();
    }

    /** Whether the interval of the difference leaves out 0. */
    public boolean significant() {
        return difference.filter(one -> one.low() > 0 || one.high() < 0).isPresent();
    }
}
