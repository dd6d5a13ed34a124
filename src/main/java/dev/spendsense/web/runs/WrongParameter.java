package dev.spendsense.web.runs;

/** A parameter of a request that means nothing. */
final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String expected;

    WrongParameter(String field, String value, String expected) {
        super(field + ": " + value + "; expected " + expected);
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String expected() {
        return expected;
    }
}
