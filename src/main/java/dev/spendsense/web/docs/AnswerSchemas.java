package dev.spendsense.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;

/** Describes records as they are written; constants are words in lower case there. */
final class AnswerSchemas extends ModelResolver {

    AnswerSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as it is declared
    protected Schema _createSchemaForEnum(Class<Enum<?>> type) {
        Schema constants = super._createSchemaForEnum(type);
        constants.setEnum(((List<Object>) constants.getEnum())
                .stream().map(word -> word.toString().toLowerCase(Locale.ROOT)).toList());
        return constants;
    }
}
