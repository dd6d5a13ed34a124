package dev.spendsense.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * An order of users, from which pages are taken by one pass over those who were found. Users alike in all keys stand in
 * the order of the population.
 */
final class Order {

    private final List<Key> keys;

    /** One of the keys, with the direction. */
    record Key(Scale scale, boolean descending) {

        /** Where a user stands by this key alone; users without a value after all others. */
        double standing(int user) {
            return directed(scale.place(user));
        }

        /** Where a value stands, or nobody's value when it is null. */
        double standing(String value) {
            return directed(value == null ? Double.NaN : scale.place(value));
        }

        private double directed(double place) {
            return Double.isNaN(place) ? Double.POSITIVE_INFINITY : descending ? -place : place;
        }
    }

    /**
     * The last user of a page, by what counts in the order.
     *
     * @param values for each key, null where the user has none
     * @param user number
     */
    record Mark(List<String> values, int user) {
        Mark {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    Order(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The first so many of some users, after a mark or, when it is null, from the beginning. Whether the marked user is
     * still among them, or still stands there, does not matter.
     */
    int[] page(RoaringBitmap among, Mark after, int limit) {
        PeekableIntIterator users = among.getIntIterator();
        double[] afterAt = after == null ? null : standings(after);
        if (keys.isEmpty() && after != null) {
            users.advanceIfNeeded(after.user() + 1);
        }
        int[] page = new int[limit];
        int found = 0;
        while (users.hasNext() && !(keys.isEmpty() && found == limit)) {
            int user = users.next();
            boolean isCandidate = after == null || isAfter(user, afterAt, after.user());
            if (isCandidate && (found < limit || !isAfter(user, page[limit - 1]))) {
                found = Math.min(found + 1, limit);
                insert(page, found, user);
            }
        }
        return Arrays.copyOf(page, found);
    }

    /** All of some users. */
    IntStream all(RoaringBitmap among) {
        IntStream users = IntStream.of(among.toArray());
        return keys.isEmpty()
                ? users
                : users.boxed()
                        .sorted((one, other) -> one.equals(other) ? 0 : isAfter(one, other) ? 1 : -1)
                        .mapToInt(Integer::intValue);
    }

    /** Puts a user where the user belongs among the first so many places, of which the last one is free or given up. */
    private void insert(int[] page, int places, int user) {
        int low = 0;
        int high = places - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAfter(page[middle], user)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        System.arraycopy(page, low, page, low + 1, places - 1 - low);
        page[low] = user;
    }

    /** What a page that ends with a user is continued from. */
    Mark mark(int user) {
        List<String> values = new ArrayList<>();
        for (Key key : keys) {
            values.add(
                    Double.isNaN(key.scale().place(user)) ? null : key.scale().text(user));
        }
        return new Mark(values, user);
    }

    private double[] standings(Mark mark) {
        double[] standings = new double[keys.size()];
        for (int i = 0; i < standings.length; i++) {
            standings[i] = keys.get(i).standing(mark.values().get(i));
        }
        return standings;
    }

    private boolean isAfter(int user, double[] standings, int marked) {
        for (int i = 0; i < standings.length; i++) {
            int compared = Double.compare(keys.get(i).standing(user), standings[i]);
            if (compared != 0) {
                return compared > 0;
            }
        }
        return user > marked;
    }

    private boolean isAfter(int user, int other) {
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            int compared = Double.compare(key.standing(user), key.standing(other));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return user > other;
    }
}
