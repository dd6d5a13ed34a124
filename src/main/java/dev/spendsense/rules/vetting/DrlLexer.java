package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a rule file into words. It knows less than the engine's own lexer on purpose: whatever the two could read
 * differently (escapes other than a quote or a backslash, unicode escapes, characters beyond ASCII outside of strings
 * and comments) is refused. What is refused is read as what was probably meant, so that one slip is told once.
 */
final class DrlLexer {

    private static final String TWO_CHARACTER_SYMBOLS = "== != >= <= && ||";
    private static final String SYMBOLS = "(){}[],;:.@=!<>&|+-*/";
    private static final String GROUP_ATTRIBUTE = "ruleflow-group";
    private static final String OTHER_QUOTES = "'\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB`\u00B4";

    /** Line separators, and marks that turn the direction of writing. */
    private static final String HIDDEN = "\u2028\u2029\u061C\u200E\u200F";

    private static final String SPACES = "\u00A0\u2007\u2009\u200A\u200B\u202F\uFEFF";

    /** Comparisons as people write them elsewhere, longest first, with what they are here. */
    private static final Map<String, String> OTHER_OPERATORS = Map.of(
            "===", "==", "!==", "!=", "=>", ">=", "=<", "<=", "<>", "!=", "\u2265", ">=", "\u2264", "<=", "\u2260",
            "!=", "=!", "!=");

    private static final Map<Character, String> DASHES =
            Map.of('\u2010', "-", '\u2011', "-", '\u2012', "-", '\u2013', "-", '\u2014', "-", '\u2212', "-");

    /** After so many slips the rest of a file is not read: whoever wrote it meant something else than rules. */
    private static final int ENOUGH_FAULTS = 100;

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

    /** The words of a text; what cannot be read is added to the faults. */
    static List<DrlToken> read(String file, String text, List<RuleFault> faults) {
        DrlLexer lexer = new DrlLexer(file, text, faults);
        lexer.refuseUnicodeEscapes();
        lexer.refuseHiddenCharacters();
        int before = faults.size();
        while (lexer.at < text.length() && faults.size() < before + ENOUGH_FAULTS) {
            lexer.next();
        }
        return lexer.tokens;
    }

    /** Anywhere, because the engine's lexer may turn one into the end of a comment. */
    private void refuseUnicodeEscapes() {
        int escape = text.indexOf("\\u");
        if (escape >= 0) {
            reportAnywhere(FaultKind.BAD_ESCAPE, escape, "\\u is not allowed", "write the character itself");
        }
    }

    /**
     * Anywhere: a carriage return alone ends a comment for the engine and not for people, and other control characters
     * show people a text that is not the one that is run.
     */
    private void refuseHiddenCharacters() {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text, i)) {
                String problem =
                        String.format(Locale.ROOT, "an invisible character (U+%04X) stands here", (int) text.charAt(i));
                reportAnywhere(FaultKind.BAD_CHARACTER, i, problem, "remove it, and look at what is around it");
                return;
            }
        }
    }

    private static boolean isHidden(String text, int at) {
        char c = text.charAt(at);
        boolean next = at + 1 < text.length();
        if (c == '\r') {
            return !next || text.charAt(at + 1) != '\n';
        }
        if (Character.isSurrogate(c)) {
            boolean first = Character.isHighSurrogate(c) && next && Character.isLowSurrogate(text.charAt(at + 1));
            boolean second = Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
            return !first && !second;
        }
        return Character.isISOControl(c) && c != '\t' && c != '\n'
                || HIDDEN.indexOf(c) >= 0
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c >= '\uFFF0' && c <= '\uFFFB'
                || c >= '\uFFFE';
    }

    private void reportAnywhere(FaultKind kind, int place, String problem, String remedy) {
        String before = text.substring(0, place);
        int inLine = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = place - before.lastIndexOf('\n');
        faults.add(new RuleFault(file, inLine, column, "", kind, problem, remedy));
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
        } else if (OTHER_QUOTES.indexOf(c) >= 0) {
            otherwiseQuoted();
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
            report(FaultKind.UNCLOSED_TEXT, at, "a comment is not closed", "add */");
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
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
                boolean known = at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0;
                if (!known) {
                    // of a unicode escape it has been told already
                    if (at >= text.length() || text.charAt(at) != 'u') {
                        report(
                                FaultKind.BAD_ESCAPE,
                                at - 1,
                                "a backslash stands before a character that needs none",
                                "leave it out; only \\\" and \\\\ are understood");
                    }
                    continue;
                }
            }
            content.append(text.charAt(at++));
        }
        if (at >= text.length() || text.charAt(at) != '"' || isClosedByAnother(start)) {
            closeText(start);
            return;
        }
        at++;
        add(Kind.STRING, content.toString(), start);
    }

    /** Where a quote is missing, the next text's opening one seems to close this; then quotes do not come in pairs. */
    private boolean isClosedByAnother(int start) {
        String content = text.substring(start + 1, at);
        int end = text.indexOf('\n', start);
        String rest = text.substring(start, end < 0 ? text.length() : end).replace("\\\"", "");
        boolean pairs = rest.chars().filter(c -> c == '"').count() % 2 == 0;
        return !pairs && content.chars().anyMatch(c -> ",();".indexOf(c) >= 0 || OTHER_QUOTES.indexOf(c) >= 0);
    }

    /** Reads a text that has no closing quote up to where it was probably meant to end. */
    private void closeText(int start) {
        int end = start + 1;
        while (end < at && OTHER_QUOTES.indexOf(text.charAt(end)) < 0 && ",();".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < at && OTHER_QUOTES.indexOf(text.charAt(end)) >= 0) {
            report(
                    FaultKind.WRONG_QUOTE,
                    end,
                    text.charAt(end) + " does not close a text",
                    "write a straight quote: \"");
            at = end + 1;
        } else {
            report(FaultKind.UNCLOSED_TEXT, start, "a text is not closed", "add \" where it ends");
            at = end;
        }
        add(Kind.STRING, text.substring(start + 1, end).strip(), start);
    }

    private void otherwiseQuoted() {
        int start = at++;
        while (at < text.length()
                && text.charAt(at) != '"'
                && text.charAt(at) != '\n'
                && OTHER_QUOTES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String content = text.substring(start + 1, at);
        at += at < text.length() && text.charAt(at) != '\n' ? 1 : 0;
        String problem = text.charAt(start) + " opens no text";
        report(FaultKind.WRONG_QUOTE, start, problem, "write straight quotes: \"" + content.strip() + "\"");
        add(Kind.STRING, content, start);
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
        if (at < text.length() && text.charAt(at) == '%') {
            at++;
            report(
                    FaultKind.PERCENT_FOR_FRACTION,
                    start,
                    number + "% is a percentage",
                    "write the share as a fraction of 1, or better a parameter");
        } else if (!number.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            report(FaultKind.BAD_NUMBER, start, number + " is no number", "write digits, with at most one point");
        }
        add(Kind.NUMBER, number, start);
    }

    private void symbol(char c) {
        int start = at;
        for (int length = 3; length > 0; length--) {
            String meant = at + length > text.length() ? null : OTHER_OPERATORS.get(text.substring(at, at + length));
            if (meant != null) {
                String written = text.substring(at, at + length);
                report(FaultKind.WRONG_OPERATOR, start, written + " is no comparison", "write " + meant);
                at += length;
                add(Kind.SYMBOL, meant, start);
                return;
            }
        }
        if (at + 1 < text.length()) {
            String two = text.substring(at, at + 2);
            if (TWO_CHARACTER_SYMBOLS.contains(two) && !two.contains(" ")) {
                at += 2;
                add(Kind.SYMBOL, two, start);
                return;
            }
        }
        at++;
        if (SYMBOLS.indexOf(c) >= 0) {
            add(Kind.SYMBOL, String.valueOf(c), start);
        } else if (DASHES.containsKey(c)) {
            report(FaultKind.BAD_CHARACTER, start, "a long dash is no minus", "write a plain -");
            add(Kind.SYMBOL, "-", start);
        } else if (SPACES.indexOf(c) >= 0) {
            report(FaultKind.BAD_CHARACTER, start, "a space of a special kind stands here", "write a plain space");
        } else if (c == '?') {
            report(
                    FaultKind.NOT_ALLOWED,
                    start,
                    "? is not understood in rules",
                    "write two rules with opposite conditions");
        } else if (!isHidden(text, start)) {
            String shown = c > ' ' && c != 127 ? String.valueOf(c) : "an invisible character";
            report(FaultKind.BAD_CHARACTER, start, shown + " is not understood in rules", "remove it");
        }
    }

    private void add(Kind kind, String content, int start) {
        tokens.add(new DrlToken(kind, content, line, start - lineStart + 1));
    }

    private void report(FaultKind kind, int place, String problem, String remedy) {
        faults.add(new RuleFault(file, line, place - lineStart + 1, "", kind, problem, remedy));
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || c >= '0' && c <= '9';
    }
}
