package dev.spendsense.review;

import dev.spendsense.dataset.GivenAdvice;
import dev.spendsense.dataset.RecommendationId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * The advice that waits for somebody, and what was decided about the rest. Every list is cut out of sets of rows; nothing
 * is read from the dataset, and no more rows are looked at than the square root of their number times the page. For one
 * thread at a time.
 */
final class ReviewQueue {

    private final AdviceTable table;
    private final Standings standings;
    private final List<String> severitiesWorstFirst;
    private final LocalDate today;
    private final String stamp;
    private final Map<String, RoaringBitmap> byStatus = new LinkedHashMap<>();
    private final Map<String, RoaringBitmap> bySeverity = new LinkedHashMap<>();
    private final Map<Integer, Status> decided = new HashMap<>();
    private final RoaringBitmap shown = new RoaringBitmap();
    private long revision;

    /**
     * @param today the last day of the scenario
     * @param stamp distinguishes the dataset from others, so that a page of one is not asked to go on in another
     */
    ReviewQueue(AdviceTable table, Standings standings, ReviewTerms terms, LocalDate today, String stamp) {
        this.table = table;
        this.standings = standings;
        this.today = today;
        this.stamp = stamp;
        this.severitiesWorstFirst = new ArrayList<>(terms.severities());
        Collections.reverse(severitiesWorstFirst);
        for (Status status : Status.values()) {
            byStatus.put(status.label(), new RoaringBitmap());
        }
        severitiesWorstFirst.forEach(severity -> bySeverity.put(severity, new RoaringBitmap()));
        shown.add(0L, (long) table.size());
        byStatus.get(Status.PENDING.label()).add(0L, (long) table.size());
        catchUp();
    }

    /** Takes in what was decided since the last time. */
    void catchUp() {
        long upTo = standings.revision(); // what comes in meanwhile is taken in again the next time
        for (Change change : standings.since(revision)) {
            if (change instanceof Change.Consent consent) {
                for (int row : table.rowsOf(consent.userId())) {
                    if (consent.given()) {
                        shown.add(row);
                    } else {
                        shown.remove(row);
                    }
                }
            } else if (change instanceof Change.Decided decision) {
                table.find(decision.advice()).ifPresent(row -> decide(row, decision.advice()));
            }
        }
        revision = upTo;
    }

    private void decide(int row, RecommendationId id) {
        AdviceReview review = standings.advice(id);
        byStatus.get(decided.getOrDefault(row, Status.PENDING).label()).remove(row);
        byStatus.get(review.status().label()).add(row);
        decided.put(row, review.status());
        bySeverity.values().forEach(rows -> rows.remove(row));
        review.severity()
                .ifPresent(severity -> bySeverity
                        .computeIfAbsent(severity, added -> new RoaringBitmap())
                        .add(row));
    }

    /**
     * A page of the queue.
     *
     * @param cursor where the page before ended; empty for the first one
     * @throws Refusal when the cursor is none of this dataset and order
     */
    QueuePage page(QueueQuery query, Optional<String> cursor, int limit) {
        RoaringBitmap matching = matching(query, null);
        List<Integer> positions = query.sort() == QueueSort.PRIORITY
                ? byPriority(query, matching, cursor, limit)
                : byOrder(query, matching, cursor, limit);
        boolean more = positions.size() > limit;
        List<Integer> page = more ? positions.subList(0, limit) : positions;
        Optional<String> next = more ? Optional.of(cursor(query, page.get(limit - 1))) : Optional.empty();
        List<QueueItem> items =
                page.stream().map(row -> item(rowAt(query, row))).toList();
        return new QueuePage(items, next, matching.getCardinality(), counts(query), revision);
    }

    /** The item of a piece of advice; empty when the dataset does not give it, or it must not be shown. */
    Optional<QueueItem> item(RecommendationId id) {
        return table.find(id).stream()
                .filter(shown::contains)
                .mapToObj(this::item)
                .findFirst();
    }

    private QueueItem item(int row) {
        GivenAdvice given = table.row(row).given();
        RecommendationId id = table.id(row);
        return new QueueItem(
                id,
                given.kind(),
                given.persona(),
                given.rank(),
                given.confidence(),
                table.row(row).rules(),
                given.priority(),
                table.row(row).points(),
                table.row(row).band(),
                given.entered(),
                ChronoUnit.DAYS.between(given.entered(), today),
                standings.advice(id));
    }

    private Map<String, RoaringBitmap> values(QueueFacet facet) {
        return switch (facet) {
            case STATUS -> byStatus;
            case SEVERITY -> bySeverity;
            default -> table.values(facet);
        };
    }

    /** The rows that fit, whatever one facet may ask for. */
    private RoaringBitmap matching(QueueQuery query, QueueFacet leftOut) {
        RoaringBitmap rows = shown.clone();
        query.userId().ifPresent(user -> rows.and(RoaringBitmap.bitmapOf(table.rowsOf(user))));
        query.chosen().forEach((facet, chosen) -> {
            if (facet != leftOut) {
                rows.and(union(values(facet), chosen));
            }
        });
        return rows;
    }

    private static RoaringBitmap union(Map<String, RoaringBitmap> values, Set<String> chosen) {
        RoaringBitmap[] sets = chosen.stream()
                .map(value -> values.getOrDefault(value, new RoaringBitmap()))
                .toArray(RoaringBitmap[]::new);
        return RoaringBitmap.or(sets);
    }

    private Map<QueueFacet, Map<String, Integer>> counts(QueueQuery query) {
        Map<QueueFacet, Map<String, Integer>> counts = new EnumMap<>(QueueFacet.class);
        RoaringBitmap all = matching(query, null);
        for (QueueFacet facet : QueueFacet.values()) {
            RoaringBitmap rows = query.chosen().containsKey(facet) ? matching(query, facet) : all;
            Map<String, Integer> ofFacet = new LinkedHashMap<>();
            values(facet).forEach((value, having) -> ofFacet.put(value, RoaringBitmap.andCardinality(rows, having)));
            counts.put(facet, ofFacet);
        }
        return counts;
    }

    /** Positions are rows, those of each severity behind one another: lane * rows + row. */
    private List<Integer> byPriority(QueueQuery query, RoaringBitmap matching, Optional<String> cursor, int limit) {
        List<RoaringBitmap> lanes = new ArrayList<>();
        RoaringBitmap rest = matching.clone();
        for (String severity : severitiesWorstFirst) {
            RoaringBitmap flagged = RoaringBitmap.and(matching, bySeverity.get(severity));
            lanes.add(flagged);
            rest.andNot(flagged);
        }
        lanes.add(rest);
        int after = cursor.map(text -> position(query, text)).orElse(-1);
        int rows = Math.max(1, table.size());
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < lanes.size() && positions.size() <= limit; i++) {
            int lane = query.reversed() ? lanes.size() - 1 - i : i;
            RoaringBitmap set = lanes.get(lane);
            int size = set.getCardinality();
            int index = startIn(set, size, lane, after, rows, query.reversed());
            while (index >= 0 && index < size && positions.size() <= limit) {
                positions.add(lane * rows + set.select(index));
                index += query.reversed() ? -1 : 1;
            }
        }
        return positions;
    }

    private static int startIn(RoaringBitmap set, int size, int lane, int after, int rows, boolean reversed) {
        if (after < 0) {
            return reversed ? size - 1 : 0;
        }
        int cursorLane = after / rows;
        if (lane == cursorLane) {
            int upTo = set.rank(after % rows);
            boolean included = set.contains(after % rows);
            return reversed ? upTo - 1 - (included ? 1 : 0) : upTo;
        }
        boolean done = reversed ? lane > cursorLane : lane < cursorLane;
        return done ? (reversed ? -1 : size) : (reversed ? size - 1 : 0);
    }

    /** Positions are places in the order. Few rows are sorted, many are met soon enough on the way along the order. */
    private List<Integer> byOrder(QueueQuery query, RoaringBitmap matching, Optional<String> cursor, int limit) {
        int[] order = table.order(query.sort());
        int[] places = table.places(query.sort());
        int step = query.reversed() ? -1 : 1;
        int first = cursor.map(text -> position(query, text) + step).orElse(query.reversed() ? order.length - 1 : 0);
        List<Integer> positions = new ArrayList<>();
        long size = matching.getCardinality();
        if (size * size < (long) limit * order.length) {
            int[] own = matching.stream().map(row -> places[row]).sorted().toArray();
            int at = Arrays.binarySearch(own, first);
            int index = at >= 0 ? at : query.reversed() ? -at - 2 : -at - 1;
            for (; index >= 0 && index < own.length && positions.size() <= limit; index += step) {
                positions.add(own[index]);
            }
        } else {
            for (int place = first; place >= 0 && place < order.length && positions.size() <= limit; place += step) {
                if (matching.contains(order[place])) {
                    positions.add(place);
                }
            }
        }
        return positions;
    }

    private int rowAt(QueueQuery query, int position) {
        return query.sort() == QueueSort.PRIORITY
                ? position % Math.max(1, table.size())
                : table.order(query.sort())[position];
    }

    private String cursor(QueueQuery query, int position) {
        String text = stamp + " " + query.sort().label() + " " + query.reversed() + " " + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int position(QueueQuery query, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int last = text.lastIndexOf(' ');
            int position = Integer.parseInt(text.substring(last + 1));
            if (position >= 0 && cursor(query, position).equals(cursor)) {
                return position;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // said below
        }
        throw new Refusal(
                Refusal.Kind.INVALID, "cursor", "cursor: expected the one of the page before, in the same order");
    }

    /** The advice of touched ids that the dataset does not give. */
    List<AdviceReview> orphans() {
        return standings.touchedAdvice().stream()
                .filter(id -> table.find(id).isEmpty())
                .map(standings::advice)
                .toList();
    }

    boolean hasUser(String userId) {
        return table.hasUser(userId);
    }

    boolean gives(RecommendationId id) {
        return table.find(id).isPresent();
    }
}
