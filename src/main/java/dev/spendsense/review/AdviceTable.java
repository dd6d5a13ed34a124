package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.GivenAdvice;
import dev.spendsense.dataset.RecommendationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.roaringbitmap.RoaringBitmap;

/**
 * All advice of a dataset's latest look, in memory: a row each, numbered by urgency. Read once from the dataset; nothing
 * that people do changes it.
 */
final class AdviceTable {

    private static final Comparator<Row> MOST_URGENT_FIRST = Comparator.comparingDouble((Row row) -> -row.points)
            .thenComparing(row -> row.given.entered())
            .thenComparingInt(row -> row.given.user())
            .thenComparing(row -> row.given.code());

    private final List<String> userIds;
    private final Map<String, Integer> users = new HashMap<>();
    private final Row[] rows;
    private final int[][] rowsOfUser;
    private final Map<QueueFacet, Map<String, RoaringBitmap>> facets = new EnumMap<>(QueueFacet.class);
    private final Map<QueueSort, int[]> orders = new EnumMap<>(QueueSort.class);
    private final Map<QueueSort, int[]> places = new EnumMap<>(QueueSort.class);

    /** A row: what the dataset says, the points that follow from it, and the rules that write it. */
    record Row(GivenAdvice given, double points, String band, List<String> rules) {}

    private AdviceTable(List<String> userIds, Row[] rows) {
        this.userIds = userIds;
        this.rows = rows;
        for (int i = 0; i < userIds.size(); i++) {
            users.put(userIds.get(i), i);
        }
        this.rowsOfUser = rowsOfUser();
    }

    static AdviceTable read(Dataset dataset, ReviewTerms terms) {
        List<Row> rows = new ArrayList<>();
        AdviceWriters writers = AdviceWriters.of(dataset.run().origin().rules());
        dataset.advice(given -> {
            double points = terms.priority().points(given);
            rows.add(new Row(given, points, terms.band(points), writers.of(given.code(), given.persona())));
        });
        rows.sort(MOST_URGENT_FIRST);
        AdviceTable table = new AdviceTable(dataset.userIds(), rows.toArray(Row[]::new));
        terms.bands().keySet().forEach(band -> table.facet(QueueFacet.PRIORITY, band));
        for (int row = 0; row < rows.size(); row++) {
            table.facet(QueueFacet.PRIORITY, rows.get(row).band).add(row);
            GivenAdvice given = rows.get(row).given;
            table.facet(QueueFacet.PERSONA, given.persona()).add(row);
            table.facet(QueueFacet.CODE, given.code()).add(row);
            table.facet(QueueFacet.KIND, given.kind().name().toLowerCase(Locale.ROOT))
                    .add(row);
            for (String rule : rows.get(row).rules) {
                table.facet(QueueFacet.RULE, rule).add(row);
            }
        }
        table.facets.values().forEach(values -> values.values().forEach(RoaringBitmap::runOptimize));
        table.order(QueueSort.AGE, row -> row.given.entered().toEpochDay());
        table.order(QueueSort.CONFIDENCE, row -> Math.round(row.given.confidence() * 1e6));
        table.order(QueueSort.USER, row -> row.given.user());
        return table;
    }

    private RoaringBitmap facet(QueueFacet facet, String value) {
        return facets.computeIfAbsent(facet, added -> new LinkedHashMap<>())
                .computeIfAbsent(value, added -> new RoaringBitmap());
    }

    private void order(QueueSort sort, ToLongFunction<Row> key) {
        long[] keyed = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            keyed[row] = key.applyAsLong(rows[row]) << Integer.SIZE | row;
        }
        Arrays.sort(keyed);
        int[] order = new int[rows.length];
        int[] place = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keyed[i];
            place[order[i]] = i;
        }
        orders.put(sort, order);
        places.put(sort, place);
    }

    private int[][] rowsOfUser() {
        int[] counts = new int[userIds.size()];
        for (Row row : rows) {
            counts[row.given.user()]++;
        }
        int[][] all = new int[counts.length][];
        for (int user = 0; user < counts.length; user++) {
            all[user] = new int[counts[user]];
        }
        for (int row = 0; row < rows.length; row++) {
            int user = rows[row].given.user();
            all[user][all[user].length - counts[user]--] = row;
        }
        return all;
    }

    int size() {
        return rows.length;
    }

    Row row(int number) {
        return rows[number];
    }

    RecommendationId id(int number) {
        GivenAdvice given = rows[number].given;
        return new RecommendationId(userIds.get(given.user()), given.code(), given.asOf());
    }

    boolean hasUser(String userId) {
        return users.containsKey(userId);
    }

    /** The rows of a user's advice, the most urgent first; none for a stranger. */
    int[] rowsOf(String userId) {
        Integer user = users.get(userId);
        return user == null ? new int[0] : rowsOfUser[user];
    }

    /** The row of a piece of advice; empty when the dataset does not give it. */
    OptionalInt find(RecommendationId id) {
        return Arrays.stream(rowsOf(id.userId()))
                .filter(row -> rows[row].given.code().equals(id.code())
                        && rows[row].given.asOf().equals(id.asOf()))
                .findFirst();
    }

    /** The values of a facet that follow from the dataset alone, each with the rows that have it. */
    Map<String, RoaringBitmap> values(QueueFacet facet) {
        return facets.getOrDefault(facet, Map.of());
    }

    /** The rows in some order. */
    int[] order(QueueSort sort) {
        return orders.get(sort);
    }

    /** Where each row stands in some order. */
    int[] places(QueueSort sort) {
        return places.get(sort);
    }
}
