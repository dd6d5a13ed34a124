package dev.spendsense.rules.grammar;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.vetting.DrlToken;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression is worth, as far as it can be told without evaluating it.
 *
 * @param type its class; {@code null} when that cannot be told, so that nothing is said about it
 * @param place where the expression begins
 * @param name of a fact that is made: its signal, persona, note or advice; empty when unknown
 * @param unit of a measure or parameter, if known
 * @param literal whether it stands there as such
 * @param summedUp whether it is a result of accumulate
 */
record Value(Class<?> type, DrlToken place, String name, Optional<Unit> unit, boolean literal, boolean summedUp) {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class);
    private static final Set<Class<?>> WITH_FRACTION = Set.of(double.class, float.class, Double.class, Float.class);

    /** The type of {@code null}. */
    static final class Missing {
        private Missing() {}
    }

    static Value of(Class<?> type, DrlToken place) {
        return new Value(type, place, "", Optional.empty(), false, false);
    }

    static Value unknown(DrlToken place) {
        return of(null, place);
    }

    static Value literal(Class<?> type, DrlToken place) {
        return new Value(type, place, "", Optional.empty(), true, false);
    }

    Value named(String madeOf) {
        return new Value(type, place, madeOf, unit, literal, summedUp);
    }

    Value in(Optional<Unit> counted) {
        return new Value(type, place, name, counted, literal, summedUp);
    }

    Value at(DrlToken other) {
        return new Value(type, other, name, unit, literal, summedUp);
    }

    Value bound() {
        return new Value(type, place, name, unit, false, summedUp);
    }

    Value asResult() {
        return new Value(type, place, name, unit, false, true);
    }

    boolean known() {
        return type != null && type != Missing.class && type != Object.class;
    }

    boolean isNumber() {
        return isNumber(type);
    }

    boolean isWhole() {
        return type != null && WHOLE.contains(type);
    }

    boolean isTruth() {
        return type == boolean.class || type == Boolean.class;
    }

    boolean isText() {
        return type == String.class;
    }

    boolean isMeasure() {
        return type == Measure.class;
    }

    static boolean isNumber(Class<?> type) {
        return type != null && (WHOLE.contains(type) || WITH_FRACTION.contains(type) || type == Number.class);
    }

    /** Whether a value of this kind can be given where the other is wanted. */
    boolean fits(Class<?> wanted) {
        if (!known() || wanted == Object.class) {
            return true;
        }
        if (isNumber(wanted)) {
            return isNumber() && (isWhole() || !WHOLE.contains(wanted));
        }
        if (wanted == boolean.class) {
            return isTruth();
        }
        return wanted.isAssignableFrom(type);
    }

    String kind() {
        return kind(type);
    }

    /** The kind of a value in an analyst's words. */
    static String kind(Class<?> type) {
        if (type == null) {
            return "something";
        }
        if (isNumber(type)) {
            return WHOLE.contains(type) ? "a whole number" : "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        String name = type.getSimpleName();
        return "AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " + name : "a " + (type == Measure.class ? "measure" : name);
    }
}
