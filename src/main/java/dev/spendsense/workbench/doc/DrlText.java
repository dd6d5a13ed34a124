package dev.spendsense.workbench.doc;

import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.text.Markup;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a rule as it stands in its file, with the comment above it. */
final class DrlText {

    private static final Pattern PIECE = Pattern.compile("(?<comment>//[^\\n]*)|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")"
            + "|(?<binding>\\$\\w+)|(?<keyword>\\b(?:rule|when|then|end|not|exists|or|and|accumulate|insert|new|in"
            + "|ruleflow-group|salience)\\b)|(?<number>\\b[0-9][0-9.]*\\b)");
    private static final List<String> CLASSES = List.of("comment", "binding", "keyword", "number");

    private DrlText() {}

    /** @param all rules, among them those of the same file */
    static String of(RuleOutline rule, String file, Collection<RuleOutline> all) {
        List<String> lines = file.lines().toList();
        int first = aboveComment(rule.rule().line() - 1, lines);
        int last = all.stream()
                .filter(other -> other.file().equals(rule.file()))
                .mapToInt(other -> other.rule().line() - 1)
                .filter(line -> line > rule.rule().line() - 1)
                .min()
                .stream()
                .map(line -> aboveComment(line, lines))
                .findFirst()
                .orElse(lines.size());
        return String.join("\n", lines.subList(first, Math.max(first, last))).strip();
    }

    private static int aboveComment(int line, List<String> lines) {
        int first = Math.min(line, lines.size());
        while (first > 0 && lines.get(first - 1).strip().startsWith("//")) {
            first--;
        }
        return first;
    }

    /** @param link markup around a text in quotes, without them, where it names something */
    static String highlighted(String drl, Function<String, String> link) {
        StringBuilder html = new StringBuilder();
        Matcher piece = PIECE.matcher(drl);
        int at = 0;
        while (piece.find()) {
            html.append(Markup.text(drl.substring(at, piece.start())));
            at = piece.end();
            if (piece.group("text") != null) {
                String inner = piece.group().substring(1, piece.group().length() - 1);
                html.append("<span class=\"text\">&quot;" + link.apply(inner) + "&quot;</span>");
            } else {
                String kind = CLASSES.stream()
                        .filter(name -> piece.group(name) != null)
                        .findFirst()
                        .orElseThrow();
                html.append("<span class=\"" + kind + "\">" + Markup.text(piece.group()) + "</span>");
            }
        }
        return html.append(Markup.text(drl.substring(at))).toString();
    }
}
