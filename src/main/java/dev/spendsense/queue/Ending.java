package dev.spendsense.queue;

import java.util.Optional;

/** How a run ended. */
record Ending(RunStatus status, Optional<String> message, Optional<RunResult> result) {

    static Ending completed(RunResult result) {
        return new Ending(RunStatus.COMPLETED, Optional.empty(), Optional.of(result));
    }

    static Ending failed(String message) {
        return new Ending(RunStatus.FAILED, Optional.of(message), Optional.empty());
    }

    static Ending cancelled() {
        return new Ending(RunStatus.CANCELLED, Optional.of("it was cancelled; nothing was kept"), Optional.empty());
    }

    static Ending interrupted() {
        return new Ending(
                RunStatus.INTERRUPTED,
                Optional.of("the server ended before the run did; nothing was kept"),
                Optional.empty());
    }
}
