package dev.spendsense.web.rules;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.rules.trial.TrialLimits;
import dev.spendsense.web.rules.trial.TrialOrder.Kind;
import dev.spendsense.web.rules.trial.TrialProcess;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;

/**
 * All trials: those that take seconds in one lane, those of many people in another, so that an edit is checked while the
 * impact of the last one is still being found.
 */
@Component
final class Trials {

    private static final TrialLimits QUICK = new TrialLimits("256m", Duration.ofSeconds(60));
    private static final TrialLimits LONG = new TrialLimits("384m", Duration.ofMinutes(3));
    private static final int WAITING = 8;
    private static final int REMEMBERED = 50;

    private final Map<String, Trial> all = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "trial-deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final Lane quick = new Lane("trials", new TrialProcess(QUICK, clock), WAITING);
    private final Lane slow = new Lane("trials-of-many", new TrialProcess(LONG, clock), WAITING);

    /** @throws Problem when as many wait as may */
    Trial submit(Trial trial) {
        lane(trial).submit(trial);
        synchronized (all) {
            all.put(trial.id(), trial);
            Iterator<Trial> oldest = all.values().iterator();
            while (all.size() > REMEMBERED && oldest.hasNext()) {
                if (oldest.next().state().over()) {
                    oldest.remove();
                }
            }
        }
        return trial;
    }

    private Lane lane(Trial trial) {
        Kind kind = trial.order().kind();
        return kind == Kind.IMPACT || kind == Kind.SWEEP ? slow : quick;
    }

    /** The last first. */
    List<Trial> list() {
        synchronized (all) {
            List<Trial> list = new ArrayList<>(all.values());
            Collections.reverse(list);
            return list;
        }
    }

    /** @throws Problem when there is none */
    Trial get(String id) {
        synchronized (all) {
            Trial trial = all.get(id);
            if (trial == null) {
                throw Problem.of(ProblemType.UNKNOWN_TRIAL, "there is no trial " + id);
            }
            return trial;
        }
    }

    void cancel(Trial trial) {
        lane(trial).cancel(trial);
    }

    @PreDestroy
    void close() {
        quick.close();
        slow.close();
        clock.shutdownNow();
    }
}
