package dev.spendsense.dataset.tables;

/** Rows from which no users can be made; the message says which rows and why. */
public final class BrokenTables extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenTables(String message) {
        super(message);
    }
}
