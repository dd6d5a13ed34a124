package dev.spendsense.dataset;

import static dev.spendsense.dataset.Table.Cell.BYTES;
import static dev.spendsense.dataset.Table.Cell.MERCHANT;
import static dev.spendsense.dataset.Table.Cell.NUMBER;
import static dev.spendsense.dataset.Table.Cell.OPTIONAL;
import static dev.spendsense.dataset.Table.Cell.TEXT;

import java.util.List;

/** The base tables that hold users, with the kinds of their columns in the order of {@code schema.sql}. */
enum Table {
    USER("user", "users", NUMBER, TEXT, TEXT, NUMBER, TEXT, NUMBER, NUMBER, NUMBER, NUMBER, BYTES),
    ACCOUNT("account", "accounts", NUMBER, TEXT, NUMBER, TEXT, TEXT, NUMBER, NUMBER, NUMBER, NUMBER),
    LIABILITY("liability", "liabilities", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    POSTING("posting", "transactions", NUMBER, NUMBER, NUMBER, NUMBER, OPTIONAL, NUMBER, MERCHANT, NUMBER, NUMBER),
    STATEMENT("statement", "statements", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    DECLINE("decline", "declined_purchases", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, MERCHANT, NUMBER),
    EPISODE("episode", "ground_truth", NUMBER, NUMBER, TEXT, NUMBER, NUMBER, TEXT);

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

    static int accountKey(int user, int slot) {
        return user * ACCOUNTS_A_USER + slot;
    }

    /** The view that people read it by. */
    String publicName() {
        return publicName;
    }

    List<Cell> columns() {
        return columns;
    }

    /** An INSERT of so many rows, in which every value is a parameter. */
    String insert(int rows) {
        String row = "(" + "?,".repeat(columns.size() - 1) + "?)";
        return "INSERT INTO " + baseName + " VALUES " + (row + ",").repeat(rows - 1) + row;
    }

    /** What a number in a {@link Rows} stands for. */
    enum Cell {
        /** Itself. */
        NUMBER,
        /** Itself, or nothing when it is {@link Rows#NOTHING}. */
        OPTIONAL,
        /** The position of a merchant among those of the block. */
        MERCHANT,
        /** The position of a string among the values of the block. */
        TEXT,
        /** The position of a byte array among the values of the block. */
        BYTES
    }
}
