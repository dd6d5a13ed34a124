package dev.spendsense.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Users that follow each other.
 *
 * @param first position of the first one in the population, from 0
 * @param users how many there are
 */
record UserRange(int first, int users) implements Serializable {

    /** So many ranges of a population as nearly equal as can be, none of them empty. */
    static List<UserRange> split(int users, int ranges) {
        return split(0, users, Math.max(1, Math.min(users, ranges)));
    }

    /** Ranges as nearly equal as can be from one position to before another, of at most so many users each. */
    static List<UserRange> between(int first, int end, int most) {
        return split(first, end - first, (end - first + most - 1) / most);
    }

    private static List<UserRange> split(int from, int users, int count) {
        List<UserRange> split = new ArrayList<>(count);
        int first = 0;
        for (int range = 1; range <= count; range++) {
            int end = (int) ((long) users * range / count);
            split.add(new UserRange(from + first, end - first));
            first = end;
        }
        return split;
    }

    /** Position after the last one. */
    int end() {
        return first + users;
    }
}
