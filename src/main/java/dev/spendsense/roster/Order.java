package dev.spendsense.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** All users in some order, from which pages are taken. */
final class Order {

    /** Fewer users than this share of all are rather looked up than waited for. */
    private static final int SPARSE = 32;

    private final List<Key> keys;
    private final int[] users;
    private final int[] places;

    /** One of the keys, with the direction. */
    record Key(Ranking ranking, boolean descending) {

        /** Where a user stands by this key alone; users without a value after all others. */
        int standing(int user) {
            int rank = ranking.rank(user);
            return rank == Ranking.NONE ? ranking.size() : descending ? ranking.size() - 1 - rank : rank;
        }

        /** Where a value stands, or nobody's value when it is null. */
        double standing(String value) {
            if (value == null) {
                return ranking.size();
            }
            return descending ? ranking.size() - 1 - ranking.place(value) : ranking.place(value);
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

    Order(List<Key> keys, int size) {
        this.keys = List.copyOf(keys);
        this.users = sorted(keys, size);
        this.places = new int[size];
        for (int place = 0; place < size; place++) {
            places[users[place]] = place;
        }
    }

    private static int[] sorted(List<Key> keys, int size) {
        long[] combined = new long[size];
        for (Key key : keys) {
            dense(combined);
            for (int user = 0; user < size; user++) {
                combined[user] = combined[user] * (key.ranking().size() + 1L) + key.standing(user);
            }
        }
        dense(combined);
        for (int user = 0; user < size; user++) {
            combined[user] = combined[user] << Integer.SIZE | user;
        }
        Arrays.sort(combined);
        return Arrays.stream(combined).mapToInt(each -> (int) each).toArray();
    }

    /** Numbers different values from 0 without gaps, so that they can be multiplied without running over. */
    private static void dense(long[] values) {
        long[] different = Arrays.stream(values).sorted().distinct().toArray();
        if (different.length > 0 && different[different.length - 1] == different.length - 1) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.binarySearch(different, values[i]);
        }
    }

    /** The first so many of some users, after a mark or, when it is null, from the beginning. */
    int[] page(RoaringBitmap among, Mark after, int limit) {
        int from = after == null ? 0 : placeAfter(after);
        return among.getCardinality() < users.length / SPARSE
                ? lookedUp(among, from, limit)
                : walked(among, from, limit);
    }

    private int[] walked(RoaringBitmap among, int from, int limit) {
        int[] page = new int[limit];
        int found = 0;
        for (int place = from; place < users.length && found < limit; place++) {
            if (among.contains(users[place])) {
                page[found++] = users[place];
            }
        }
        return Arrays.copyOf(page, found);
    }

    private int[] lookedUp(RoaringBitmap among, int from, int limit) {
        int[] found = new int[among.getCardinality()];
        int count = 0;
        for (IntIterator each = among.getIntIterator(); each.hasNext(); ) {
            int place = places[each.next()];
            if (place >= from) {
                found[count++] = place;
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.stream(found, 0, Math.min(count, limit))
                .map(place -> users[place])
                .toArray();
    }

    /** What a page that ends with a user is continued from. */
    Mark mark(int user) {
        List<String> values = new ArrayList<>();
        for (Key key : keys) {
            int rank = key.ranking().rank(user);
            values.add(rank == Ranking.NONE ? null : key.ranking().text(rank));
        }
        return new Mark(values, user);
    }

    /** The first place whose user stands after a mark, whether or not somebody still stands exactly there. */
    private int placeAfter(Mark mark) {
        double[] standings = new double[keys.size()];
        for (int i = 0; i < standings.length; i++) {
            standings[i] = keys.get(i).standing(mark.values().get(i));
        }
        int low = 0;
        int high = users.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAfter(users[middle], standings, mark.user())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
}
