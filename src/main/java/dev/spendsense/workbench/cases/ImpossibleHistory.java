package dev.spendsense.workbench.cases;

/** A user written by hand whom no bank could have. */
final class ImpossibleHistory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Object culprit;
    private final String found;
    private final String expected;

    /** @param culprit the part of the user that is wrong */
    ImpossibleHistory(Object culprit, String found, String expected) {
        super(found + "; expected " + expected);
        this.culprit = culprit;
        this.found = found;
        this.expected = expected;
    }

    Object culprit() {
        return culprit;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
