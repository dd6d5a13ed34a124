package dev.spendsense.rules.facts;

import dev.spendsense.findings.PersonaAssignment;

/** A persona that the user is taken to have, as the rules that advise see it. */
public final class Assigned {

    private final User user;
    private final PersonaAssignment assignment;

    Assigned(User user, PersonaAssignment assignment) {
        this.user = user;
        this.assignment = assignment;
    }

    /** Name in the vocabulary. */
    public String persona() {
        return assignment.persona();
    }

    /** 1 for the foremost. */
    public int rank() {
        return assignment.rank();
    }

    /** Probability that the persona is true, 0 to 1. */
    public double confidence() {
        return assignment.confidence();
    }

    /** Whose persona it is. */
    public User user() {
        return user;
    }

    /** The user's last so many days. */
    public Window last(int days) {
        return user.last(days);
    }

    /** The value of a parameter in its unit. */
    public double param(String name) {
        return user.param(name);
    }

    /** Begins a piece of advice for the persona; {@link Draft#with} fills in the rationale. */
    public Draft recommend(String code) {
        return user.draft(code, assignment);
    }

    /** The assignment that is stored and shown. */
    public PersonaAssignment assignment() {
        return assignment;
    }

    @Override
    public String toString() {
        return assignment.toString();
    }
}
