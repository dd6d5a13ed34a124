package dev.spendsense.web.users;

import java.util.List;

/**
 * A list, or a page of one.
 *
 * @param items in order
 * @param next what to give as {@code cursor} for the next page; null on the last one
 * @param total how many there are on all pages
 */
record Items<T>(List<T> items, String next, int total) {

    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null, items.size());
    }
}
