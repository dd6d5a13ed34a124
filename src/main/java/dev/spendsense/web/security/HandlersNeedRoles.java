package dev.spendsense.web.security;

import dev.spendsense.web.Api;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start with a handler of the interface that does not say whom it is for. */
@Component
class HandlersNeedRoles implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping handlers;

    HandlersNeedRoles(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.handlers = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith(Api.ROOT)))
                .filter(entry -> !entry.getValue().hasMethodAnnotation(Needs.class))
                .map(entry -> entry.getValue().getShortLogMessage())
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("without @Needs: " + String.join(", ", open));
        }
    }
}
