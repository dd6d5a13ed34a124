package dev.spendsense.rules.vetting;

/**
 * A word of a rule file.
 *
 * @param kind what it is
 * @param text as it stands there; of a string what stands between the quotes
 * @param line from 1
 * @param column from 1
 */
record DrlToken(Kind kind, String text, int line, int column) {

    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String wanted) {
        return text.equals(wanted) && kind != Kind.STRING;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }
}
