package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** A table in a Parquet file. */
final class ParquetTableFile<R> implements TableFile {

    /** All tables of a partition are under way at once, and each keeps up to so many bytes of rows in memory. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    /** A column whose texts are all different. */
    static final String WITHOUT_DICTIONARY = "transaction_id";

    private final PublicTable<R> table;
    private final ParquetWriter<R> writer;
    private long rows;
    private long shown;

    private ParquetTableFile(PublicTable<R> table, ParquetWriter<R> writer) {
        this.table = table;
        this.writer = writer;
    }

    static <R> ParquetTableFile<R> create(PublicTable<R> table, OutputFile file) throws IOException {
        OrderedFooter ordered = new OrderedFooter(file);
        ParquetWriter<R> writer = writer(ordered, () -> new RowSupport<>(table, ordered));
        return new ParquetTableFile<>(table, writer);
    }

    /** The library's own writer, with the codec and the sizes of all our files. */
    static <R> ParquetWriter<R> writer(OutputFile file, Supplier<WriteSupport<R>> rows) throws IOException {
        return new Builder<>(rows, file)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new Zstandard())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding(WITHOUT_DICTIONARY, false)
                .build();
    }

    @Override
    public void write(UserRows user) throws IOException {
        for (R row : table.rows(user)) {
            writer.write(row);
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
        writer.close();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

        private final Supplier<WriteSupport<R>> rows;

        Builder(Supplier<WriteSupport<R>> rows, OutputFile file) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(Configuration hadoop) {
            return rows.get();
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return rows.get();
        }
    }

    /** Gives a row to Parquet column by column. */
    private static final class RowSupport<R> extends WriteSupport<R> {

        private final PublicTable<R> table;
        private final OrderedFooter file;
        private final MessageType schema;
        private RecordConsumer consumer;
        private ParquetCells cells;

        RowSupport(PublicTable<R> table, OrderedFooter file) {
            this.table = table;
            this.file = file;
            this.schema = ParquetSchema.of(table);
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
            cells = new ParquetCells(recordConsumer, table);
        }

        @Override
        public void write(R row) {
            consumer.startMessage();
            cells.startRow();
            table.write(row, cells);
            consumer.endMessage();
        }

        @Override
        public FinalizedWriteContext finalizeWrite() {
            file.begin();
            return super.finalizeWrite();
        }
    }
}
