package dev.spendsense.roster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The values of a column, each with a place on a line: greater values further up. */
interface Scale {

    /** Where a user's value stands; not a number for a user without one. */
    double place(int user);

    /** A user's value in a form that {@link #place(String)} understands; the user must have one. */
    String text(int user);

    /**
     * Where a value stands, also one that nobody has.
     *
     * @throws NumberFormatException when values are numbers and this is none
     */
    double place(String value);

    /** A column of numbers: they are places themselves. */
    static Scale of(IntToDoubleFunction values) {
        return new Scale() {
            @Override
            public double place(int user) {
                return values.applyAsDouble(user);
            }

            @Override
            public String text(int user) {
                return Double.toString(values.applyAsDouble(user));
            }

            @Override
            public double place(String value) {
                return Double.parseDouble(value);
            }
        };
    }

    /**
     * A column of texts: a place is the position among all different ones in order, and halfway between two of them for a
     * text that nobody has.
     *
     * @param counts whose texts count
     */
    static Scale of(Texts texts, IntPredicate counts) {
        int[] codes = IntStream.range(0, texts.texts().size())
                .boxed()
                .sorted(Comparator.comparing(texts.texts()::get))
                .mapToInt(code -> code)
                .toArray();
        String[] sorted = IntStream.of(codes).mapToObj(texts.texts()::get).toArray(String[]::new);
        int[] placeOfCode = new int[codes.length];
        for (int place = 0; place < codes.length; place++) {
            placeOfCode[codes[place]] = place;
        }
        return new Scale() {
            @Override
            public double place(int user) {
                return counts.test(user) ? placeOfCode[texts.code(user)] : Double.NaN;
            }

            @Override
            public String text(int user) {
                return texts.text(user);
            }

            @Override
            public double place(String value) {
                int found = Arrays.binarySearch(sorted, value);
                return found >= 0 ? found : -(found + 1) - 0.5;
            }
        };
    }
}
