package dev.spendsense.dataset;

import dev.spendsense.bank.Category;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Choices of categories as one text each: their names in the order of the taxonomy, with commas; empty for none. */
public final class CategoryNames {

    private static final String COMMA = ",";

    /** Most sets are the same few objects, which saves adding up the hash codes of a hundred members. */
    private final Map<Set<Category>, String> texts = new IdentityHashMap<>();

    /** The names of a choice. */
    public String of(Set<Category> categories) {
        String known = texts.get(categories);
        if (known == null) {
            known = new TreeSet<>(categories).stream().map(Category::name).collect(Collectors.joining(COMMA));
            texts.put(categories, known);
        }
        return known;
    }

    void clear() {
        texts.clear();
    }

    /**
     * Reads what {@link #of} writes.
     *
     * @throws IllegalArgumentException when there is no such category
     */
    public static Set<Category> parse(String text) {
        EnumSet<Category> categories = EnumSet.noneOf(Category.class);
        if (!text.isEmpty()) {
            for (String name : text.split(COMMA)) {
                categories.add(Category.valueOf(name));
            }
        }
        return Collections.unmodifiableSet(categories);
    }
}
