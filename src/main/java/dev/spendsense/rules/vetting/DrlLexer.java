package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into words. It knows less than the engine's own lexer on purpose: whatever the two could read
 * differently (escapes other than a quote or a backslash, unicode escapes, characters beyond ASCII outside of strings
 * and comments) is refused.
 */
final class DrlLexer {

    private static final String TWO_CHARACTER_SYMBOLS = "== != >= <= && ||";
    private static final String SYMBOLS = "(){}[],;:.@=!<>&|+-*/";
    private static final String GROUP_ATTRIBUTE = "ruleflow-group";

    private final String file;
    private final String text;
    private final List<RuleFault> faults;
    private final List<DrlToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private DrlLexer(String file, String text, List<RuleFault> faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The words of a text; what cannot be read is added to the faults and left out. */
    static List<DrlToken> read(String file, String text, List<RuleFault> faults) {
        DrlLexer lexer = new DrlLexer(file, text, faults);
        lexer.refuseUnicodeEscapes();
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void refuseUnicodeEscapes() {
        int escape = text.indexOf("\\u");
        if (escape >= 0) {
            int inLine = 1
                    + (int) text.substring(0, escape)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            faults.add(new RuleFault(file, inLine, 0, "", "\\u is not allowed", "write the character itself"));
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"') {
            string();
        } else if (isWordStart(c)) {
            word();
        } else if (c >= '0' && c <= '9') {
            number();
        } else {
            symbol(c);
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            report("a comment is not closed", "add */");
            end = text.length() - 2;
        }
        while (at < end + 2) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    private void string() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                at++;
                if (at >= text.length() || "\"\\".indexOf(text.charAt(at)) < 0) {
                    report("an escape that is not allowed", "only \\\" and \\\\ are");
                    return;
                }
            }
            content.append(text.charAt(at++));
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            report("a text is not closed", "add \" on the same line");
            return;
        }
        at++;
        add(Kind.STRING, content.toString(), start);
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (text.startsWith(GROUP_ATTRIBUTE, start)) {
            at = start + GROUP_ATTRIBUTE.length();
        }
        add(Kind.WORD, text.substring(start, at), start);
    }

    private void number() {
        int start = at;
        while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            report("a number that is not allowed: " + number, "write digits, at most one point");
        }
        add(Kind.NUMBER, number, start);
    }

    private void symbol(char c) {
        int start = at;
        if (at + 1 < text.length()) {
            String two = text.substring(at, at + 2);
            if (TWO_CHARACTER_SYMBOLS.contains(two) && !two.contains(" ")) {
                at += 2;
                add(Kind.SYMBOL, two, start);
                return;
            }
        }
        if (SYMBOLS.indexOf(c) < 0) {
            report("a character that is not allowed: " + (c > ' ' && c < 127 ? c : "code " + (int) c), "remove it");
            at++;
            return;
        }
        at++;
        add(Kind.SYMBOL, String.valueOf(c), start);
    }

    private void add(Kind kind, String content, int start) {
        tokens.add(new DrlToken(kind, content, line, start - lineStart + 1));
    }

    private void report(String problem, String remedy) {
        faults.add(new RuleFault(file, line, at - lineStart + 1, "", problem, remedy));
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || c >= '0' && c <= '9';
    }
}
