package dev.spendsense.roster;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/** The users that have each value of a field; values in the order in which they were declared or first seen. */
final class Tags {

    private final Map<String, RoaringBitmap> users = new LinkedHashMap<>();

    Tags(Collection<String> declared) {
        declared.forEach(value -> users.put(value, new RoaringBitmap()));
    }

    void add(String value, int user) {
        users.computeIfAbsent(value, added -> new RoaringBitmap()).add(user);
    }

    void remove(String value, int user) {
        users.computeIfPresent(value, (name, having) -> {
            having.remove(user);
            return having;
        });
    }

    void put(String value, RoaringBitmap having) {
        users.put(value, having);
    }

    /** The users that have a value; must not be changed. Nobody has a value that is not known. */
    RoaringBitmap having(String value) {
        return users.getOrDefault(value, new RoaringBitmap());
    }

    /** The users that have any of some values, as a bitmap of its own. */
    RoaringBitmap havingAny(Collection<String> values) {
        RoaringBitmap any = new RoaringBitmap();
        values.forEach(value -> any.or(having(value)));
        return any;
    }

    boolean has(String value, int user) {
        return having(value).contains(user);
    }

    /** The values that a user has. */
    List<String> valuesOf(int user) {
        return users.keySet().stream().filter(value -> has(value, user)).toList();
    }

    Set<String> values() {
        return Collections.unmodifiableSet(users.keySet());
    }

    /** The same values with other users. */
    Tags map(UnaryOperator<RoaringBitmap> change) {
        Tags changed = new Tags(Set.of());
        users.forEach((value, having) -> changed.users.put(value, change.apply(having)));
        return changed;
    }

    void compact() {
        users.values().forEach(RoaringBitmap::runOptimize);
    }
}
