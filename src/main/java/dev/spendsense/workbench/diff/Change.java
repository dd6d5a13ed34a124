package dev.spendsense.workbench.diff;

/**
 * One thing in a rule folder that is not what it was.
 *
 * @param subject what kind of thing
 * @param name what it is called
 * @param before what it was; empty when it is new, or when {@code after} says what of it changed
 * @param after what it is; empty when it is gone
 * @param how what happened to it
 */
public record Change(Subject subject, String name, How how, String before, String after) {

    /** What happened to a thing. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Kinds of things in a rule folder. */
    public enum Subject {
        PARAMETER("Parameters"),
        RULE("Rules"),
        SIGNAL("Signals"),
        PERSONA("Personas"),
        CATEGORY_SET("Category sets"),
        SERVICE("Services"),
        LIST("Lists"),
        ADVICE("Advice"),
        WORDING("Wording");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /** Of several, for people. */
        public String title() {
            return title;
        }
    }
}
