package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.BrokenTables;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of a Parquet file, one row group after another. */
final class ParquetReading implements Format.Reading {

    private final PublicTable<?> table;
    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private RecordReader<Group> rows;
    private long left;
    private long read;

    private ParquetReading(PublicTable<?> table, Path file, ParquetFileReader reader) {
        this.table = table;
        this.file = file;
        this.reader = reader;
        this.schema = ParquetSchema.of(table);
        this.columns = new ColumnIOFactory().getColumnIO(schema, schema, false);
    }

    static ParquetReading open(PublicTable<?> table, Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Zstandard())
                .build();
        ParquetFileReader reader;
        try {
            reader = ParquetFileReader.open(new LocalInputFile(file), options);
        } catch (RuntimeException e) {
            throw new BrokenTables(file + " is no Parquet file: " + e.getMessage());
        }
        MessageType found = reader.getFileMetaData().getSchema();
        MessageType expected = ParquetSchema.of(table);
        if (!found.getFields().equals(expected.getFields())) {
            reader.close();
            throw new BrokenTables(file + " has other columns than " + table.name() + " of this version: " + found
                    + "; expected " + expected);
        }
        return new ParquetReading(table, file, reader);
    }

    @Override
    public boolean hasNext() {
        if (left > 0) {
            return true;
        }
        try {
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null && pages.getRowCount() == 0) {
                pages = reader.readNextRowGroup();
            }
            if (pages == null) {
                return false;
            }
            left = pages.getRowCount();
            rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            return true;
        } catch (IOException | RuntimeException e) {
            throw new BrokenTables(file + " is damaged: " + e.getMessage());
        }
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        read++;
        String place = file + ", row " + read;
        try {
            Group group = rows.read();
            List<Object> cells = new ArrayList<>(table.columns().size());
            int index = 0;
            for (Column<?> column : table.columns()) {
                cells.add(value(group, column, index++));
            }
            return new TableRow(table, place, cells);
        } catch (RuntimeException e) {
            throw new BrokenTables(place + " is damaged: " + e.getMessage());
        }
    }

    private static Object value(Group group, Column<?> column, int index) {
        if (group.getFieldRepetitionCount(index) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> group.getString(index, 0);
            case FLAG -> group.getBoolean(index, 0);
            case COUNT -> group.getInteger(index, 0);
            case REAL -> group.getDouble(index, 0);
            case MONEY -> group.getLong(index, 0);
            case PERCENTAGE -> (long) group.getInteger(index, 0);
            case DATE -> LocalDate.ofEpochDay(group.getInteger(index, 0));
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
