package dev.spendsense.web.users;

/** A parameter of a request that cannot be meant as it is given. */
final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String value;

    WrongParameter(String parameter, String value, String message) {
        super(message);
        this.parameter = parameter;
        this.value = value;
    }

    /** Which one. */
    public String parameter() {
        return parameter;
    }

    /** What was given. */
    public String value() {
        return value;
    }
}
