package dev.spendsense.web.runs;

import dev.spendsense.queue.Run;
import dev.spendsense.queue.RunProgress;
import dev.spendsense.queue.RunQueue;
import dev.spendsense.queue.RunStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What monitors see of the queue. */
@Component
final class RunMetrics implements MeterBinder {

    private final RunQueue queue;
    private final RunStreams streams;

    RunMetrics(RunQueue queue, RunStreams streams) {
        this.queue = queue;
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RunStatus status : RunStatus.values()) {
            Gauge.builder("spendsense.runs", queue, runs -> runs.counts().get(status))
                    .tag("status", status.word())
                    .description("Runs of a status")
                    .register(registry);
        }
        Gauge.builder("spendsense.run.transactions.per.second", queue, RunMetrics::rate)
                .description("Transactions a second of the run that is being made; 0 when none is")
                .register(registry);
        Gauge.builder("spendsense.run.followers", streams, RunStreams::size)
                .description("Clients that are following runs")
                .register(registry);
    }

    private static double rate(RunQueue queue) {
        return queue.current().flatMap(Run::progress).map(RunProgress::rate).orElse(0.0);
    }
}
