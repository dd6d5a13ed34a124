package dev.spendsense.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Locale;

/** Describes records as they are written; constants are words in lower case there. */
final class AnswerSchemas extends ModelResolver {

    AnswerSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    protected void _addEnumProps(Class<?> type, Schema property) {
        if (property instanceof StringSchema text) {
            for (Object constant : type.getEnumConstants()) {
                text.addEnumItem(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
        } else {
            super._addEnumProps(type, property);
        }
    }
}
