package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.Column;
import dev.spendsense.dataset.tables.ColumnType;
import dev.spendsense.dataset.tables.PublicTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The columns of a public table as Parquet declares them. */
final class ParquetSchema {

    private ParquetSchema() {}

    static MessageType of(PublicTable<?> table) {
        List<Type> fields = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            fields.add(field(column));
        }
        return new MessageType(table.name(), fields);
    }

    private static Type field(Column<?> column) {
        Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case FLAG -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case COUNT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case REAL -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case MONEY ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.decimalType(ColumnType.SCALE, ColumnType.MONEY_DIGITS))
                        .named(column.name());
            case PERCENTAGE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.decimalType(ColumnType.SCALE, ColumnType.PERCENTAGE_DIGITS))
                        .named(column.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
        };
    }
}
