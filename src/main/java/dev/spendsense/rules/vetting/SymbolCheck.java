package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.util.List;
import java.util.Set;

/**
 * The signs of a rule. Each of its words may be known and the whole still be code that no rule needs: blocks, arrays,
 * functions without a name, texts that double.
 */
final class SymbolCheck {

    private static final Set<String> BRACKETS = Set.of("[", "]", "{", "}");

    private final Set<String> outcomes = Surface.outcomes();
    private final String path;
    private final DrlRule rule;
    private final List<RuleFault> faults;

    SymbolCheck(String path, DrlRule rule, List<RuleFault> faults) {
        this.path = path;
        this.rule = rule;
        this.faults = faults;
    }

    void check() {
        check(rule.conditions(), true);
        check(rule.consequence(), false);
    }

    private void check(List<DrlToken> part, boolean conditions) {
        for (int i = 0; i < part.size(); i++) {
            DrlToken token = part.get(i);
            if (token.kind() != DrlToken.Kind.SYMBOL) {
                continue;
            }
            DrlToken before = part.get(Math.max(0, i - 1));
            if (BRACKETS.contains(token.text())) {
                refuse(token, token.text() + " is not understood within rules", "rules need ( and ) alone");
            } else if (token.is("@")) {
                refuse(token, "a tag has no place here", "write tags on the line after the name");
            } else if (isGlued(before, token, "-", ">")
                    || isGlued(before, token, ":", ":")
                    || isGlued(before, token, "+", "+")
                    || isGlued(before, token, "-", "-")) {
                refuse(before, before.text() + token.text() + " is not understood within rules", "ask for the value");
            } else if (!conditions && token.is(":")) {
                refuse(token, "nothing is bound after then", "bind it before then, or write double $x = ...");
            } else if (!conditions && token.is("=")) {
                checkGivenOnce(part, i);
            } else {
                continue;
            }
            if (!faults.isEmpty() && faults.get(faults.size() - 1).rule().equals(rule.name())) {
                return; // the rest of the part is of the same kind
            }
        }
    }

    /** A name stands for one value; a text that is kept and joined with itself again and again fills the memory. */
    private void checkGivenOnce(List<DrlToken> part, int equals) {
        boolean declares = equals >= 2
                && part.get(equals - 1).isWord()
                && part.get(equals - 2).isWord()
                && !part.get(equals - 2).isBinding();
        if (!declares) {
            refuse(part.get(equals), "= gives a value to something that has one", "write double $new = ...");
            return;
        }
        if (outcomes.contains(part.get(equals - 2).text())) {
            refuse(part.get(equals - 2), "a conclusion cannot be kept", "insert it at once");
            return;
        }
        for (int i = equals; i < part.size() && !part.get(i).is(";"); i++) {
            if (part.get(equals - 2).is("String") && part.get(i).is("+")) {
                refuse(part.get(i), "a joined text cannot be kept", "join it where it is used");
                return;
            }
        }
    }

    private static boolean isGlued(DrlToken before, DrlToken token, String first, String second) {
        return before.is(first)
                && token.is(second)
                && before.line() == token.line()
                && before.column() + 1 == token.column();
    }

    private void refuse(DrlToken token, String problem, String remedy) {
        faults.add(
                new RuleFault(path, token.line(), token.column(), rule.name(), FaultKind.NOT_ALLOWED, problem, remedy));
    }
}
