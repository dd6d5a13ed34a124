package dev.spendsense.dataset.tables;

/** What a column holds. */
public enum ColumnType {
    /** Unicode text. */
    TEXT,
    /** True or false. */
    FLAG,
    /** A whole number of 32 bits. */
    COUNT,
    /** A floating point number of 64 bits, which no format rounds. */
    REAL,
    /** Dollars with two decimals, at most twelve digits. */
    MONEY,
    /** A percentage with two decimals, at most five digits. */
    PERCENTAGE,
    /** A day. */
    DATE;

    /** Decimals of {@link #MONEY} and {@link #PERCENTAGE}. */
    public static final int SCALE = 2;

    /** Digits of {@link #MONEY}, those after the point included. */
    public static final int MONEY_DIGITS = 12;

    /** Digits of {@link #PERCENTAGE}, those after the point included. */
    public static final int PERCENTAGE_DIGITS = 5;
}
