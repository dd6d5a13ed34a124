package dev.spendsense.web.datasets;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.web.problems.Problem;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What takes long to find out about a dataset: it is read in the background, a few studies at a time, and kept for as long
 * as the dataset is served and the same users consent. What was found about users who have withdrawn their consent is in
 * none.
 */
@Component
public final class Studies {

    private static final long PATIENCE_MILLIS = 1_000;

    /** Datasets up to this are read in seconds; larger ones may take minutes. */
    private static final long SMALL_BYTES = 256L << 20;

    private final Datasets datasets;
    private final Withdrawals withdrawals;
    private final ExecutorService brief = lane("sums");
    private final ExecutorService small = lane("studies");
    private final ExecutorService large = lane("large-studies");

    /** How much of a dataset a study looks at: those that take minutes do not hold up those that take a moment. */
    public enum Depth {
        /** What is stored in sums already, or concluded. */
        SUMS,
        /** All that there is; a large dataset holds up no small one. */
        EVERYTHING
    }

    /**
     * How a study stands.
     *
     * @param tag of the state of the dataset that it is about
     * @param found empty while it is going on
     */
    public record Study<T>(String tag, Optional<T> found) {}

    /** The study of the latest state; one that nobody wants any more is not begun. */
    private static final class Latest<T> {
        private List<String> withdrawn;
        private CompletableFuture<T> study;

        synchronized CompletableFuture<T> of(List<String> users, Supplier<CompletableFuture<T>> begin) {
            if (!users.equals(withdrawn)) {
                if (study != null) {
                    study.cancel(false);
                }
                withdrawn = users;
                study = begin.get();
            }
            return study;
        }
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Studies(Datasets datasets, Withdrawals withdrawals) {
        this.datasets = datasets;
        this.withdrawals = withdrawals;
    }

    /**
     * What a study has found; a quick one is waited for.
     *
     * @param key what it is about
     * @throws Problem when the dataset turned out to be damaged
     */
    public <T> Study<T> find(ServedDataset dataset, Object key, Depth depth, Function<Dataset, T> study) {
        List<String> withdrawn = withdrawals.of(dataset);
        ExecutorService lane = depth == Depth.SUMS ? brief : dataset.bytes() <= SMALL_BYTES ? small : large;
        Latest<T> latest = dataset.keep(key, Latest::new);
        CompletableFuture<T> found = latest.of(
                withdrawn, () -> CompletableFuture.supplyAsync(() -> dataset.readWithholding(withdrawn, study), lane));
        return new Study<>(dataset.tag(withdrawn), awaited(found, dataset));
    }

    private <T> Optional<T> awaited(CompletableFuture<T> found, ServedDataset dataset) {
        try {
            return Optional.of(found.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatasetException damage) {
                datasets.suspect(dataset, damage);
                throw damage;
            }
            throw new CompletionException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        List.of(brief, small, large).forEach(ExecutorService::shutdownNow);
    }
}
