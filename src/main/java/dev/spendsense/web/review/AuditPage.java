package dev.spendsense.web.review;

import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryWriter;
import java.util.List;

/**
 * A piece of the log, newest first.
 *
 * @param next the cursor with which it goes on; missing at its end
 * @param total how many entries the filters let through
 */
record AuditPage(List<EntryWriter.Row> items, String next, long total) {

    static AuditPage of(List<Entry> found, int limit, long total) {
        boolean more = found.size() > limit;
        List<Entry> items = more ? found.subList(0, limit) : found;
        return new AuditPage(
                items.stream().map(EntryWriter.Row::of).toList(),
                more ? Long.toString(items.get(items.size() - 1).sequence()) : null,
                total);
    }
}
