package dev.spendsense.rules.vetting;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Cadence;
import dev.spendsense.bank.measure.Card;
import dev.spendsense.bank.measure.Cards;
import dev.spendsense.bank.measure.Cash;
import dev.spendsense.bank.measure.Flow;
import dev.spendsense.bank.measure.Income;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.bank.measure.Savings;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Score;
import dev.spendsense.rules.definitions.Phrase;
import dev.spendsense.rules.facts.Assigned;
import dev.spendsense.rules.facts.Draft;
import dev.spendsense.rules.facts.Measurement;
import dev.spendsense.rules.facts.Note;
import dev.spendsense.rules.facts.PersonaPrior;
import dev.spendsense.rules.facts.Reading;
import dev.spendsense.rules.facts.Selected;
import dev.spendsense.rules.facts.Standing;
import dev.spendsense.rules.facts.Subscription;
import dev.spendsense.rules.facts.Unmeasured;
import dev.spendsense.rules.facts.Unused;
import dev.spendsense.rules.facts.User;
import dev.spendsense.rules.facts.Window;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Everything that a rule can touch: the types it may name, and the methods it may call on them. */
public final class Surface {

    /** Facts, outcomes, and what measures return. */
    private static final List<Class<?>> TYPES = List.of(
            User.class,
            Window.class,
            Card.class,
            RecurringSeries.class,
            Transaction.class,
            PersonaPrior.class,
            Phrase.class,
            Measurement.class,
            Reading.class,
            Unmeasured.class,
            Subscription.class,
            Unused.class,
            Note.class,
            Candidate.class,
            Evidence.class,
            Score.class,
            Standing.class,
            Assigned.class,
            Draft.class,
            Blocked.class,
            Selected.class,
            Measure.class,
            Source.class,
            Flow.class,
            Income.class,
            Cash.class,
            Savings.class,
            Cards.class,
            Cadence.class,
            Category.class);

    /** Types that a consequence may make with {@code new}. */
    private static final List<Class<?>> OUTCOMES = List.of(
            Unused.class, Note.class, Candidate.class, Evidence.class, Score.class, Standing.class, Blocked.class);

    /** Methods of the platform that mechanics need, by class. */
    private static final Map<String, Set<String>> PLATFORM = Map.of(
            "java.lang.Math", Set.of("min", "max", "abs"),
            "java.lang.StrictMath", Set.of("exp", "log", "min", "max", "abs", "sqrt"),
            "java.lang.Number", Set.of("intValue", "longValue", "doubleValue"),
            "java.lang.Double", Set.of("doubleValue", "intValue", "longValue"),
            "java.lang.Long", Set.of("doubleValue", "intValue", "longValue"),
            "java.lang.Integer", Set.of("doubleValue", "intValue", "longValue"),
            "java.lang.String", Set.of("equals", "isEmpty", "startsWith", "endsWith"),
            "java.util.List", Set.of("size", "isEmpty", "contains"),
            "java.time.LocalDate",
                    Set.of("minusDays", "plusDays", "isBefore", "isAfter", "getDayOfMonth", "getMonthValue", "getYear"),
            "java.util.Optional", Set.of("isPresent", "isEmpty"));

    /** What every value has, and no rule has a use for. */
    private static final Set<String> OF_EVERYTHING = Set.of("equals", "hashCode", "toString", "compareTo");

    private Surface() {}

    /** The types by simple name. */
    public static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        TYPES.forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }

    /** Simple names of the types that a consequence may make. */
    public static Set<String> outcomes() {
        Set<String> outcomes = new TreeSet<>();
        OUTCOMES.forEach(type -> outcomes.add(type.getSimpleName()));
        return outcomes;
    }

    static boolean isOutcome(String className) {
        return OUTCOMES.stream().anyMatch(type -> type.getName().equals(className));
    }

    static boolean isType(String className) {
        return TYPES.stream().anyMatch(type -> type.getName().equals(className));
    }

    public static Map<String, Set<String>> platform() {
        return PLATFORM;
    }

    /** The names that may follow a dot or stand for a property. */
    static Set<String> members() {
        Set<String> members = new TreeSet<>();
        for (Class<?> type : TYPES) {
            members.addAll(members(type));
        }
        PLATFORM.values().forEach(members::addAll);
        return members;
    }

    /** Whether a class of rules may call this method of a type; making one is for outcomes alone. */
    static boolean isMember(String className, String method) {
        return TYPES.stream()
                .anyMatch(type ->
                        type.getName().equals(className) && members(type).contains(method));
    }

    /** What can be asked of a type: its own public methods, and the constants of an enumeration. */
    public static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Method method : type.getMethods()) {
            boolean own = !method.getDeclaringClass().getName().startsWith("java.");
            if (own && !Modifier.isStatic(method.getModifiers()) && !OF_EVERYTHING.contains(method.getName())) {
                members.add(method.getName());
            }
        }
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                members.add(field.getName());
            }
        }
        return members;
    }

    /** The types that rules compile against: when one of them changes, what was compiled is out of date. */
    public static List<Class<?>> compiledAgainst() {
        return TYPES;
    }
}
