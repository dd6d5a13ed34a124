package dev.spendsense.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.stream.Stream;

/** Describes records as they are written; constants are words in lower case there. */
final class AnswerSchemas extends ModelResolver {

    AnswerSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as it is declared
    protected void _addEnumProps(Class<?> type, Schema property) {
        property.setEnum(Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList());
    }
}
