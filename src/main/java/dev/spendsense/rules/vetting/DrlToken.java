package dev.spendsense.rules.vetting;

/**
 * A word of a rule file.
 *
 * @param kind what it is
 * @param text as it stands there; of a string what stands between the quotes
 * @param line from 1
 * @param column from 1
 */
public record DrlToken(Kind kind, String text, int line, int column) {

    /** What a word is. */
    public enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL
    }

    /** Whether this is that keyword or symbol; a text in quotes never is. */
    public boolean is(String wanted) {
        return text.equals(wanted) && kind != Kind.STRING;
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether this is a name that a rule gives, such as {@code $w}. */
    public boolean isBinding() {
        return kind == Kind.WORD && text.startsWith("$");
    }

    /** As it stands in the file. */
    public String shown() {
        return isString() ? "\"" + text + "\"" : text;
    }
}
