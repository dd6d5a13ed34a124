package dev.spendsense.bench;

import java.util.List;
import java.util.OptionalDouble;

/** One thing that is measured, in turn with others. */
interface Benchmark {

    Subject subject();

    /** What the figures should come to. */
    default List<Goal> goals() {
        return List.of();
    }

    /**
     * Makes what is needed and warms everything up.
     *
     * @throws NotMeasurable when it cannot be measured here
     */
    void prepare();

    /** How often it is measured when others are measured so often. */
    default int repetitions(int usual) {
        return usual;
    }

    /**
     * Measures once more.
     *
     * @return a figure in the unit of the subject
     */
    double measure();

    /** What a bare loop reaches on the same data now; empty when the subject has no limit. */
    default OptionalDouble limit() {
        return OptionalDouble.empty();
    }

    /** What else was found, in sentences; asked at the end. */
    default List<String> notes() {
        return List.of();
    }
}
