package dev.spendsense.web.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.spendsense.queue.Run;
import dev.spendsense.queue.RunProgress;
import dev.spendsense.queue.RunResult;
import java.time.Instant;
import java.util.List;

/** A run as clients read it. What is not known yet, or never will be, is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunJson(
        String id,
        String status,
        String scenario,
        List<String> overrides,
        String dataset,
        boolean replace,
        String requester,
        int users,
        int days,
        long seed,
        Instant submitted,
        Instant started,
        Instant ended,
        @JsonProperty("runs_ahead") Integer runsAhead,
        @JsonProperty("rule_revision") String ruleRevision,
        ProgressJson progress,
        String message,
        Long bytes,
        FingerprintsJson fingerprints) {

    /** How far a run has come; the time left is missing while there is nothing to go by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressJson(
            String stage,
            int users,
            @JsonProperty("total_users") int totalUsers,
            long transactions,
            @JsonProperty("elapsed_seconds") double elapsedSeconds,
            @JsonProperty("transactions_per_second") double transactionsPerSecond,
            @JsonProperty("seconds_left") Double secondsLeft) {

        static ProgressJson of(RunProgress progress, boolean running) {
            return new ProgressJson(
                    progress.stage().word(),
                    progress.users(),
                    progress.totalUsers(),
                    progress.transactions(),
                    progress.elapsed().toMillis() / 1e3,
                    Math.rint(progress.rate()),
                    running && !progress.timeLeft().isZero()
                            ? progress.timeLeft().toMillis() / 1e3
                            : null);
        }
    }

    /** What tells the dataset from any other. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FingerprintsJson(String data, String findings) {}

    static RunJson of(Run run) {
        return new RunJson(
                run.id(),
                run.status().word(),
                run.order().scenario(),
                run.order().overrides(),
                run.order().dataset(),
                run.order().replace(),
                run.order().requester(),
                run.order().users(),
                run.order().days(),
                run.order().seed(),
                run.submitted(),
                run.started().orElse(null),
                run.ended().orElse(null),
                run.status().ended() ? null : run.ahead(),
                run.revision().orElse(null),
                run.progress()
                        .map(progress -> ProgressJson.of(progress, !run.status().ended()))
                        .orElse(null),
                run.message().orElse(null),
                run.result().map(RunResult::bytes).orElse(null),
                run.result()
                        .map(made -> new FingerprintsJson(
                                made.fingerprint(), made.findingsFingerprint().orElse(null)))
                        .orElse(null));
    }
}
