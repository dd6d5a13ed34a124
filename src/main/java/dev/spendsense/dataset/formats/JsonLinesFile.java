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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A table as JSON lines. */
final class JsonLinesFile<R> implements TableFile {

    private final PublicTable<R> table;
    private final Writer writer;
    private final JsonGenerator json;
    private final Members members;
    private long rows;
    private long shown;

    private JsonLinesFile(PublicTable<R> table, Writer writer) {
        this.table = table;
        this.writer = writer;
        this.json = JsonFactory.builder()
                .rootValueSeparator("\n")
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(tools.jackson.core.ObjectWriteContext.empty(), writer);
        this.members = new Members(json, table);
    }

    static <R> JsonLinesFile<R> create(PublicTable<R> table, Path file) throws IOException {
        return to(table, Files.newBufferedWriter(file));
    }

    static <R> JsonLinesFile<R> to(PublicTable<R> table, Writer writer) {
        return new JsonLinesFile<>(table, writer);
    }

    @Override
    public void write(UserRows user) {
        for (R row : table.rows(user)) {
            json.writeStartObject();
            members.column = 0;
            table.write(row, members);
            json.writeEndObject();
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
        try (writer) {
            json.flush();
            if (rows > 0) {
                writer.write('\n');
            }
        }
    }

    /** The members of an object. */
    private static final class Members implements Cells {

        private final JsonGenerator json;
        private final String[] names;
        private int column;

        Members(JsonGenerator json, PublicTable<?> table) {
            this.json = json;
            this.names = table.columns().stream().map(Column::name).toArray(String[]::new);
        }

        private JsonGenerator member() {
            json.writeName(names[column++]);
            return json;
        }

        @Override
        public void text(String value) {
            member().writeString(value);
        }

        @Override
        public void flag(boolean value) {
            member().writeBoolean(value);
        }

        @Override
        public void count(int value) {
            member().writeNumber(value);
        }

        @Override
        public void real(double value) {
            member().writeNumber(value);
        }

        @Override
        public void hundredths(long value) {
            member().writeNumber(BigDecimal.valueOf(value, ColumnType.SCALE));
        }

        @Override
        public void date(LocalDate value) {
            member().writeString(value.toString());
        }

        @Override
        public void nothing() {
            member().writeNull();
        }
    }
}
