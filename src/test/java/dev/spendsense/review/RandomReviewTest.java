package dev.spendsense.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do in whatever order, what holds is what a very simple model says, also after reopening. */
class RandomReviewTest {

    private static final int STEPS = 200;

    @TempDir
    private static Path shared;

    private static Path made;
    private static List<RecommendationId> advice;
    private static List<String> users;

    @TempDir
    private Path folder;

    private final Map<RecommendationId, List<Long>> decisions = new HashMap<>();
    private final Map<RecommendationId, Integer> versions = new HashMap<>();
    private final Map<Long, Status> given = new HashMap<>();
    private final Map<Long, String> severities = new HashMap<>();
    private final Map<Long, RecommendationId> about = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    @BeforeAll
    static void generate() {
        made = Town.generate(shared.resolve("town.db"));
        advice = Town.advice(made);
        users = advice.stream().map(RecommendationId::userId).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void what_holds_is_what_the_model_says(int seed) throws IOException {
        Random random = new Random(seed);
        Path file = Files.copy(made, folder.resolve("town.db"));
        Review review = Town.open(file);
        for (int step = 0; step < STEPS; step++) {
            act(review, random);
            if (random.nextInt(25) == 0) {
                review.close();
                review = Town.open(file);
            }
            if (step % 10 == 0) {
                compare(review, random);
            }
        }
        compare(review, random);
        assertThat(review.verify(Optional.of(review.head())).holds()).isTrue();
        review.close();
    }

    private void act(Review review, Random random) {
        RecommendationId id = advice.get(random.nextInt(advice.size()));
        int version = versions.getOrDefault(id, 0);
        try {
            switch (random.nextInt(8)) {
                case 0 -> decided(review.decide(Town.ANN, new Expected(id, version), Decision.approve("")), id);
                case 1 -> decided(review.decide(Town.BEN, new Expected(id, version), Decision.reject("", "")), id);
                case 2, 3 -> {
                    String severity = Town.TERMS.severities().get(random.nextInt(3));
                    Entry entry = review.decide(
                            Town.ANN, new Expected(id, version), Decision.flag("tone", severity, "careful"));
                    severities.put(entry.sequence(), severity);
                    decided(entry, id);
                }
                case 4 -> {
                    review.decide(Town.ANN, new Expected(id, version), Decision.note("seen"));
                    versions.merge(id, 1, Integer::sum);
                }
                case 5 -> undo(review, random);
                case 6 -> {
                    review.setConsent(Town.ANN, id.userId(), false, "");
                    hidden.add(id.userId());
                }
                default -> {
                    String user = users.get(random.nextInt(users.size()));
                    review.setConsent(Town.ANN, user, true, "");
                    hidden.remove(user);
                }
            }
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NO_CONSENT);
            assertThat(hidden).isNotEmpty();
        }
    }

    private void decided(Entry entry, RecommendationId id) {
        given.put(entry.sequence(), Status.after(entry.action()).orElseThrow());
        about.put(entry.sequence(), id);
        decisions.computeIfAbsent(id, added -> new ArrayList<>()).add(entry.sequence());
        versions.merge(id, 1, Integer::sum);
    }

    private void undo(Review review, Random random) {
        List<Long> standing =
                decisions.values().stream().flatMap(List::stream).sorted().toList();
        if (!standing.isEmpty()) {
            Long number = standing.get(random.nextInt(standing.size()));
            Entry entry = review.undo(Town.BEN, List.of(number), "").get(0);
            assertThat(entry.action()).isEqualTo(Action.UNDONE);
            decisions.get(about.get(number)).remove(number);
            versions.merge(about.get(number), 1, Integer::sum);
        }
    }

    private Optional<Long> latest(RecommendationId id) {
        List<Long> own = decisions.getOrDefault(id, List.of());
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1));
    }

    private Status status(RecommendationId id) {
        return latest(id).map(given::get).orElse(Status.PENDING);
    }

    private void compare(Review review, Random random) {
        List<RecommendationId> shown =
                advice.stream().filter(id -> !hidden.contains(id.userId())).toList();
        for (RecommendationId id : shown) {
            AdviceReview found = review.advice(id);
            assertThat(found.status()).as(id.toString()).isEqualTo(status(id));
            assertThat(found.version()).isEqualTo(versions.getOrDefault(id, 0).longValue());
        }
        compareQueue(review, shown, query(random), 1 + random.nextInt(20));
    }

    private QueueQuery query(Random random) {
        QueueQuery query = new QueueQuery(
                Map.of(),
                random.nextInt(5) == 0 ? Optional.of(users.get(random.nextInt(users.size()))) : Optional.empty(),
                QueueSort.values()[random.nextInt(4)],
                random.nextBoolean());
        if (random.nextInt(3) == 0) {
            query = query.with(QueueFacet.STATUS, Set.of("flagged", "pending"));
        }
        if (random.nextInt(3) == 0) {
            query = query.with(QueueFacet.PRIORITY, Set.of("high", "urgent"));
        }
        return random.nextInt(3) == 0 ? query.with(QueueFacet.KIND, Set.of("education")) : query;
    }

    private void compareQueue(Review review, List<RecommendationId> shown, QueueQuery query, int limit) {
        List<QueueItem> expected = shown.stream()
                .map(id -> review.item(id).orElseThrow())
                .filter(item -> query.userId().stream().allMatch(item.id().userId()::equals))
                .filter(item -> query.chosen().keySet().stream()
                        .allMatch(facet -> query.chosen().get(facet).contains(value(item, facet))))
                .toList();
        List<QueueItem> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        QueuePage page;
        do {
            page = review.queue(query, cursor, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.total()).isEqualTo(expected.size());
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        Comparator<QueueItem> order = order(query.sort());
        assertThat(found).isSortedAccordingTo(query.reversed() ? order.reversed() : order);
        Map<String, Integer> byStatus = page.facets().get(QueueFacet.STATUS);
        if (!query.chosen().containsKey(QueueFacet.STATUS)) {
            Map<String, Long> counted = expected.stream()
                    .collect(Collectors.groupingBy(item -> value(item, QueueFacet.STATUS), Collectors.counting()));
            byStatus.forEach(
                    (status, count) -> assertThat((long) count).as(status).isEqualTo(counted.getOrDefault(status, 0L)));
        }
    }

    private static String value(QueueItem item, QueueFacet facet) {
        return switch (facet) {
            case STATUS -> item.review().status().label();
            case PRIORITY -> item.band();
            case PERSONA -> item.persona();
            case CODE -> item.id().code();
            case KIND -> item.kind().name().toLowerCase(Locale.ROOT);
            case SEVERITY -> item.review().severity().orElse("");
            case RULE -> item.rules().isEmpty() ? "" : item.rules().get(0);
        };
    }

    private Comparator<QueueItem> order(QueueSort sort) {
        return switch (sort) {
            case PRIORITY ->
                Comparator.comparingInt((QueueItem item) -> -severity(item.id()))
                        .thenComparingDouble(item -> -item.points());
            case AGE -> Comparator.comparing(QueueItem::entered);
            case CONFIDENCE -> Comparator.comparingDouble(QueueItem::confidence);
            case USER -> Comparator.comparingInt(item -> users.indexOf(item.id().userId()));
        };
    }

    private int severity(RecommendationId id) {
        return latest(id)
                .map(number -> Town.TERMS.severities().indexOf(severities.getOrDefault(number, "")))
                .orElse(-1);
    }
}
