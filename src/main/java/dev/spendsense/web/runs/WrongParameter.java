package dev.spendsense.web.runs;

/** A parameter of a request that means nothing. */
final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    WrongParameter(String field, String value, String expected) {
        super(field + ": " + value + "; expected " + expected);
        this.field = field;
    }

    String field() {
        return field;
    }
}
