package dev.spendsense.dataset;

import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A dataset that is open for many threads: as many readers as are needed at once, up to a limit, kept for the next. */
public final class DatasetReaders implements AutoCloseable {

    private final Path file;
    private final RunRecord run;
    private final Semaphore places;
    private final Deque<Dataset> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private DatasetReaders(Path file, Dataset first, int most) {
        this.file = file;
        this.run = first.run();
        this.places = new Semaphore(most, true);
        idle.push(first);
    }

    /**
     * Opens a dataset.
     *
     * @param most how many read at once, at least 1; others wait
     * @throws DatasetException as {@link Dataset#open}
     */
    public static DatasetReaders open(Path file, int most) {
        return new DatasetReaders(file, Dataset.openUnmapped(file), most);
    }

    /** What the dataset was made from, and how much of what it holds. */
    public RunRecord run() {
        return run;
    }

    /**
     * Reads something. What is read must be complete when the question returns.
     *
     * @throws IllegalStateException when this is closed
     * @throws DatasetException when the dataset has been damaged since
     */
    public <T> T read(Function<Dataset, T> question) {
        places.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException(file + " is closed");
            }
            Dataset known = idle.poll();
            Dataset reader = known == null ? Dataset.openUnmapped(file) : known;
            try {
                return question.apply(reader);
            } finally {
                idle.push(reader);
            }
        } finally {
            places.release();
            if (closed) {
                closeIdle();
            }
        }
    }

    /** Refuses new questions; those under way are answered. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Dataset reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
