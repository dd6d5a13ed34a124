package dev.spendsense.web.docs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of the records in the specification. Several rooms have a {@code CheckJson} or a {@code Draft}; two that shared
 * one name would be described as one.
 */
final class SchemaNames extends TypeNameResolver {

    private static final String PRODUCT = "dev.spendsense.";
    private static final String SUFFIX = "Json";

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        if (!type.getName().startsWith(PRODUCT)) {
            return super.nameForClass(type, options);
        }
        String name = nested(type);
        Class<?> first = taken.putIfAbsent(name, type);
        return first == null || first == type ? name : room(type) + name;
    }

    private static String nested(Class<?> type) {
        String own = type.getSimpleName();
        String word = own.endsWith(SUFFIX) ? own.substring(0, own.length() - SUFFIX.length()) : own;
        Class<?> outer = type.getEnclosingClass();
        return outer == null || outer.getSimpleName().endsWith("Controller") ? word : nested(outer) + word;
    }

    private static String room(Class<?> type) {
        String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
