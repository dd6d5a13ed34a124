package dev.spendsense.twin;

import java.util.function.Function;

/**
 * The same thing in two lives.
 *
 * @param original in the life that is in the dataset
 * @param twin in the one with something changed
 */
public record Both<T>(T original, T twin) {

    /** Something of each. */
    public <R> Both<R> map(Function<? super T, ? extends R> part) {
        return new Both<>(part.apply(original), part.apply(twin));
    }

    public boolean same() {
        return original.equals(twin);
    }
}
