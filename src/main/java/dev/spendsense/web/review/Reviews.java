package dev.spendsense.web.review;

import dev.spendsense.review.QueueQuery;
import dev.spendsense.review.Review;
import dev.spendsense.review.ReviewTerms;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.datasets.Datasets;
import dev.spendsense.web.datasets.ServedDataset;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What people did to each dataset, open for as long as the dataset is the same. Whoever needs to know who consents, or what
 * was decided, asks here.
 */
@Component
public final class Reviews {

    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

    private final Datasets datasets;
    private final Clock clock;
    private final ReviewTerms terms;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reviews");
        thread.setDaemon(true);
        return thread;
    });

    /** Nobody closes what somebody is using. */
    private static final class Desk {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private Review review;
    }

    Reviews(Datasets datasets, ServiceSettings settings, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
        this.terms = ReviewTerms.read(settings.ruleFolder());
    }

    /** What operators choose from. */
    public ReviewTerms terms() {
        return terms;
    }

    /**
     * Has something done with what people did to a dataset.
     *
     * @param name of the dataset; may be anything
     * @param work must not keep the review
     */
    public <T> T with(String name, BiFunction<ServedDataset, Review, T> work) {
        ServedDataset dataset = datasets.find(name);
        Desk desk = desks.computeIfAbsent(name, added -> new Desk());
        while (true) {
            desk.lock.readLock().lock();
            try {
                if (desk.review != null && desk.review.isOf(dataset.run())) {
                    return work.apply(dataset, desk.review);
                }
            } finally {
                desk.lock.readLock().unlock();
            }
            renew(desk, dataset);
            dataset = datasets.find(name);
        }
    }

    private void renew(Desk desk, ServedDataset dataset) {
        desk.lock.writeLock().lock();
        try {
            if (desk.review != null && !desk.review.isOf(dataset.run())) {
                desk.review.close();
                desk.review = null;
            }
            if (desk.review == null) {
                desk.review = Review.open(dataset.file(), terms, clock);
                background.execute(() -> warm(dataset.name()));
            }
        } finally {
            desk.lock.writeLock().unlock();
        }
    }

    /** Reads the queue, which takes seconds for a large dataset, before somebody waits for it. */
    private void warm(String name) {
        try {
            with(name, (served, review) -> review.queue(QueueQuery.ALL, Optional.empty(), 1));
        } catch (RuntimeException e) {
            LOG.warn("the review queue of {} cannot be read: {}", name, e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        background.shutdownNow();
        desks.values().forEach(desk -> {
            desk.lock.writeLock().lock();
            try {
                if (desk.review != null) {
                    desk.review.close();
                    desk.review = null;
                }
            } finally {
                desk.lock.writeLock().unlock();
            }
        });
    }
}
