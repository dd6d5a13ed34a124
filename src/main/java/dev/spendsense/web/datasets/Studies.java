package dev.spendsense.web.datasets;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.web.problems.Problem;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What takes long to find out about a dataset: it is read in the background, one study after the other, and kept for as
 * long as the dataset is served.
 */
@Component
public final class Studies {

    private static final long PATIENCE_MILLIS = 1_000;

    private final Datasets datasets;
    private final ExecutorService thorough = lane("studies");
    private final ExecutorService brief = lane("sums");

    /** How much of a dataset a study looks at: those that take minutes do not hold up those that take a moment. */
    public enum Depth {
        /** What is stored in sums already, or concluded. */
        SUMS,
        /** All that there is. */
        EVERYTHING
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Studies(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * What a study has found; a quick one is waited for.
     *
     * @param key what it is about
     * @return empty while it is going on
     * @throws Problem when the dataset turned out to be damaged
     */
    public <T> Optional<T> find(ServedDataset dataset, Object key, Depth depth, Function<Dataset, T> study) {
        ExecutorService background = depth == Depth.SUMS ? brief : thorough;
        CompletableFuture<T> found =
                dataset.keep(key, () -> CompletableFuture.supplyAsync(() -> dataset.read(study), background));
        try {
            return Optional.of(found.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
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
        thorough.shutdownNow();
        brief.shutdownNow();
    }
}
