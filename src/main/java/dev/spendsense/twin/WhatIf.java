package dev.spendsense.twin;

import java.util.List;

/** The one thing that is otherwise in a twin's life. */
public sealed interface WhatIf {

    /** It in words, to follow the name of the user: {@code without job_loss}. */
    String words();

    /**
     * Something does not happen.
     *
     * @param event a life event that the user meets, by its name in the scenario
     */
    record Without(String event) implements WhatIf {
        @Override
        public String words() {
            return "without " + event;
        }
    }

    /**
     * The scenario says something else.
     *
     * @param settings {@code path=value}, at least one; later ones win
     */
    record With(List<String> settings) implements WhatIf {
        public With {
            settings = List.copyOf(settings);
        }

        @Override
        public String words() {
            return "with " + String.join(", ", settings);
        }
    }
}
