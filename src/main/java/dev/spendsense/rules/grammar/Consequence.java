package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.grammar.RuleOutline.Conclusion;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands between {@code then} and {@code end}: what a rule inserts. */
final class Consequence {

    private static final Map<String, Class<?>> SIMPLE = Map.of(
            "double",
            double.class,
            "int",
            int.class,
            "long",
            long.class,
            "boolean",
            boolean.class,
            "String",
            String.class);

    private final Cursor cursor;
    private final Scope scope;
    private final Expressions expressions;
    private final RuleOutline outline;
    private final Imports imports;

    Consequence(Cursor cursor, Members members, Scope scope, RuleOutline outline, Imports imports) {
        this.cursor = cursor;
        this.scope = scope;
        this.expressions = new Expressions(cursor, members, scope, null, false);
        this.outline = outline;
        this.imports = imports;
    }

    void read() {
        while (!cursor.atEnd()) {
            if (!cursor.take(";")) {
                statement();
                close();
            }
        }
    }

    private void statement() {
        DrlToken first = cursor.peek();
        boolean insert = first.is("insert")
                || first.isWord()
                        && !first.isBinding()
                        && cursor.peek(1).is("(")
                        && NearestName.of(first.text(), Set.of("insert")).isPresent();
        boolean declares =
                first.isWord() && !first.isBinding() && cursor.peek(1).isWord() && !first.is("new");
        if (insert) {
            insert();
        } else if (declares) {
            local();
        } else {
            expressions.read();
        }
    }

    private void insert() {
        DrlToken insert = cursor.next();
        if (!insert.is("insert")) {
            String problem = insert.text() + " is not known";
            cursor.report(FaultKind.UNKNOWN_WORD, insert, problem, "did you mean insert?");
        }
        List<Value> given = expressions.arguments("insert");
        if (given.size() != 1) {
            cursor.report(
                    FaultKind.WRONG_ARGUMENTS,
                    insert,
                    given.isEmpty() ? "insert is given nothing" : "insert is given several things",
                    "insert one fact at a time");
            return;
        }
        Value fact = given.get(0);
        if (!fact.known()) {
            return;
        }
        String name = fact.type().getSimpleName();
        if (name.equals("Measurement")) {
            cursor.report(
                    FaultKind.UNFINISHED_SIGNAL,
                    fact.place(),
                    "the signal is not compared with a threshold",
                    "add .atLeast(\"parameter\") or another comparison after signal( ... )");
        } else if (!Facts.isFact(name)) {
            cursor.report(
                    FaultKind.WRONG_ARGUMENTS,
                    fact.place(),
                    "insert takes a fact, and this is " + fact.kind(),
                    fact.isMeasure()
                            ? "write $w.signal(\"type\", ...) around the measure"
                            : "insert what a helper concludes");
        } else {
            outline.conclusions().add(new Conclusion(name, fact.name(), fact.place()));
        }
    }

    private void local() {
        DrlToken type = cursor.next();
        DrlToken name = cursor.next();
        Class<?> known =
                SIMPLE.getOrDefault(type.text(), Facts.type(type.text()).orElse(null));
        if (known != null && Facts.type(type.text()).isPresent()) {
            imports.require(type, known, cursor);
        }
        cursor.expect("=", "after " + name.text());
        Value value = expressions.read();
        if (known != null && !value.fits(known)) {
            String problem = name.text() + " is " + Value.kind(known) + ", and this is " + value.kind();
            cursor.report(FaultKind.WRONG_KIND, value.place(), problem, "give it " + Value.kind(known));
        }
        if (!name.isBinding()) {
            String problem = "the name " + name.text() + " does not begin with $";
            cursor.report(FaultKind.MISSING_BINDING_SIGN, name, problem, "write $" + name.text());
        }
        Value declared = Value.of(known, name).in(value.unit()).named(value.name());
        scope.bind(name.isBinding() ? name.text() : "$" + name.text(), declared);
    }

    private void close() {
        if (cursor.take(";")) {
            return;
        }
        DrlToken token = cursor.peek();
        boolean another = cursor.atEnd() || token.line() > cursor.peek(-1).line() || token.is("insert");
        if (!another) {
            throw cursor.unexpected(
                    token.shown() + " does not fit after " + cursor.peek(-1).shown(),
                    "write ; if another conclusion begins here");
        }
        cursor.report(
                FaultKind.MISSING_SEMICOLON,
                cursor.afterLast(),
                "a semicolon is missing after " + cursor.peek(-1).shown(),
                "write ; at the end of the conclusion");
    }
}
