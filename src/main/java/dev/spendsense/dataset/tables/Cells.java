package dev.spendsense.dataset.tables;

import java.time.LocalDate;

/** Takes the values of one row after another, in the order of the columns: one call a column. */
public interface Cells {

    /** A value of {@link ColumnType#TEXT}. */
    void text(String value);

    /** A value of {@link ColumnType#FLAG}. */
    void flag(boolean value);

    /** A value of {@link ColumnType#COUNT}. */
    void count(int value);

    /** A value of {@link ColumnType#REAL}; never NaN. */
    void real(double value);

    /** A value of {@link ColumnType#MONEY} in cents, or of {@link ColumnType#PERCENTAGE} in hundredths. */
    void hundredths(long value);

    /** A value of {@link ColumnType#DATE}. */
    void date(LocalDate value);

    /** No value, in a column that may lack one. */
    void nothing();
}
