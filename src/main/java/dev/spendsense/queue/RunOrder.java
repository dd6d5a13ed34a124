package dev.spendsense.queue;

import java.util.List;

/**
 * What was ordered, after it was understood.
 *
 * @param scenario name of the scenario
 * @param overrides {@code path=value} settings that replace fields of it
 * @param dataset name that the dataset gets, without ending
 * @param replace whether an older dataset of that name is replaced
 * @param requester who ordered it
 * @param users how many users it has
 * @param days how many days it simulates
 * @param seed origin of its randomness
 */
public record RunOrder(
        String scenario,
        List<String> overrides,
        String dataset,
        boolean replace,
        String requester,
        int users,
        int days,
        long seed) {

    public RunOrder {
        overrides = List.copyOf(overrides);
    }
}
