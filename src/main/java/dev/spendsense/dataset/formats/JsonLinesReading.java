package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.BrokenTables;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.ColumnType;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.TableRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file of JSON lines. */
final class JsonLinesReading implements Format.Reading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final PublicTable<?> table;
    private final Path file;
    private final BufferedReader reader;
    private String line;
    private long number;

    private JsonLinesReading(PublicTable<?> table, Path file) throws IOException {
        this.table = table;
        this.file = file;
        this.reader = Files.newBufferedReader(file);
        step();
    }

    static JsonLinesReading open(PublicTable<?> table, Path file) throws IOException {
        return new JsonLinesReading(table, file);
    }

    @Override
    public boolean hasNext() {
        return line != null;
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String place = file + ", line " + number;
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new BrokenTables(place + " is not JSON: " + e.getOriginalMessage());
        }
        if (!object.isObject()) {
            throw new BrokenTables(place + ": expected an object, not " + object.getNodeType());
        }
        List<Object> cells = new ArrayList<>(table.columns().size());
        for (Column<?> column : table.columns()) {
            cells.add(value(object.get(column.name()), column, place));
        }
        step();
        return new TableRow(table, place, cells);
    }

    private static Object value(JsonNode node, Column<?> column, String place) {
        if (node == null || node.isNull()) {
            if (column.optional()) {
                return null;
            }
            throw new BrokenTables(place + ": " + column.name() + " is missing");
        }
        try {
            return switch (column.type()) {
                case TEXT -> node.asString();
                case FLAG -> node.booleanValue();
                case COUNT -> node.intValue();
                case REAL -> node.doubleValue();
                case MONEY, PERCENTAGE -> hundredths(node.decimalValue());
                case DATE -> LocalDate.parse(node.stringValue());
            };
        } catch (JacksonException | DateTimeException | ArithmeticException e) {
            throw new BrokenTables(
                    place + ": " + column.name() + " is " + node + ", expected a value of " + column.type());
        }
    }

    private static long hundredths(BigDecimal value) {
        return value.movePointRight(ColumnType.SCALE).longValueExact();
    }

    private void step() {
        try {
            line = reader.readLine();
            number++;
        } catch (IOException e) {
            throw new BrokenTables(file + " cannot be read after line " + number + ": " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
