package dev.spendsense.web.users;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.web.datasets.Datasets;
import dev.spendsense.web.problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the users of a few datasets as soon as the service is up, so that whoever looks first does not wait for it. */
@Component
class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    /** More would fill the memory with what perhaps nobody looks at. */
    private static final int MOST = 4;

    private final Datasets datasets;
    private final UserRooms rooms;

    Preparation(Datasets datasets, UserRooms rooms) {
        this.datasets = datasets;
        this.rooms = rooms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::prepare, "prepare-users");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void prepare() {
        datasets.list().stream()
                .filter(listed -> listed.dataset().isPresent())
                .limit(MOST)
                .forEach(listed -> prepare(listed.name()));
    }

    private void prepare(String dataset) {
        try {
            rooms.room(dataset).roster();
        } catch (DatasetException | Problem gone) {
            LOG.debug("{} was not prepared: {}", dataset, gone.getMessage());
        }
    }
}
