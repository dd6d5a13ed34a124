package dev.spendsense.web.users;

import dev.spendsense.roster.Roster;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes by what users are found: whatever the roster can be asked for. */
@Component
final class SearchParameters implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.getBeanType().equals(UsersController.class)
                && Set.of("find", "export").contains(handler.getMethod().getName())) {
            Roster.parameters()
                    .forEach((name, kind) -> operation.addParametersItem(
                            new QueryParameter().name(name).required(false).schema(schema(kind))));
        }
        return operation;
    }

    private static Schema<?> schema(Roster.Parameter kind) {
        return switch (kind) {
            case TEXT -> new StringSchema();
            case DATE -> new StringSchema().format("date");
            case NUMBER -> new NumberSchema().format("double");
            case WHOLE_NUMBER -> new IntegerSchema();
            case ANY_OF -> new ArraySchema().items(new StringSchema());
        };
    }
}
