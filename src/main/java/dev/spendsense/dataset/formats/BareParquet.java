package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.tables.Cells;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.ColumnType;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * The least that writing transactions as Parquet takes: their values, ready in memory and encoded, given one after another
 * to the library's own writer with the same columns, codec and sizes. What the writer of folders is measured against.
 */
public final class BareParquet {

    private static final String TRANSACTIONS = "transactions";

    private final MessageType schema;
    private final List<? extends Column<?>> columns;
    private final List<Object[]> rows = new ArrayList<>();

    private BareParquet(PublicTable<?> table) {
        this.schema = ParquetSchema.of(table);
        this.columns = table.columns();
    }

    /** Keeps the values of some users' transactions. */
    public static BareParquet of(List<StoredUser> users) {
        PublicTable<?> table = PublicTable.all().stream()
                .filter(each -> each.name().equals(TRANSACTIONS))
                .findFirst()
                .orElseThrow();
        BareParquet bare = new BareParquet(table);
        bare.keep(table, users);
        return bare;
    }

    private <R> void keep(PublicTable<R> table, List<StoredUser> users) {
        Kept kept = new Kept();
        for (StoredUser user : users) {
            for (R row : table.rows(UserRows.of(user))) {
                kept.row = new Object[columns.size()];
                kept.column = 0;
                table.write(row, kept);
                rows.add(kept.row);
            }
        }
    }

    /** How many rows there are. */
    public long rows() {
        return rows.size();
    }

    /** Writes a file, in place of one of that name. */
    public void into(Path file) throws IOException {
        try (ParquetWriter<Object[]> writer =
                ParquetTableFile.writer(new LocalOutputFile(file), () -> new ReadyRows(schema, columns))) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
    }

    /** Takes the values of a row as the library wants them. */
    private static final class Kept implements Cells {

        private final Map<String, Binary> texts = new HashMap<>();
        private Object[] row;
        private int column;

        @Override
        public void text(String value) {
            row[column++] = texts.computeIfAbsent(value, Binary::fromString);
        }

        @Override
        public void flag(boolean value) {
            row[column++] = value;
        }

        @Override
        public void count(int value) {
            row[column++] = value;
        }

        @Override
        public void real(double value) {
            row[column++] = value;
        }

        @Override
        public void hundredths(long value) {
            row[column++] = value;
        }

        @Override
        public void date(LocalDate value) {
            row[column++] = (int) value.toEpochDay();
        }

        @Override
        public void nothing() {
            column++;
        }
    }

    /** Gives ready values to the library. */
    private static final class ReadyRows extends WriteSupport<Object[]> {

        private final MessageType schema;
        private final String[] names;
        private final ColumnType[] types;
        private RecordConsumer consumer;

        ReadyRows(MessageType schema, List<? extends Column<?>> columns) {
            this.schema = schema;
            this.names = columns.stream().map(Column::name).toArray(String[]::new);
            this.types = columns.stream().map(Column::type).toArray(ColumnType[]::new);
        }

        @Override
        public WriteContext init(Configuration hadoop) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Object[] row) {
            consumer.startMessage();
            for (int column = 0; column < row.length; column++) {
                if (row[column] != null) {
                    consumer.startField(names[column], column);
                    add(types[column], row[column]);
                    consumer.endField(names[column], column);
                }
            }
            consumer.endMessage();
        }

        private void add(ColumnType type, Object value) {
            switch (type) {
                case TEXT -> consumer.addBinary((Binary) value);
                case FLAG -> consumer.addBoolean((Boolean) value);
                case COUNT, DATE -> consumer.addInteger((Integer) value);
                case REAL -> consumer.addDouble((Double) value);
                case MONEY -> consumer.addLong((Long) value);
                case PERCENTAGE -> consumer.addInteger(((Long) value).intValue());
            }
        }
    }
}
