package dev.spendsense.rules.grammar;

import static java.util.stream.Collectors.joining;

import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.rules.vetting.Surface;
import dev.spendsense.text.NearestName;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be asked of a value, and what can be compared with what. */
final class Members {

    private final Cursor cursor;
    private final Definitions definitions;
    private final Units units;
    private final boolean inConditions;

    Members(Cursor cursor, Definitions definitions, SampleUser sample, boolean inConditions) {
        this.cursor = cursor;
        this.definitions = definitions;
        this.units = new Units(cursor, definitions, sample);
        this.inConditions = inConditions;
    }

    boolean inConditions() {
        return inConditions;
    }

    /** A field or helper of a value. */
    Value of(Value whose, DrlToken name, boolean asked, List<Value> given) {
        if (!whose.known()) {
            return Value.unknown(whose.place());
        }
        if (!Facts.isKnown(whose.type())) {
            if (whose.isNumber() || whose.isTruth()) {
                cursor.report(
                        FaultKind.UNKNOWN_HELPER,
                        name,
                        name.text() + " is asked of a measure, and this is " + whose.kind(),
                        whose.isNumber() ? "compare it with < > == and the like" : "leave it out");
            }
            return Value.unknown(whose.place());
        }
        List<Method> methods = Facts.methods(whose.type(), name.text());
        if (methods.isEmpty()) {
            unknownMember(whose.type(), name, asked);
            return Value.unknown(whose.place());
        }
        if (!asked && methods.stream().allMatch(method -> method.getParameterCount() > 0)) {
            cursor.report(
                    FaultKind.WRONG_ARGUMENTS, name, name.text() + " needs something in parentheses", wanted(methods));
            return result(whose, methods.get(0), given);
        }
        if (!asked && !inConditions) {
            String remedy = "write " + name.text() + "()";
            cursor.report(FaultKind.WRONG_ARGUMENTS, name, "after then, " + name.text() + " needs parentheses", remedy);
        }
        int before = cursor.told();
        Method method = fitting(name, methods, given);
        if (cursor.told() == before) {
            units.check(whose, name, given);
        }
        return result(whose, method, given).in(units.of(whose, method, given));
    }

    private static Value result(Value whose, Method method, List<Value> given) {
        Class<?> type = method.getReturnType();
        boolean reading = whose.type().getSimpleName().equals("Measurement") && type == Object.class;
        boolean same = reading || type == whose.type();
        String name = same ? whose.name() : firstText(given);
        return Value.of(reading ? Facts.type("Reading").orElseThrow() : type, whose.place())
                .named(name)
                .in(same ? whose.unit() : Optional.empty());
    }

    private static String firstText(List<Value> given) {
        return given.isEmpty() || !given.get(0).literal() || !given.get(0).isText()
                ? ""
                : given.get(0).place().text();
    }

    private void unknownMember(Class<?> type, DrlToken name, boolean asked) {
        Collection<String> known = Facts.members(type);
        cursor.report(
                asked ? FaultKind.UNKNOWN_HELPER : FaultKind.UNKNOWN_FIELD,
                name,
                Value.kind(type).replaceFirst("^(an?) (?=[A-Z])", "") + " has no " + (asked ? "helper " : "field ")
                        + name.text(),
                remedy(name.text(), known));
    }

    private Method fitting(DrlToken name, List<Method> methods, List<Value> given) {
        List<Method> ofLength = methods.stream()
                .filter(method -> method.getParameterCount() == given.size())
                .toList();
        if (ofLength.isEmpty()) {
            cursor.report(
                    FaultKind.WRONG_ARGUMENTS,
                    name,
                    name.text() + " is given " + counted(given.size()) + " in parentheses",
                    wanted(methods));
            return methods.get(0);
        }
        for (Method method : ofLength) {
            if (firstUnfit(method.getParameterTypes(), given) < 0) {
                return method;
            }
        }
        Method method = ofLength.get(0);
        int wrong = firstUnfit(method.getParameterTypes(), given);
        unfit(name, given.get(wrong), method.getParameterTypes()[wrong]);
        return method;
    }

    private void unfit(DrlToken name, Value given, Class<?> wanted) {
        String remedy = "give it " + Value.kind(wanted);
        if (wanted == String.class && given.isNumber()) {
            remedy = "give it the name of a parameter in quotes";
        } else if (Value.isNumber(wanted) && given.isText()) {
            boolean parameter = definitions.parameters().has(given.place().text());
            boolean number = given.place().text().matches("[0-9.]+");
            remedy = parameter
                    ? "write param(\"" + given.place().text() + "\")"
                    : number ? "write " + given.place().text() + " without quotes" : remedy;
        } else if (Value.isNumber(wanted) && given.isMeasure()) {
            remedy = "write .value() after the measure";
        }
        cursor.report(
                FaultKind.WRONG_ARGUMENTS,
                given.place(),
                name.text() + " takes " + Value.kind(wanted) + " here, and this is " + given.kind(),
                remedy);
    }

    private static int firstUnfit(Class<?>[] wanted, List<Value> given) {
        for (int i = 0; i < wanted.length; i++) {
            if (!given.get(i).fits(wanted[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String counted(int size) {
        return size == 0 ? "nothing" : size == 1 ? "one thing" : size + " things";
    }

    private static String wanted(List<Method> methods) {
        return methods.stream()
                .map(method -> method.getName() + "(" + parameters(method.getParameters()) + ")")
                .distinct()
                .collect(joining(" or ", "it is written ", ""));
    }

    private static String parameters(Parameter[] parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> Value.kind(parameter.getType()))
                .collect(joining(", "));
    }

    /** A fact made with {@code new}. */
    Value made(DrlToken type, List<Value> given) {
        Optional<Class<?>> known =
                Facts.type(type.text()).filter(c -> Surface.outcomes().contains(type.text()));
        if (known.isEmpty()) {
            return Value.unknown(type); // refused already
        }
        List<Constructor<?>> ways = List.of(known.get().getConstructors());
        List<Constructor<?>> ofLength = ways.stream()
                .filter(way -> way.getParameterCount() == given.size())
                .toList();
        if (ofLength.isEmpty()) {
            String written = "it is written new " + type.text() + "("
                    + parameters(ways.get(0).getParameters()) + ")";
            String problem = type.text() + " is given " + counted(given.size()) + " in parentheses";
            cursor.report(FaultKind.WRONG_ARGUMENTS, type, problem, written);
        } else {
            Class<?>[] wanted = ofLength.get(0).getParameterTypes();
            int wrong = firstUnfit(wanted, given);
            if (wrong >= 0) {
                unfit(type, given.get(wrong), wanted[wrong]);
            }
        }
        return Value.of(known.get(), type).named(firstText(given));
    }

    Value mathematics(DrlToken place, DrlToken function, List<Value> given) {
        if (!Surface.platform().get("java.lang." + place.text()).contains(function.text())) {
            Collection<String> known = Surface.platform().get("java.lang." + place.text());
            String problem = place.text() + " has no helper " + function.text();
            cursor.report(FaultKind.UNKNOWN_HELPER, function, problem, remedy(function.text(), known));
            return Value.unknown(place);
        }
        boolean whole = !given.isEmpty()
                && given.stream().allMatch(Value::isWhole)
                && List.of("min", "max", "abs").contains(function.text());
        return Value.of(whole ? long.class : double.class, place);
    }

    /** One of a list of constants, such as {@code Category.TRAVEL}. */
    Value constant(DrlToken type, DrlToken name) {
        Class<?> known = Facts.type(type.text()).orElseThrow();
        if (!known.isEnum()) {
            return Value.unknown(type);
        }
        List<String> names =
                Arrays.stream(known.getEnumConstants()).map(Object::toString).toList();
        if (!names.contains(name.text())) {
            String problem = "no " + type.text() + " is called " + name.text();
            cursor.report(FaultKind.UNKNOWN_VALUE, name, problem, remedy(name.text(), names));
        }
        return Value.of(known, type);
    }

    /** What a rule has bound to a name that begins with a dollar sign. */
    Value binding(DrlToken token, Scope scope) {
        Value value = scope.binding(token);
        if (value != null) {
            return value;
        }
        boolean elsewhere = scope.gives(token.text());
        cursor.report(
                FaultKind.UNKNOWN_BINDING,
                token,
                elsewhere
                        ? token.text() + " is bound later, or within not, exists or accumulate"
                        : "nothing is bound to " + token.text(),
                elsewhere
                        ? "bind it before and outside"
                        : NearestName.of(token.text(), scope.names())
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse("write " + token.text() + " : before what it stands for"));
        return Value.unknown(token);
    }

    /** A name that stands alone: a field of the fact whose conditions are read, or a slip. */
    Value bare(Value whose, DrlToken token, boolean asked, List<Value> given, Scope scope) {
        String name = token.text();
        if (whose != null && whose.known() && !Facts.methods(whose.type(), name).isEmpty()) {
            return of(whose, token, asked, given);
        }
        if (scope.gives("$" + name)) {
            cursor.report(FaultKind.MISSING_BINDING_SIGN, token, name + " lacks the $ of a binding", "write $" + name);
            Value bound = scope.binding(new DrlToken(token.kind(), "$" + name, token.line(), token.column()));
            return bound == null ? Value.unknown(token) : bound;
        }
        if (whose == null && inConditions) {
            return Value.unknown(token); // the fact is not known, so nothing is said about its fields
        }
        if (!asked && isDeclared(name)) {
            cursor.report(
                    FaultKind.MISSING_QUOTES,
                    token,
                    name + " is a name and stands in quotes",
                    "write \"" + name + "\"");
            return Value.literal(String.class, token);
        }
        if (whose != null && whose.known()) {
            unknownMember(whose.type(), token, asked);
        } else if (!inConditions) {
            Optional<String> binding = NearestName.of("$" + name, scope.names());
            cursor.report(
                    FaultKind.UNKNOWN_WORD,
                    token,
                    name + " is not known",
                    binding.map(nearest -> "did you mean " + nearest + "?")
                            .orElse("begin with a binding ($...), insert or new"));
        }
        return Value.unknown(token);
    }

    private boolean isDeclared(String name) {
        return definitions.parameters().has(name)
                || definitions.vocabulary().signals().containsKey(name)
                || definitions.vocabulary().personas().containsKey(name)
                || definitions.vocabulary().categorySets().containsKey(name)
                || definitions.content().items().containsKey(name);
    }

    void compare(Value left, String operator, Value right, boolean ordered) {
        if (left.summedUp() && right.summedUp()) {
            cursor.report(
                    FaultKind.TWO_ACCUMULATE_RESULTS,
                    left.place(),
                    "two results of accumulate are compared, which the engine may do the wrong way round",
                    "put one of them into an accumulate of its own");
        }
        if (left.type() == null
                || right.type() == null
                || left.type() == Object.class
                || right.type() == Object.class) {
            return;
        }
        boolean missing = left.type() == Value.Missing.class || right.type() == Value.Missing.class;
        if (missing) {
            return;
        }
        if (left.isMeasure() || right.isMeasure()) {
            Value measure = left.isMeasure() ? left : right;
            cursor.report(
                    FaultKind.MEASURE_COMPARED,
                    measure.place(),
                    "this is a measure, which may be unknown, and cannot be compared by " + operator,
                    "write ." + helperFor(operator, left.isMeasure()) + "( ... )");
            return;
        }
        if (left.isNumber() && right.isNumber()) {
            checkWindow(left, operator, right);
            units.checkNumbers(left, right);
            return;
        }
        boolean same = left.isTruth() && right.isTruth() || left.type() == right.type();
        if (same && !(ordered && (left.isText() || left.isTruth()))) {
            return;
        }
        if (same) {
            String problem = operator + " compares numbers or dates, and this is " + left.kind();
            cursor.report(FaultKind.WRONG_KIND, left.place(), problem, "write == or !=");
            return;
        }
        Value odd = right.literal() || !left.literal() ? right : left;
        Value other = odd == right ? left : right;
        boolean codeOrDate = other.type().isEnum() || Expressions.isDate(other.type());
        cursor.report(
                codeOrDate && odd.isText() ? FaultKind.TEXT_FOR_CATEGORY_OR_DATE : FaultKind.WRONG_KIND,
                odd.place(),
                "this is " + odd.kind() + ", and " + other.place().shown() + " is " + other.kind(),
                comparable(other, odd));
    }

    /** A window of another length is never there, so that the rule would never fire. */
    private void checkWindow(Value left, String operator, Value right) {
        List<Integer> windows = definitions.vocabulary().windows();
        boolean length = left.place().is("windowDays") || left.place().is("days");
        if (length
                && inConditions
                && operator.equals("==")
                && right.literal()
                && !windows.isEmpty()
                && right.isWhole()
                && !windows.contains(Integer.valueOf(right.place().text()))) {
            cursor.report(
                    FaultKind.UNKNOWN_WINDOW,
                    right.place(),
                    "no window has " + right.place().text() + " days",
                    "windows have " + windows.stream().map(String::valueOf).collect(joining(" or ")) + " days");
        }
    }

    private static String helperFor(String operator, boolean measureFirst) {
        return switch (operator) {
            case ">" -> measureFirst ? "above" : "below";
            case "<" -> measureFirst ? "below" : "above";
            case "<=" -> measureFirst ? "atMost" : "atLeast";
            default -> measureFirst || operator.equals("==") ? "atLeast" : "atMost";
        };
    }

    private static String comparable(Value wanted, Value given) {
        if (wanted.type().isEnum()) {
            return wanted.type().getSimpleName().equals("Category")
                    ? "write Category." + given.place().text() + ", or isIn with a set"
                    : "compare with one of " + Arrays.toString(wanted.type().getEnumConstants());
        }
        if (Expressions.isDate(wanted.type())) {
            return "compare with $u.asOf().minusDays( ... )";
        }
        if (wanted.isNumber() && given.isText() && given.place().text().matches("[0-9.]+")) {
            return "write " + given.place().text() + " without quotes";
        }
        if (wanted.isText() && given.literal() && given.isNumber()) {
            return "write \"" + given.place().text() + "\"";
        }
        if (wanted.isTruth()) {
            return "write it without comparison, or with ! before it";
        }
        return "compare it with " + wanted.kind();
    }

    private static String remedy(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(
                        known.size() <= 25
                                ? "it has " + String.join(", ", known)
                                : "rules/README.md lists what there is");
    }
}
