package dev.spendsense.yaml;

/**
 * One thing that is wrong with a file.
 *
 * @param file path of the file as the user would type it, or {@code --set path=value} for an override
 * @param line line in the file, from 1; 0 when the file as a whole is meant, or an override
 * @param column column in the line, from 1; 0 where the line is 0
 * @param field dotted path in the file, for example {@code population.high_utilization.users}; empty when the file as a
 *     whole is meant
 * @param value what stands there, shortened
 * @param expected what should stand there
 */
public record Fault(String file, int line, int column, String field, String value, String expected) {

    /** One line: {@code file:line: field: value; expected ...}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (field.isEmpty() ? "" : ": " + field)
                + ": "
                + value
                + "; expected "
                + expected;
    }
}
