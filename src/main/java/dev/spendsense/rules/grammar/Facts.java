package dev.spendsense.rules.grammar;

import dev.spendsense.rules.vetting.Surface;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which facts there are, from which phase on, and what can be asked of a value. */
final class Facts {

    /** The phase that concludes a fact; others are given from the start. */
    private static final Map<String, String> CONCLUDED_IN = Map.ofEntries(
            Map.entry("Reading", "signals"),
            Map.entry("Unmeasured", "signals"),
            Map.entry("Subscription", "signals"),
            Map.entry("Unused", "signals"),
            Map.entry("Candidate", "evidence"),
            Map.entry("Evidence", "evidence"),
            Map.entry("Score", "confidence"),
            Map.entry("Standing", "personas"),
            Map.entry("Assigned", "personas"),
            Map.entry("Draft", "recommendations"),
            Map.entry("Blocked", "guardrails"),
            Map.entry("Selected", "selection"));

    /** What measures are made of: asked of a fact, never there for itself. */
    private static final Set<String> NO_FACTS = Set.of(
            "Measurement", "Measure", "Source", "Flow", "Income", "Cash", "Savings", "Cards", "Cadence", "Category");

    private static final Map<String, Class<?>> TYPES = Surface.types();

    private Facts() {}

    static Optional<Class<?>> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static boolean isFact(String name) {
        return TYPES.containsKey(name) && !NO_FACTS.contains(name);
    }

    static Collection<String> names() {
        return TYPES.keySet().stream().filter(Facts::isFact).toList();
    }

    static Optional<String> concludedIn(String fact) {
        return Optional.ofNullable(CONCLUDED_IN.get(fact));
    }

    /** Whether it is known what can be asked of a value of this type. */
    static boolean isKnown(Class<?> type) {
        return type != null && (TYPES.containsValue(type) || platform(type).isPresent());
    }

    static List<Method> methods(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge())
                .filter(method ->
                        platform(type).map(names -> names.contains(name)).orElse(true))
                .toList();
    }

    /** Everything that can be asked of a value. */
    static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>(platform(type).orElseGet(() -> Surface.members(type)));
        members.removeAll(
                Set.of("equals", "hashCode", "toString", "compareTo", "getDeclaringClass", "describeConstable"));
        return members;
    }

    private static Optional<Set<String>> platform(Class<?> type) {
        return TYPES.containsValue(type)
                ? Optional.empty()
                : Optional.ofNullable(Surface.platform().get(type.getName()));
    }
}
