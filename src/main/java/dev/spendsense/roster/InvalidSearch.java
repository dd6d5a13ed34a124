package dev.spendsense.roster;

import java.util.List;
import java.util.stream.Collectors;

/** A search that cannot be meant as it is written, with everything that is wrong with it. */
public final class InvalidSearch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSearch(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.parameter() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    static InvalidSearch of(String parameter, String value, String message) {
        return new InvalidSearch(List.of(new Problem(parameter, value, message)));
    }

    /** Everything that is wrong, at least one thing. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter the name that was given
     * @param value what was given for it
     * @param message what is wrong with it and what was expected
     */
    public record Problem(String parameter, String value, String message) {}
}
