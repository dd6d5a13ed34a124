package dev.spendsense.roster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Where each user's value stands among all different values of a column, the least at 0. */
final class Ranking {

    /** Instead of a rank: the user has no value. */
    static final int NONE = -1;

    private final int[] ranks;
    private final Scale scale;

    private Ranking(int[] ranks, Scale scale) {
        this.ranks = ranks;
        this.scale = scale;
    }

    /** The different values of a column, in order. */
    private interface Scale {
        int size();

        String text(int rank);

        /** The rank of a value, or where it would be inserted as {@code -(where + 1)}. */
        int search(String text);
    }

    static Ranking of(Texts texts, int users) {
        return of(texts, user -> texts.code(user) != Texts.NONE, users);
    }

    /** @param counts whose texts count */
    static Ranking of(Texts texts, IntPredicate counts, int users) {
        int[] codes = IntStream.range(0, texts.texts().size())
                .boxed()
                .sorted(Comparator.comparing(texts.texts()::get))
                .mapToInt(code -> code)
                .toArray();
        int[] rankOfCode = new int[codes.length];
        for (int rank = 0; rank < codes.length; rank++) {
            rankOfCode[codes[rank]] = rank;
        }
        int[] ranks = IntStream.range(0, users)
                .map(user -> counts.test(user) ? rankOfCode[texts.code(user)] : NONE)
                .toArray();
        String[] sorted = IntStream.of(codes).mapToObj(texts.texts()::get).toArray(String[]::new);
        return new Ranking(ranks, new Scale() {
            @Override
            public int size() {
                return sorted.length;
            }

            @Override
            public String text(int rank) {
                return sorted[rank];
            }

            @Override
            public int search(String text) {
                return Arrays.binarySearch(sorted, text);
            }
        });
    }

    /** @param values by user; not a number for users without one */
    static Ranking of(IntToDoubleFunction values, int users) {
        double[] sorted = IntStream.range(0, users)
                .mapToDouble(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        int[] ranks = new int[users];
        for (int user = 0; user < users; user++) {
            double value = values.applyAsDouble(user);
            ranks[user] = Double.isNaN(value) ? NONE : Arrays.binarySearch(sorted, value);
        }
        return new Ranking(ranks, new Scale() {
            @Override
            public int size() {
                return sorted.length;
            }

            @Override
            public String text(int rank) {
                return Double.toString(sorted[rank]);
            }

            @Override
            public int search(String text) {
                return Arrays.binarySearch(sorted, Double.parseDouble(text));
            }
        });
    }

    int users() {
        return ranks.length;
    }

    /** How many different values there are. */
    int size() {
        return scale.size();
    }

    /** The rank of a user's value, or {@link #NONE}. */
    int rank(int user) {
        return ranks[user];
    }

    /** A value in a form that {@link #place} understands. */
    String text(int rank) {
        return scale.text(rank);
    }

    /**
     * The rank of a value; of one that nobody has, a place halfway between its neighbors.
     *
     * @throws NumberFormatException when values are numbers and this is none
     */
    double place(String text) {
        int found = scale.search(text);
        return found >= 0 ? found : -(found + 1) - 0.5;
    }
}
