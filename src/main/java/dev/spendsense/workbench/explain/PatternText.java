package dev.spendsense.workbench.explain;

import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one pattern of a rule.
 *
 * @param text as it stands in the rule, in usual spacing
 * @param constraints what is asked of the fact, one by one; names that are given to fields are left out
 */
record PatternText(String text, List<Constraint> constraints) {

    /** Compared fields: {@code field operator right}. */
    record Constraint(List<DrlToken> words) {

        String text() {
            return spaced(words);
        }

        /** The field alone, if nothing else is said. */
        Optional<String> field() {
            return words.size() == 1 && words.get(0).isWord()
                    ? Optional.of(words.get(0).text())
                    : Optional.empty();
        }

        /** The field alone with a {@code !} before it. */
        Optional<String> deniedField() {
            return words.size() == 2 && words.get(0).is("!")
                    ? Optional.of(words.get(1).text())
                    : Optional.empty();
        }

        /** Whether a field is compared by an operator. */
        boolean compares(String field, String operator) {
            return words.size() >= 3 && words.get(0).is(field) && words.get(1).is(operator);
        }

        /** Whether it only says that the fact belongs to another one: {@code field == $binding}. */
        boolean links() {
            return words.size() == 3 && words.get(1).is("==") && words.get(2).isBinding();
        }

        String left() {
            return words.get(0).text();
        }

        String operator() {
            return words.size() < 3 ? "" : words.get(1).text();
        }

        /** What stands right of the operator. */
        List<DrlToken> right() {
            return words.subList(2, words.size());
        }

        /** The parameter that is read on the right: {@code $u.param("name")} and nothing else. */
        Optional<String> parameter() {
            List<DrlToken> right = words.size() < 3 ? List.of() : right();
            int size = right.size();
            boolean reads = (size == 4 || size == 6 && right.get(1).is("."))
                    && right.get(size - 4).is("param")
                    && right.get(size - 3).is("(")
                    && right.get(size - 2).isString();
            return reads ? Optional.of(right.get(size - 2).text()) : Optional.empty();
        }

        /** The number on the right, if there is nothing else. */
        Optional<Double> number() {
            return words.size() == 3 && words.get(2).isNumber()
                    ? Optional.of(Double.valueOf(words.get(2).text()))
                    : Optional.empty();
        }
    }

    static PatternText of(RuleOutline rule, RuleOutline.Match match) {
        List<DrlToken> words = rule.rule().conditions();
        int from = words.indexOf(match.place()) + 1;
        List<Constraint> constraints = new ArrayList<>();
        List<DrlToken> one = new ArrayList<>();
        int depth = 0;
        int at = from;
        do {
            DrlToken word = words.get(at++);
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && word.is(",")) {
                add(one, constraints);
                one = new ArrayList<>();
            } else if (at > from + 1) {
                one.add(word);
            }
        } while (depth > 0 && at < words.size());
        return new PatternText(spaced(words.subList(from - 1, at)), List.copyOf(constraints));
    }

    private static void add(List<DrlToken> words, List<Constraint> constraints) {
        boolean names = words.size() > 1 && words.get(1).is(":");
        if (!words.isEmpty() && !names) {
            constraints.add(new Constraint(List.copyOf(words)));
        }
    }

    private static String spaced(List<DrlToken> words) {
        StringBuilder text = new StringBuilder();
        DrlToken before = null;
        for (DrlToken word : words) {
            boolean glued = before == null
                    || word.is(",")
                    || word.is(")")
                    || word.is(".")
                    || before.is(".")
                    || before.is("(")
                    || before.is("!")
                    || word.is("(") && before.isWord() && !before.is("in");
            text.append(glued ? "" : " ").append(word.shown());
            before = word;
        }
        return text.toString();
    }
}
