package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A named choice of categories, such as {@code discretionary}. */
public final class CategorySet {

    /** Purchases, bills, interest and fees: whatever {@link Category#isSpending()} says. */
    public static final CategorySet SPENDING = new CategorySet("spending", spendingCategories());

    private final String name;
    private final Set<Category> categories;

    /** By ordinal: whoever goes through a history asks for each transaction. */
    private final boolean[] members = new boolean[Category.values().length];

    /**
     * @param name what rules call it
     * @param categories its members
     */
    public CategorySet(String name, Set<Category> categories) {
        EnumSet<Category> copy = EnumSet.noneOf(Category.class);
        copy.addAll(categories);
        copy.forEach(category -> members[category.ordinal()] = true);
        this.name = name;
        this.categories = Collections.unmodifiableSet(copy);
    }

    /** What rules call it. */
    public String name() {
        return name;
    }

    /** Its members. */
    public Set<Category> categories() {
        return categories;
    }

    public static CategorySet of(Category category) {
        return new CategorySet(category.name(), EnumSet.of(category));
    }

    public static CategorySet of(Category.Primary group) {
        EnumSet<Category> members = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (category.primary() == group) {
                members.add(category);
            }
        }
        return new CategorySet(group.name(), members);
    }

    /** Every category and every group under its own name, and {@link #SPENDING}. */
    public static Map<String, CategorySet> standard() {
        Map<String, CategorySet> sets = new LinkedHashMap<>();
        sets.put(SPENDING.name(), SPENDING);
        for (Category.Primary group : Category.Primary.values()) {
            sets.put(group.name(), of(group));
        }
        for (Category category : Category.values()) {
            sets.put(category.name(), of(category));
        }
        return sets;
    }

    /** The members of this set that are also in another. */
    public CategorySet within(CategorySet other) {
        if (other.categories.containsAll(categories)) {
            return this;
        }
        EnumSet<Category> members = EnumSet.noneOf(Category.class);
        members.addAll(categories);
        members.retainAll(other.categories);
        return new CategorySet(name, members);
    }

    /** Whether the category with this ordinal is a member. */
    boolean has(int ordinal) {
        return members[ordinal];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategorySet set && name.equals(set.name) && categories.equals(set.categories);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, categories);
    }

    @Override
    public String toString() {
        return name + " " + categories;
    }

    private static Set<Category> spendingCategories() {
        EnumSet<Category> members = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (category.isSpending()) {
                members.add(category);
            }
        }
        return members;
    }
}
