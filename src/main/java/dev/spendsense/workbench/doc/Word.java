package dev.spendsense.workbench.doc;

import java.util.Locale;

/** Something that has a page of its own. */
record Word(Sort sort, String name) {

    /** What there are pages of, in the order in which they are listed. */
    enum Sort {
        PERSONA("Personas"),
        SIGNAL("Signals"),
        ADVICE("Advice"),
        RULE("Rules"),
        PARAMETER("Parameters");

        private final String heading;

        Sort(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
