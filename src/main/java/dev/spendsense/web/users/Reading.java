package dev.spendsense.web.users;

import dev.spendsense.dataset.Dataset;
import java.util.function.Function;

/** A dataset that many threads may read at once. */
interface Reading {

    /** Has somebody read it on this thread. */
    <T> T read(Function<Dataset, T> question);
}
