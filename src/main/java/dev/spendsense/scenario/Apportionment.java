package dev.spendsense.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a total among parts in proportion to their counts by largest remainders (Hamilton's method): everyone gets
 * the whole part of the exact share, then those with the largest remainders one more, earlier ones first among equals.
 */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param counts none negative, at least one positive
     * @return as many as counts, with the given total
     */
    static int[] of(List<Integer> counts, int total) {
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        int[] parts = new int[counts.size()];
        int left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) (counts.get(i) * (long) total / all);
            left -= parts[i];
        }
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> counts.get(i) * (long) total % all)
                        .reversed())
                .toList();
        for (int part : byRemainder.subList(0, left)) {
            parts[part]++;
        }
        return parts;
    }
}
