package dev.spendsense.dataset;

import static dev.spendsense.dataset.Table.Cell.BYTES;
import static dev.spendsense.dataset.Table.Cell.MERCHANT;
import static dev.spendsense.dataset.Table.Cell.NUMBER;
import static dev.spendsense.dataset.Table.Cell.OPTIONAL;
import static dev.spendsense.dataset.Table.Cell.PHRASE;
import static dev.spendsense.dataset.Table.Cell.REAL;
import static dev.spendsense.dataset.Table.Cell.TEXT;
import static dev.spendsense.dataset.Table.Cell.WORD;

import java.util.List;

/** The base tables that hold users, with the kinds of their columns in the order of {@code schema.sql}. */
enum Table {
    USER("user", "users", NUMBER, TEXT, TEXT, NUMBER, TEXT, NUMBER, NUMBER, NUMBER, NUMBER, BYTES),
    ACCOUNT("account", "accounts", NUMBER, TEXT, NUMBER, TEXT, TEXT, NUMBER, NUMBER, NUMBER, NUMBER),
    LIABILITY("liability", "liabilities", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    POSTING("posting", "transactions", NUMBER, NUMBER, NUMBER, NUMBER, OPTIONAL, NUMBER, MERCHANT, NUMBER, NUMBER),
    STATEMENT("statement", "statements", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    DECLINE("decline", "declined_purchases", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, MERCHANT, NUMBER),
    EPISODE("episode", "ground_truth", NUMBER, NUMBER, TEXT, NUMBER, NUMBER, TEXT, REAL),
    LIFE_EVENT("life_event", "life_events", NUMBER, NUMBER, TEXT, NUMBER, NUMBER),
    // Findings: user, first and last look, and a number among those of a look come first.
    LOOK("look", "looks", NUMBER, NUMBER, BYTES),
    SOURCE(
            "source", "sources", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, WORD, PHRASE, NUMBER, NUMBER, WORD, NUMBER,
            NUMBER),
    SIGNAL(
            "signal", "signals", NUMBER, NUMBER, NUMBER, NUMBER, WORD, NUMBER, WORD, REAL, NUMBER, NUMBER, NUMBER,
            NUMBER, WORD, REAL, PHRASE),
    CANDIDATE("candidate", "candidates", NUMBER, NUMBER, NUMBER, NUMBER, WORD, PHRASE),
    EVIDENCE("evidence_item", "evidence", NUMBER, NUMBER, NUMBER, NUMBER, WORD, WORD, REAL, WORD, OPTIONAL, PHRASE),
    SCORE("score", "scores", NUMBER, NUMBER, NUMBER, NUMBER, WORD, REAL, REAL, NUMBER),
    ASSIGNMENT("assignment", "persona_assignments", NUMBER, NUMBER, NUMBER, NUMBER, WORD, NUMBER, REAL),
    RECOMMENDATION(
            "recommendation",
            "recommendations",
            NUMBER,
            NUMBER,
            NUMBER,
            NUMBER,
            NUMBER,
            WORD,
            WORD,
            NUMBER,
            WORD,
            WORD,
            PHRASE,
            WORD),
    BINDING(
            "binding",
            "recommendation_bindings",
            NUMBER,
            NUMBER,
            NUMBER,
            NUMBER,
            NUMBER,
            WORD,
            PHRASE,
            REAL,
            OPTIONAL,
            PHRASE,
            PHRASE),
    BLOCKED("blocked_item", "blocked", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, WORD, WORD, PHRASE);

    /** Account keys leave room for this many accounts a user. */
    static final int ACCOUNTS_A_USER = 4;

    private final String baseName;
    private final String publicName;
    private final List<Cell> columns;

    Table(String baseName, String publicName, Cell... columns) {
        this.baseName = baseName;
        this.publicName = publicName;
        this.columns = List.of(columns);
    }

    /** Whether its rows are what rules found, each with the first and the last look at which it held. */
    boolean holdsFindings() {
        return ordinal() > LOOK.ordinal();
    }

    static int accountKey(int user, int slot) {
        return user * ACCOUNTS_A_USER + slot;
    }

    /** The view that people read it by. */
    String publicName() {
        return publicName;
    }

    /** The table's own name. */
    String baseName() {
        return baseName;
    }

    List<Cell> columns() {
        return columns;
    }

    /** What a number in a {@link Rows} stands for. */
    enum Cell {
        /** Itself. */
        NUMBER,
        /** Itself, or nothing when it is {@link Rows#NOTHING}. */
        OPTIONAL,
        /** The bits of a floating point number; nothing when that is NaN. */
        REAL,
        /** The position of a merchant among those of the block. */
        MERCHANT,
        /** The position of a word of a closed vocabulary among those of the block. */
        WORD,
        /** The position of a text that may repeat among those of the block. */
        PHRASE,
        /** The position of a string among the values of the block. */
        TEXT,
        /** The position of a byte array among the values of the block. */
        BYTES
    }
}
