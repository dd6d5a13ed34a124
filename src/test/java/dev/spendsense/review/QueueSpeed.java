package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how long the review queue of a dataset takes to build, how much memory it takes, and how long lists and
 * decisions take. Run with the path of a dataset; figures go to standard output. Leaves some decisions beside it.
 */
final class QueueSpeed {

    private QueueSpeed() {}

    public static void main(String[] arguments) {
        long before = heapInUse();
        long start = System.nanoTime();
        try (Review review = Town.open(Path.of(arguments[0]))) {
            QueuePage first = review.queue(QueueQuery.ALL, Optional.empty(), 50);
            System.out.printf(
                    "%,d pieces of advice: built in %.2f s, %,d kB%n",
                    first.total(), millisSince(start) / 1_000, (heapInUse() - before) / 1_024);
            String persona =
                    first.facets().get(QueueFacet.PERSONA).keySet().iterator().next();
            measure("everything", review, QueueQuery.ALL);
            measure("pending", review, QueueQuery.ALL.with(QueueFacet.STATUS, Set.of("pending")));
            for (QueueSort sort : QueueSort.values()) {
                QueueQuery sorted = new QueueQuery(Map.of(), Optional.empty(), sort, true);
                measure("by " + sort.label() + ", reversed", review, sorted);
                measure(
                        "by " + sort.label() + ", one persona, urgent",
                        review,
                        sorted.with(QueueFacet.PERSONA, Set.of(persona)).with(QueueFacet.PRIORITY, Set.of("urgent")));
            }
            List<RecommendationId> some =
                    first.items().stream().map(QueueItem::id).toList();
            List<Double> decisions = new ArrayList<>();
            for (RecommendationId id : some) {
                long version = review.advice(id).version();
                long asked = System.nanoTime();
                review.decide(Town.ANN, new Expected(id, version), Decision.flag("tone", "low", ""));
                decisions.add(millisSince(asked));
            }
            print("a decision", decisions);
        }
    }

    private static void measure(String name, Review review, QueueQuery query) {
        List<Double> millis = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < 200; i++) {
            long asked = System.nanoTime();
            cursor = review.queue(query, cursor, 50).next();
            millis.add(millisSince(asked));
        }
        print(name, millis);
    }

    private static void print(String name, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms%n",
                name, millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
