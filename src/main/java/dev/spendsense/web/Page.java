package dev.spendsense.web;

import java.util.List;

/**
 * A piece of a list.
 *
 * @param items what is in it
 * @param next the cursor with which the list goes on; null at its end
 * @param total how many the whole list has
 */
public record Page<T>(List<T> items, String next, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
