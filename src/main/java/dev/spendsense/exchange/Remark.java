package dev.spendsense.exchange;

/**
 * Something in a file from elsewhere that could not be used, or only in part.
 *
 * @param file the file
 * @param pointer where in it: a JSON pointer, or {@code line 12}; empty for the file as a whole
 * @param field the field; empty where there is none
 * @param value what stands there, shortened; empty where nothing does
 * @param meaning what was made of it
 */
public record Remark(String file, String pointer, String field, String value, String meaning) {

    private static final int LONGEST_VALUE = 60;

    public Remark {
        value = printable(value);
    }

    /** On one line and short: what a file holds must not be able to rearrange a terminal. */
    private static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST_VALUE ? line + "..." : line.toString();
    }

    /** One line: {@code file: place: field: value; meaning}. */
    @Override
    public String toString() {
        return file
                + (pointer.isEmpty() ? "" : ": " + pointer)
                + (field.isEmpty() ? "" : ": " + field)
                + (value.isEmpty() ? "" : ": " + value)
                + "; " + meaning;
    }
}
