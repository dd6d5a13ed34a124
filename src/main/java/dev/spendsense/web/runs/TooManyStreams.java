package dev.spendsense.web.runs;

import java.time.Duration;

/** As many clients listen as may. */
final class TooManyStreams extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyStreams(Duration retryAfter) {
        super(RunStreams.MOST + " clients are following runs, as many as may; ask for the run itself instead");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
