package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.Cells;
import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.ColumnType;
import dev.spendsense.dataset.tables.PublicTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Gives the values of a row to Parquet. */
final class ParquetCells implements Cells {

    /** Texts whose bytes are kept, a column; a power of two, and more than there are merchants or minutes of a day. */
    private static final int KNOWN_TEXTS = 4_096;

    private static final long MOST_MONEY = (long) StrictMath.pow(10, ColumnType.MONEY_DIGITS) - 1;
    private static final long MOST_PERCENT = (long) StrictMath.pow(10, ColumnType.PERCENTAGE_DIGITS) - 1;

    private final RecordConsumer consumer;
    private final String[] names;
    private final ColumnType[] types;
    private final String[][] texts;
    private final Binary[][] bytes;
    private int column;

    ParquetCells(RecordConsumer consumer, PublicTable<?> table) {
        this.consumer = consumer;
        int columns = table.columns().size();
        this.names = new String[columns];
        this.types = new ColumnType[columns];
        this.texts = new String[columns][];
        this.bytes = new Binary[columns][];
        int next = 0;
        for (Column<?> each : table.columns()) {
            names[next] = each.name();
            types[next] = each.type();
            if (each.type() == ColumnType.TEXT && !each.name().equals(ParquetTableFile.WITHOUT_DICTIONARY)) {
                texts[next] = new String[KNOWN_TEXTS];
                bytes[next] = new Binary[KNOWN_TEXTS];
            }
            next++;
        }
    }

    void startRow() {
        column = 0;
    }

    @Override
    public void text(String value) {
        start();
        consumer.addBinary(encoded(value));
        end();
    }

    /**
     * Most texts repeat, and encoding them takes longer than writing their dictionary codes. A dictionary finds bytes that it
     * holds itself without comparing them.
     */
    private Binary encoded(String value) {
        String[] known = texts[column];
        if (known == null) {
            return binary(value);
        }
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 12) & (KNOWN_TEXTS - 1);
        if (!value.equals(known[place])) {
            known[place] = value;
            bytes[column][place] = binary(value);
        }
        return bytes[column][place];
    }

    private static Binary binary(String value) {
        return Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flag(boolean value) {
        start();
        consumer.addBoolean(value);
        end();
    }

    @Override
    public void count(int value) {
        start();
        consumer.addInteger(value);
        end();
    }

    @Override
    public void real(double value) {
        start();
        consumer.addDouble(value);
        end();
    }

    @Override
    public void hundredths(long value) {
        boolean money = types[column] == ColumnType.MONEY;
        if (Math.abs(value) > (money ? MOST_MONEY : MOST_PERCENT)) {
            throw new IllegalArgumentException(
                    names[column] + " is too large for the format: " + value + " hundredths");
        }
        start();
        if (money) {
            consumer.addLong(value);
        } else {
            consumer.addInteger((int) value);
        }
        end();
    }

    @Override
    public void date(LocalDate value) {
        start();
        consumer.addInteger((int) value.toEpochDay());
        end();
    }

    @Override
    public void nothing() {
        column++;
    }

    private void start() {
        consumer.startField(names[column], column);
    }

    private void end() {
        consumer.endField(names[column], column);
        column++;
    }
}
