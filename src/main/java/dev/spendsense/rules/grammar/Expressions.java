package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.vetting.DrlToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions: comparisons, sums, helpers. Slips that leave no doubt are told and read as what was meant. */
final class Expressions {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "=");
    private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=");
    private static final Set<String> MEMBERSHIP = Set.of("in", "contains", "memberOf");

    private final Cursor cursor;
    private final Members members;
    private final Scope scope;
    private final Class<?> fact;
    private final boolean summingUp;

    /**
     * @param fact the fact whose fields can be named without saying whose they are; {@code null} outside of patterns
     * @param summingUp whether this is read within a function of accumulate
     */
    Expressions(Cursor cursor, Members members, Scope scope, Class<?> fact, boolean summingUp) {
        this.cursor = cursor;
        this.members = members;
        this.scope = scope;
        this.fact = fact;
        this.summingUp = summingUp;
    }

    Value read() {
        Value left = and();
        while (cursor.is("||") || cursor.is("|")) {
            link("||");
            left = truths(left, cursor.isOneOf(COMPARISONS) ? compared(left) : and());
        }
        return left;
    }

    private Value and() {
        Value left = comparison();
        while (cursor.is("&&") || cursor.is("&")) {
            link("&&");
            left = truths(left, cursor.isOneOf(COMPARISONS) ? compared(left) : comparison());
        }
        return left;
    }

    private void link(String meant) {
        DrlToken token = cursor.next();
        if (!token.is(meant)) {
            cursor.report(FaultKind.WRONG_OPERATOR, token, token.text() + " links nothing", "write " + meant);
        }
    }

    private Value truths(Value left, Value right) {
        return Value.of(boolean.class, left.place());
    }

    private Value comparison() {
        if (cursor.is("!")) {
            DrlToken not = cursor.next();
            Value value = comparison();
            if (value.known() && !value.isTruth()) {
                cursor.report(
                        FaultKind.NOT_A_CONDITION,
                        value.place(),
                        "! turns true and false around, and this is " + value.kind(),
                        "compare it with something");
            }
            return Value.of(boolean.class, not);
        }
        return compared(sum());
    }

    /** The comparison that follows a value, if one does. */
    private Value compared(Value left) {
        DrlToken operator = cursor.peek();
        if (cursor.isOneOf(COMPARISONS) && !(operator.is("=") && fact == null && !inConditions())) {
            cursor.next();
            String meant = operator.text();
            if (meant.equals("=")) {
                cursor.report(FaultKind.WRONG_OPERATOR, operator, "= compares nothing", "write ==");
                meant = "==";
            }
            if (!cursor.atValue() && !cursor.is("-")) {
                throw cursor.unexpected(
                        "after " + meant + " a value is missing",
                        "write what " + left.place().shown() + " is compared with");
            }
            Value right = sum();
            members.compare(left, meant, right, ORDER.contains(meant));
            return Value.of(boolean.class, left.place());
        }
        boolean negated =
                operator.is("not") && MEMBERSHIP.contains(cursor.peek(1).text());
        if (negated) {
            cursor.next();
        }
        if (cursor.isOneOf(MEMBERSHIP)
                && (negated || !cursor.peek().is("in") || cursor.peek(1).is("("))) {
            boolean list = cursor.next().is("in");
            if (list) {
                for (Value option : arguments("in")) {
                    members.compare(left, "==", option, false);
                }
            } else {
                sum();
            }
            return Value.of(boolean.class, left.place());
        }
        return left;
    }

    private boolean inConditions() {
        return members.inConditions();
    }

    /** A value without comparison, as a binding takes it. */
    Value sum() {
        Value left = product();
        while (cursor.is("+") || cursor.is("-")) {
            DrlToken operator = cursor.next();
            left = arithmetic(left, operator, product());
        }
        return left;
    }

    private Value product() {
        Value left = negative();
        while (cursor.is("*") || cursor.is("/")) {
            DrlToken operator = cursor.next();
            left = arithmetic(left, operator, negative());
        }
        return left;
    }

    private Value arithmetic(Value left, DrlToken operator, Value right) {
        if (summingUp) {
            cursor.report(
                    FaultKind.ACCUMULATE_ARITHMETIC,
                    operator,
                    "arithmetic is not possible within accumulate",
                    "ask the fact for the finished value, or add up afterwards");
        } else if (left.isMeasure() || right.isMeasure()) {
            String helper = operator.is("/") ? "over" : operator.is("-") ? "minus" : "plus";
            cursor.report(
                    FaultKind.MEASURE_COMPARED,
                    operator,
                    "a measure may be unknown and cannot be reckoned with " + operator.text(),
                    operator.is("*") ? "write .value() after the measure" : "write ." + helper + "( ... )");
        } else if (operator.is("+") && (left.isText() || right.isText())) {
            return Value.of(String.class, left.place());
        } else if (left.known() && right.known() && !(left.isNumber() && right.isNumber())) {
            Value wrong = left.isNumber() ? right : left;
            cursor.report(
                    FaultKind.WRONG_KIND,
                    wrong.place(),
                    operator.text() + " needs numbers, and this is " + wrong.kind(),
                    "use a number");
        } else if (operator.is("/") && left.isWhole() && right.isWhole()) {
            cursor.report(
                    FaultKind.INTEGER_DIVISION,
                    operator,
                    "both are whole numbers, so that the rest of the division is cut off",
                    right.literal() ? "write " + right.place().text() + ".0" : "write 1.0 * before it");
        }
        boolean whole = left.isWhole() && right.isWhole();
        boolean known = left.isNumber() && right.isNumber();
        return Value.of(known ? (whole ? long.class : double.class) : null, left.place());
    }

    private Value negative() {
        if (cursor.is("-")) {
            DrlToken minus = cursor.next();
            return postfix().at(minus);
        }
        return postfix();
    }

    private Value postfix() {
        Value value = primary();
        while (cursor.is(".")) {
            cursor.next();
            if (!cursor.peek().isWord()) {
                throw cursor.unexpected(
                        "after the point a name is missing", "name what is asked for, or remove the point");
            }
            DrlToken name = cursor.next();
            if (value.summedUp() && members.inConditions()) {
                cursor.report(
                        FaultKind.ACCUMULATE_RESULT,
                        name,
                        "a result of accumulate cannot be asked for " + name.text() + " in a condition",
                        "compare the result itself, or ask after then");
            }
            boolean asked = cursor.is("(");
            value = members.of(value, name, asked, asked ? arguments(name.text()) : List.of());
        }
        return value;
    }

    private Value primary() {
        DrlToken token = cursor.peek();
        if (token.isString()) {
            cursor.next();
            return Value.literal(String.class, token);
        }
        if (token.isNumber()) {
            cursor.next();
            return Value.literal(token.text().contains(".") ? double.class : int.class, token);
        }
        if (cursor.take("(")) {
            Value inner = read();
            close("(");
            return inner.at(token);
        }
        if (!token.isWord()) {
            throw cursor.unexpected(
                    token.text().isEmpty() ? "something is missing here" : token.text() + " does not fit here",
                    "compare with the examples in rules/README.md");
        }
        cursor.next();
        return word(token);
    }

    private Value word(DrlToken token) {
        switch (token.text()) {
            case "true", "false" -> {
                return Value.literal(boolean.class, token);
            }
            case "null" -> {
                return Value.of(Value.Missing.class, token);
            }
            case "new" -> {
                DrlToken type = cursor.next();
                return members.made(type, cursor.is("(") ? arguments(type.text()) : List.of());
            }
            default -> {}
        }
        if (token.isBinding()) {
            return members.binding(token, scope);
        }
        boolean asked = cursor.is("(");
        if ((token.is("Math") || token.is("StrictMath")) && cursor.take(".")) {
            DrlToken function = cursor.next();
            List<Value> given = cursor.is("(") ? arguments(function.text()) : List.of();
            return members.mathematics(token, function, given);
        }
        if (Facts.type(token.text()).isPresent() && cursor.is(".")) {
            cursor.next();
            return members.constant(token, cursor.next());
        }
        Value whose = fact == null ? null : Value.of(fact, token);
        return members.bare(whose, token, asked, asked ? arguments(token.text()) : List.of(), scope);
    }

    /** The values in parentheses. */
    List<Value> arguments(String whose) {
        cursor.expect("(", "after " + whose);
        List<Value> values = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.is(")")) {
            values.add(read());
            if (!cursor.take(",") && !cursor.is(")")) {
                if (!cursor.atValue()) {
                    throw cursor.unexpected(cursor.peek().shown() + " does not fit here", "write a comma or )");
                }
                missingComma();
            }
        }
        close(whose);
        return values;
    }

    void missingComma() {
        cursor.report(
                FaultKind.MISSING_COMMA,
                cursor.peek(),
                "a comma is missing between " + cursor.peek(-1).shown() + " and "
                        + cursor.peek().shown(),
                "write a comma before " + cursor.peek().shown());
    }

    private void close(String whose) {
        cursor.expect(")", "after " + cursor.peek(-1).shown());
    }

    static boolean isDate(Class<?> type) {
        return type == LocalDate.class;
    }
}
