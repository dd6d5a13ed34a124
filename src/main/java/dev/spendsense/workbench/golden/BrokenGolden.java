package dev.spendsense.workbench.golden;

/** A file of golden outcomes cannot be read or written; the message says where and what was expected. */
public final class BrokenGolden extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenGolden(String message) {
        super(message);
    }
}
