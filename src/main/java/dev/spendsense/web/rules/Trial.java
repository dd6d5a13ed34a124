package dev.spendsense.web.rules;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.rules.trial.TrialOrder;
import dev.spendsense.web.rules.trial.TrialProgress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;

/** Rules that somebody has asked to be tried. */
final class Trial {

    /** How far it is. */
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        boolean over() {
            return compareTo(RUNNING) > 0;
        }
    }

    private final String id = UUID.randomUUID().toString();
    private final TrialOrder order;
    private final Optional<String> dataset;
    private final String requester;
    private final Instant submitted;
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.QUEUED;
    private TrialProgress progress;
    private JsonNode answer;
    private Problem problem;

    /** @param dataset name of the dataset whose users are judged */
    Trial(TrialOrder order, Optional<String> dataset, String requester, Instant submitted) {
        this.order = order;
        this.dataset = dataset;
        this.requester = requester;
        this.submitted = submitted;
    }

    /**
     * A trial as clients read it. What is not known yet is missing.
     *
     * @param answer once it is completed
     * @param problem why it failed
     */
    record Json(
            String id,
            String kind,
            State status,
            String requester,
            Instant submitted,
            TrialProgress progress,
            JsonNode answer,
            ProblemDetail problem) {}

    synchronized Json json() {
        return new Json(
                id,
                order.kind().name().toLowerCase(Locale.ROOT),
                state,
                requester,
                submitted,
                progress,
                answer,
                problem == null ? null : problem.detail());
    }

    String id() {
        return id;
    }

    TrialOrder order() {
        return order;
    }

    Optional<String> dataset() {
        return dataset;
    }

    synchronized State state() {
        return state;
    }

    synchronized Optional<JsonNode> answer() {
        return Optional.ofNullable(answer);
    }

    synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether it may begin; not when it was cancelled before. */
    synchronized boolean begin() {
        if (state != State.QUEUED) {
            return false;
        }
        state = State.RUNNING;
        return true;
    }

    synchronized void progress(TrialProgress now) {
        progress = now;
    }

    void completed(JsonNode found) {
        end(State.COMPLETED, found, null);
    }

    void failed(Problem why) {
        end(State.FAILED, null, why);
    }

    void cancelled() {
        end(State.CANCELLED, null, null);
    }

    private synchronized void end(State how, JsonNode found, Problem why) {
        if (!state.over()) {
            state = how;
            answer = found;
            problem = why;
            over.countDown();
        }
    }

    /** Waits until it is over; whether it is. */
    boolean await(long seconds) {
        try {
            return over.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
