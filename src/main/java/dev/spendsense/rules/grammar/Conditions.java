package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.grammar.RuleOutline.Match;
import dev.spendsense.rules.grammar.RuleOutline.Role;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.text.NearestName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between {@code when} and {@code then}: facts, each with its conditions. */
final class Conditions {

    private static final Set<String> FUNCTIONS = Set.of("sum", "count", "min", "max", "collectList", "collectSet");

    private final Cursor cursor;
    private final Members members;
    private final Scope scope;
    private final RuleOutline outline;
    private final Imports imports;

    Conditions(Cursor cursor, Members members, Scope scope, RuleOutline outline, Imports imports) {
        this.cursor = cursor;
        this.members = members;
        this.scope = scope;
        this.outline = outline;
        this.imports = imports;
    }

    void read() {
        while (!cursor.atEnd()) {
            condition(Role.EACH);
            between();
        }
    }

    private void between() {
        DrlToken token = cursor.peek();
        if (token.is("and") || token.is("or") || token.is(";")) {
            cursor.next();
        } else if (token.is("&&") || token.is("||") || token.is("&") || token.is("|")) {
            cursor.next();
            String meant = token.text().startsWith("&") ? "and" : "or";
            String problem = token.text() + " links conditions on one fact, not facts";
            cursor.report(FaultKind.WRONG_OPERATOR, token, problem, "write " + meant + ", or nothing");
        } else if (token.is(",")) {
            cursor.next();
            cursor.report(FaultKind.UNEXPECTED_WORD, token, "no comma stands between facts", "remove it");
        }
    }

    private void condition(Role role) {
        if (cursor.take("(")) {
            while (!cursor.atEnd() && !cursor.is(")")) {
                condition(role);
                between();
            }
            cursor.expect(")", "after the facts");
        } else if (cursor.is("not") || cursor.is("exists")) {
            Role inner = cursor.next().is("not") ? Role.NOT : Role.EXISTS;
            Map<String, Value> before = scope.moment();
            condition(inner);
            scope.backTo(before);
        } else if (cursor.is("accumulate")) {
            accumulate();
        } else {
            pattern(role);
        }
    }

    private void pattern(Role role) {
        String binding = "";
        if (cursor.peek().isWord() && cursor.peek(1).is(":")) {
            binding = binding();
        } else if (cursor.peek().isBinding()
                && Facts.type(cursor.peek(1).text()).isPresent()) {
            DrlToken name = cursor.next();
            binding = name.text();
            String problem = "a colon is missing after " + name.text();
            cursor.report(FaultKind.UNEXPECTED_WORD, cursor.peek(), problem, "write " + name.text() + " : ...");
        }
        DrlToken type = cursor.peek();
        if (!type.isWord() || type.isBinding()) {
            String problem = type.text().isEmpty() ? "a fact is missing here" : type.shown() + " is no fact";
            throw cursor.unexpected(problem, "name a fact, such as Window( ... )");
        }
        cursor.next();
        Class<?> fact = fact(type);
        if (!binding.isEmpty()) {
            scope.bind(binding, Value.of(fact, type));
        }
        if (!cursor.is("(")) {
            throw cursor.unexpected(
                    "after " + type.text() + " parentheses are missing",
                    "write " + type.text() + "( ... ), or () without conditions");
        }
        cursor.next();
        Map<String, Set<String>> texts = new HashMap<>();
        constraints(fact, texts);
        cursor.expect(")", "after the conditions of " + type.text());
        outline.matches().add(new Match(type.text(), role, texts, type));
    }

    private String binding() {
        DrlToken name = cursor.next();
        cursor.next();
        if (name.isBinding()) {
            if (scope.moment().containsKey(name.text())) {
                String problem = name.text() + " stands for something else already";
                cursor.report(FaultKind.DUPLICATE_NAME, name, problem, "give one of them another name");
            }
            return name.text();
        }
        String meant = "$" + name.text();
        cursor.report(
                FaultKind.MISSING_BINDING_SIGN,
                name,
                "the binding " + name.text() + " does not begin with $",
                "write " + meant + " : ..., and " + meant + " where it is used");
        return meant;
    }

    private Class<?> fact(DrlToken type) {
        String name = type.text();
        Class<?> known = Facts.type(name).orElse(null);
        if (known == null || !Facts.isFact(name)) {
            Optional<String> nearest = NearestName.of(name, Facts.names());
            cursor.report(
                    FaultKind.UNKNOWN_FACT,
                    type,
                    known == null ? "no fact is called " + name : name + " is no fact that rules can look for",
                    nearest.filter(near -> known == null)
                            .map(near -> "did you mean " + near + "?")
                            .orElse(
                                    known == null
                                            ? "facts are " + String.join(", ", Facts.names())
                                            : "ask Window for it"));
            return known;
        }
        if (imports.isVisible(type, cursor)) {
            imports.require(type, known, cursor);
        }
        return known;
    }

    private void constraints(Class<?> fact, Map<String, Set<String>> texts) {
        Expressions expressions = new Expressions(cursor, members, scope, fact, false);
        while (!cursor.atEnd() && !cursor.is(")")) {
            constraint(expressions, texts);
            if (cursor.take(",") || cursor.is(")")) {
                continue;
            }
            afterConstraint(expressions);
        }
    }

    private void constraint(Expressions expressions, Map<String, Set<String>> texts) {
        if (cursor.peek().isWord() && cursor.peek(1).is(":")) {
            String name = binding();
            DrlToken place = cursor.peek();
            Value value = expressions.read();
            scope.bind(name, value.at(place).bound());
            return;
        }
        if (cursor.is("not") || cursor.is("exists")) {
            throw cursor.unexpected(
                    cursor.peek().text() + " stands before facts, not within their conditions", "write ! or !=");
        }
        noteTexts(texts);
        Value value = expressions.read();
        boolean goesOn = cursor.peek().isNumber() || cursor.peek().isString() || cursor.is("not");
        if (value.known() && !value.isTruth() && !goesOn) {
            cursor.report(
                    FaultKind.NOT_A_CONDITION,
                    value.place(),
                    value.place().shown() + " is " + value.kind() + ", neither true nor false",
                    value.isMeasure() ? "add .above( ... ) or another comparison" : "compare it with something");
        }
    }

    /** What a field is compared with, if those are texts. */
    private void noteTexts(Map<String, Set<String>> texts) {
        if (!cursor.peek().isWord()) {
            return;
        }
        DrlToken operator = cursor.peek(1);
        Set<String> values = new HashSet<>();
        if ((operator.is("==") || operator.is("=")) && cursor.peek(2).isString()) {
            values.add(cursor.peek(2).text());
        } else if (operator.is("in") && cursor.peek(2).is("(")) {
            for (int i = 3; cursor.peek(i).isString(); i += cursor.peek(i + 1).is(",") ? 2 : 1) {
                values.add(cursor.peek(i).text());
            }
        }
        if (!values.isEmpty()) {
            texts.put(cursor.peek().text(), values);
        }
    }

    /** Neither a comma nor the end follows a condition: the slip that happens most. */
    private void afterConstraint(Expressions expressions) {
        DrlToken token = cursor.peek();
        DrlToken last = cursor.peek(-1);
        if (token.is("and") || token.is("or") || token.is("AND") || token.is("OR")) {
            cursor.next();
            boolean all = token.text().equalsIgnoreCase("and");
            cursor.report(
                    FaultKind.WRONG_OPERATOR,
                    token,
                    token.text() + " links facts, not conditions on one fact",
                    all ? "write a comma or &&" : "write ||");
        } else if (token.is(";")) {
            cursor.next();
            cursor.report(
                    FaultKind.MISSING_COMMA, token, "conditions are not separated by semicolons", "write a comma");
        } else if ((token.isNumber() || token.isString()) && !last.is(")") && !last.isNumber() && !last.isString()) {
            cursor.next();
            cursor.report(
                    FaultKind.WRONG_OPERATOR,
                    token,
                    "a comparison is missing between " + last.shown() + " and " + token.shown(),
                    "write ==, >= or another");
        } else if (cursor.atValue()) {
            expressions.missingComma();
        } else {
            throw cursor.unexpected(token.shown() + " does not fit after " + last.shown(), "write a comma or )");
        }
    }

    private void accumulate() {
        cursor.next();
        cursor.expect("(", "after accumulate");
        Map<String, Value> before = scope.moment();
        do {
            condition(Role.SUMMED_UP);
        } while (cursor.take("and"));
        if (!cursor.take(";") && !cursor.take(",")) {
            cursor.report(
                    FaultKind.MISSING_SEMICOLON,
                    cursor.peek(),
                    "in accumulate a semicolon is missing after the facts",
                    "write ; before " + cursor.peek().shown());
        }
        Map<String, Value> results = new HashMap<>();
        do {
            result(results);
        } while (cursor.take(",") || isCommaMissing());
        scope.backTo(before);
        results.forEach(scope::bind);
        if (cursor.take(";")) {
            constraints(null, new HashMap<>());
        }
        cursor.expect(")", "at the end of accumulate");
    }

    private boolean isCommaMissing() {
        if (cursor.peek().isBinding() && cursor.peek(1).is(":")) {
            new Expressions(cursor, members, scope, null, true).missingComma();
            return true;
        }
        return false;
    }

    private void result(Map<String, Value> results) {
        if (!cursor.peek().isWord() || !cursor.peek(1).is(":")) {
            throw cursor.unexpected("a result of accumulate is missing", "write $name : count(1) or another function");
        }
        String name = binding();
        DrlToken function = cursor.next();
        if (!FUNCTIONS.contains(function.text())) {
            Collection<String> known = FUNCTIONS.stream().sorted().toList();
            cursor.report(
                    FaultKind.UNKNOWN_HELPER,
                    function,
                    "accumulate has no function " + function.text(),
                    NearestName.of(function.text(), known)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("it has " + String.join(", ", known)));
        }
        List<Value> given = new Expressions(cursor, members, scope, null, true).arguments(function.text());
        Value first = given.isEmpty() ? Value.unknown(function) : given.get(0);
        boolean adds = Set.of("sum", "min", "max").contains(function.text());
        if (adds && first.known() && !first.isNumber()) {
            String problem = function.text() + " needs numbers, and this is " + first.kind();
            cursor.report(FaultKind.WRONG_KIND, first.place(), problem, "give it a number");
        }
        Class<?> type = switch (function.text()) {
            case "count" -> Long.class;
            case "collectList" -> List.class;
            case "collectSet" -> Set.class;
            case "sum", "min", "max" -> first.isWhole() ? Long.class : Double.class;
            default -> null;
        };
        results.put(name, Value.of(type, function).asResult());
    }
}
