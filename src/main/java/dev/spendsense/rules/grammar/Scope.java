package dev.spendsense.rules.grammar;

import dev.spendsense.rules.vetting.DrlToken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names that a rule has given, as far as it has been read. */
final class Scope {

    private final Map<String, Value> bindings = new HashMap<>();
    private final Set<String> anywhere = new HashSet<>();
    private boolean complete;

    /** @param anywhere every binding of the rule, also of parts that cannot be read */
    Scope(Set<String> anywhere) {
        this.anywhere.addAll(anywhere);
    }

    void bind(String name, Value value) {
        bindings.put(name, value);
        anywhere.add(name);
    }

    /** The value of a binding, or {@code null} when there is none. */
    Value binding(DrlToken token) {
        Value value = bindings.get(token.text());
        if (value == null && !complete && anywhere.contains(token.text())) {
            return Value.unknown(token);
        }
        return value == null ? null : value.at(token);
    }

    /** All conditions have been read, so that what is not bound by now is not bound. */
    void conditionsRead() {
        complete = true;
    }

    Set<String> names() {
        return bindings.isEmpty() ? anywhere : bindings.keySet();
    }

    boolean gives(String name) {
        return anywhere.contains(name);
    }

    /** What was bound at some moment, to go back to. */
    Map<String, Value> moment() {
        return new HashMap<>(bindings);
    }

    /** Forgets what was bound since: inside of not, exists and accumulate it is nobody else's. */
    void backTo(Map<String, Value> moment) {
        bindings.keySet().retainAll(moment.keySet());
    }
}
