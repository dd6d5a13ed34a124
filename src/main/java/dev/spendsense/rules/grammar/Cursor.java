package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.List;
import java.util.Set;

/** A place in one part of a rule, from which it is read on; what does not fit is told from here. */
final class Cursor {

    /** The part cannot be read on from here; that has been told. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1;

        Lost() {
            super(null, null, false, false);
        }
    }

    private static final DrlToken NOTHING = new DrlToken(DrlToken.Kind.SYMBOL, "", 0, 0);

    private final String file;
    private final String rule;
    private final List<DrlToken> tokens;
    private final List<RuleFault> faults;
    private int at;

    Cursor(String file, String rule, List<DrlToken> tokens, List<RuleFault> faults) {
        this.file = file;
        this.rule = rule;
        this.tokens = tokens;
        this.faults = faults;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    DrlToken peek() {
        return peek(0);
    }

    DrlToken peek(int further) {
        int index = at + further;
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    DrlToken next() {
        DrlToken token = peek();
        at++;
        return token;
    }

    boolean is(String text) {
        return peek().is(text);
    }

    boolean isOneOf(Set<String> texts) {
        return !peek().isString() && texts.contains(peek().text());
    }

    /** Steps over a word if it is there. */
    boolean take(String text) {
        boolean there = is(text);
        at += there ? 1 : 0;
        return there;
    }

    /** Steps over a word that has to be there. */
    void expect(String text, String where) {
        if (!take(text)) {
            throw unexpected(text + " is missing " + where, "write " + text + " before this");
        }
    }

    /** Whether something that has a value may begin here. */
    boolean atValue() {
        DrlToken token = peek();
        return token.isString() || token.isNumber() || token.isWord() || token.is("(") || token.is("!");
    }

    /** Tells what does not fit here; the part is given up. */
    Lost unexpected(String problem, String remedy) {
        DrlToken place = atEnd() ? afterLast() : peek();
        report(FaultKind.UNEXPECTED_WORD, place, problem, remedy);
        return new Lost();
    }

    /** How many faults have been told so far. */
    int told() {
        return faults.size();
    }

    /** The place right after the word before. */
    DrlToken afterLast() {
        DrlToken last = peek(-1);
        return last == NOTHING
                ? NOTHING
                : new DrlToken(
                        DrlToken.Kind.SYMBOL,
                        "",
                        last.line(),
                        last.column() + last.shown().length());
    }

    void report(FaultKind kind, DrlToken place, String problem, String remedy) {
        faults.add(new RuleFault(file, place.line(), place.column(), rule, kind, problem, remedy));
    }
}
