package dev.spendsense.workbench.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rule on which a persona depends, and what it looks for.
 *
 * @param rule the rule
 * @param met whether it came to its conclusion
 * @param patterns the facts it looks for, in the order of the rule
 */
public record Criterion(RulePlace rule, boolean met, List<Pattern> patterns) {

    public Criterion {
        patterns = List.copyOf(patterns);
    }

    /** Whether something holds. */
    public enum State {
        HOLDS,
        FAILS,
        /** Asked of a value that is unknown, or of something that cannot be told from outside of the rule. */
        UNKNOWN
    }

    /**
     * A fact that a rule looks for. It is there when one of its alternatives holds.
     *
     * @param fact name of the fact, such as {@code Reading}
     * @param wanted whether there has to be such a fact; otherwise there must be none
     * @param text as it stands in the rule
     * @param alternatives the facts that come into question; none when there is no such fact
     */
    public record Pattern(String fact, boolean wanted, String text, List<Alternative> alternatives) {

        public Pattern {
            alternatives = List.copyOf(alternatives);
        }

        /** Whether what is looked for is so. */
        public State state() {
            if (alternatives.stream().anyMatch(it -> it.state() == State.HOLDS)) {
                return wanted ? State.HOLDS : State.FAILS;
            }
            if (alternatives.stream().anyMatch(it -> it.state() == State.UNKNOWN)) {
                return State.UNKNOWN;
            }
            return wanted ? State.FAILS : State.HOLDS;
        }
    }

    /**
     * One fact that may be meant.
     *
     * @param subject what it is, such as a signal with its window
     * @param conditions what is asked of it
     */
    public record Alternative(String subject, List<Condition> conditions) {

        public Alternative {
            conditions = List.copyOf(conditions);
        }

        public State state() {
            if (conditions.stream().anyMatch(it -> it.state() == State.FAILS)) {
                return State.FAILS;
            }
            boolean unknown = conditions.stream().anyMatch(it -> it.state() == State.UNKNOWN);
            return unknown ? State.UNKNOWN : State.HOLDS;
        }
    }

    /**
     * What is asked of a fact.
     *
     * @param text as it stands in the rule
     * @param state whether it holds
     * @param limit what is compared; empty for what is no comparison of figures
     */
    public record Condition(String text, State state, Optional<Limit> limit) {}

    /**
     * A figure held against another.
     *
     * @param value what was measured; empty when unknown
     * @param unit label of the unit, as in {@code parameters.yaml}
     * @param comparison such as {@code >=}
     * @param threshold name of the parameter; empty for a number in the rule
     * @param thresholdValue its value
     */
    public record Limit(OptionalDouble value, String unit, String comparison, String threshold, double thresholdValue) {

        /** How far the value is beyond what is asked; negative while it is short, empty when it is unknown. */
        public OptionalDouble margin() {
            if (value.isEmpty()) {
                return value;
            }
            double difference = value.getAsDouble() - thresholdValue;
            return OptionalDouble.of(comparison.startsWith("<") ? -difference : difference);
        }
    }
}
