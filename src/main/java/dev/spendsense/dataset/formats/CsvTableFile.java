package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.Cells;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.ColumnType;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table in a CSV file. */
final class CsvTableFile<R> implements TableFile {

    private final PublicTable<R> table;
    private final CSVPrinter printer;
    private final Fields fields = new Fields();
    private long rows;
    private long shown;

    private CsvTableFile(PublicTable<R> table, CSVPrinter printer) {
        this.table = table;
        this.printer = printer;
    }

    static <R> CsvTableFile<R> create(PublicTable<R> table, Path file) throws IOException {
        return to(table, Files.newBufferedWriter(file));
    }

    static <R> CsvTableFile<R> to(PublicTable<R> table, Writer writer) throws IOException {
        String[] header = table.columns().stream().map(Column::name).toArray(String[]::new);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
        return new CsvTableFile<>(table, new CSVPrinter(writer, format));
    }

    @Override
    public void write(UserRows user) throws IOException {
        for (R row : table.rows(user)) {
            fields.values.clear();
            table.write(row, fields);
            printer.printRecord(fields.values);
            rows++;
            shown += table.shows(row) ? 1 : 0;
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long shown() {
        return shown;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    /** The fields of a row. */
    private static final class Fields implements Cells {

        private final List<Object> values = new ArrayList<>();

        @Override
        public void text(String value) {
            values.add(value);
        }

        @Override
        public void flag(boolean value) {
            values.add(value);
        }

        @Override
        public void count(int value) {
            values.add(value);
        }

        @Override
        public void real(double value) {
            values.add(value);
        }

        @Override
        public void hundredths(long value) {
            values.add(BigDecimal.valueOf(value, ColumnType.SCALE).toPlainString());
        }

        @Override
        public void date(LocalDate value) {
            values.add(value);
        }

        @Override
        public void nothing() {
            values.add(null);
        }
    }
}
