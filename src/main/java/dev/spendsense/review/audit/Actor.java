package dev.spendsense.review.audit;

/**
 * Who does something.
 *
 * @param name of the person or the program
 * @param role in which it is done, for example {@code operator}
 */
public record Actor(String name, String role) {

    /** The program itself, where it notes what it found. */
    public static final Actor PROGRAM = new Actor("spendsense", "program");

    public Actor {
        if (name.isBlank() || role.isBlank()) {
            throw new IllegalArgumentException("an actor has a name and a role");
        }
    }
}
