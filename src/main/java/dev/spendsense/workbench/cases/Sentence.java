package dev.spendsense.workbench.cases;

import dev.spendsense.yaml.Form;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms of fields that only cases have. */
final class Sentence {

    private static final int LONGEST_NAME = 200;

    private Sentence() {}

    /** A name in plain words. */
    static Form<String> words() {
        return Form.of(
                "a text of 1 to " + LONGEST_NAME + " characters",
                "",
                yaml -> Form.scalar(yaml)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_NAME));
    }

    /** Any text, or nothing. */
    static Form<String> fragment() {
        return Form.of(
                "a fragment of the text, or nothing",
                "",
                yaml -> Form.scalar(yaml).or(() -> java.util.Optional.of("")));
    }

    /** One of the names; where there are none, any. */
    static Form<String> known(Collection<String> names) {
        return names.isEmpty() ? words() : Form.known(names);
    }

    /** Texts that stand for something. */
    static <T> Form<T> either(String one, T first, String other, T second) {
        Map<String, T> both = new LinkedHashMap<>();
        both.put(one, first);
        both.put(other, second);
        return Form.oneOf(both);
    }
}
