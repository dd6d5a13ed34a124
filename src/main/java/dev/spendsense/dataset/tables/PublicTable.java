package dev.spendsense.dataset.tables;

import dev.spendsense.dataset.StoredUser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A public table: its columns, and the rows that a user has in it. Rows of findings are those of every look; a dataset
 * that was looked at once has those that the view of the same name shows.
 *
 * @param <R> what a row is made from
 */
public final class PublicTable<R> {

    private final String name;
    private final List<Column<R>> columns;
    private final Function<UserRows, List<R>> rows;
    private final Predicate<R> shown;

    private PublicTable(String name, List<Column<R>> columns, Function<UserRows, List<R>> rows, Predicate<R> shown) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.shown = shown;
    }

    /** All public tables, users first. */
    public static List<PublicTable<?>> all() {
        return AllTables.IN_ORDER;
    }

    /** The name of the view and of the files. */
    public String name() {
        return name;
    }

    public List<Column<R>> columns() {
        return columns;
    }

    /** A user's rows, in their order. */
    public List<R> rows(UserRows user) {
        return rows.apply(user);
    }

    /** Whether the view of this name shows a row, as it does those of the latest look. */
    public boolean shows(R row) {
        return shown.test(row);
    }

    /** Gives the values of a row, column by column. */
    public void write(R row, Cells cells) {
        for (Column<R> column : columns) {
            column.write(row, cells);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Declares a table. */
    static <R> Declaration<R> of(String name, Function<UserRows, List<R>> rows) {
        return new Declaration<>(name, rows, row -> true);
    }

    /** Declares a table of findings. */
    static <R extends LookRow> Declaration<R> ofFindings(String name, Function<LookRows, List<R>> rows) {
        return new Declaration<R>(
                        name,
                        user -> {
                            List<R> all = new ArrayList<>();
                            user.looks().forEach(look -> all.addAll(rows.apply(look)));
                            return all;
                        },
                        row -> row.look().latest())
                .text("user_id", row -> row.look().userId())
                .date("as_of", row -> row.look().findings().asOf());
    }

    /** Declares a table of one row a user. */
    static Declaration<StoredUser> ofUsers(String name) {
        return of(name, user -> List.of(user.user()));
    }

    /** Columns in their order. */
    static final class Declaration<R> {

        private final String name;
        private final Function<UserRows, List<R>> rows;
        private final Predicate<R> shown;
        private final List<Column<R>> columns = new ArrayList<>();

        private Declaration(String name, Function<UserRows, List<R>> rows, Predicate<R> shown) {
            this.name = name;
            this.rows = rows;
            this.shown = shown;
        }

        PublicTable<R> end() {
            return new PublicTable<>(name, columns, rows, shown);
        }

        Declaration<R> text(String column, Function<R, String> value) {
            columns.add(new Column<>(column, ColumnType.TEXT, false, (row, cells) -> cells.text(value.apply(row))));
            return this;
        }

        /** A text that is null where there is none. */
        Declaration<R> optionalText(String column, Function<R, String> value) {
            columns.add(new Column<>(column, ColumnType.TEXT, true, (row, cells) -> {
                String text = value.apply(row);
                if (text == null) {
                    cells.nothing();
                } else {
                    cells.text(text);
                }
            }));
            return this;
        }

        Declaration<R> flag(String column, Predicate<R> value) {
            columns.add(new Column<>(column, ColumnType.FLAG, false, (row, cells) -> cells.flag(value.test(row))));
            return this;
        }

        Declaration<R> count(String column, ToIntFunction<R> value) {
            columns.add(
                    new Column<>(column, ColumnType.COUNT, false, (row, cells) -> cells.count(value.applyAsInt(row))));
            return this;
        }

        /** A number that is null where there is none. */
        Declaration<R> optionalCount(String column, Function<R, Integer> value) {
            columns.add(new Column<>(column, ColumnType.COUNT, true, (row, cells) -> {
                Integer number = value.apply(row);
                if (number == null) {
                    cells.nothing();
                } else {
                    cells.count(number);
                }
            }));
            return this;
        }

        Declaration<R> real(String column, ToDoubleFunction<R> value) {
            columns.add(
                    new Column<>(column, ColumnType.REAL, false, (row, cells) -> cells.real(value.applyAsDouble(row))));
            return this;
        }

        /** A number that is NaN where there is none. */
        Declaration<R> optionalReal(String column, ToDoubleFunction<R> value) {
            columns.add(new Column<>(column, ColumnType.REAL, true, (row, cells) -> {
                double number = value.applyAsDouble(row);
                if (Double.isNaN(number)) {
                    cells.nothing();
                } else {
                    cells.real(number);
                }
            }));
            return this;
        }

        /** Dollars, given in cents. */
        Declaration<R> money(String column, ToLongFunction<R> cents) {
            columns.add(new Column<>(
                    column, ColumnType.MONEY, false, (row, cells) -> cells.hundredths(cents.applyAsLong(row))));
            return this;
        }

        /** Dollars, given in cents, of which 0 is none. */
        Declaration<R> moneyUnlessZero(String column, ToLongFunction<R> cents) {
            columns.add(new Column<>(column, ColumnType.MONEY, true, (row, cells) -> {
                long money = cents.applyAsLong(row);
                if (money == 0) {
                    cells.nothing();
                } else {
                    cells.hundredths(money);
                }
            }));
            return this;
        }

        /** A percentage, given in basis points. */
        Declaration<R> percentage(String column, ToLongFunction<R> basisPoints) {
            columns.add(new Column<>(
                    column,
                    ColumnType.PERCENTAGE,
                    false,
                    (row, cells) -> cells.hundredths(basisPoints.applyAsLong(row))));
            return this;
        }

        Declaration<R> date(String column, Function<R, LocalDate> value) {
            columns.add(new Column<>(column, ColumnType.DATE, false, (row, cells) -> cells.date(value.apply(row))));
            return this;
        }
    }
}
