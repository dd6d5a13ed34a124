package dev.spendsense.roster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;

/** What operators of a test have changed. */
final class Decisions implements Standing {

    private final List<Change> changes = new CopyOnWriteArrayList<>();

    /** @param change made from its number */
    void make(LongFunction<Change> change) {
        changes.add(change.apply(changes.size() + 1L));
    }

    @Override
    public long revision() {
        return changes.size();
    }

    @Override
    public List<Change> since(long revision) {
        return List.copyOf(changes.subList((int) revision, changes.size()));
    }

    @Override
    public List<String> statuses() {
        return List.of("waiting", "sent", "refused");
    }

    @Override
    public String undecided() {
        return "waiting";
    }
}
