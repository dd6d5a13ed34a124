package dev.spendsense.web.runs;

import dev.spendsense.queue.Follower;
import dev.spendsense.queue.Run;
import dev.spendsense.queue.RunQueue;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All streams of server-sent events about runs. */
@Component
final class RunStreams {

    static final int MOST = 1_000;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String RETRY = "retry: 2000\n\n";

    private final RunQueue queue;
    private final JsonMapper json;
    private final Set<RunStream> open = ConcurrentHashMap.newKeySet();
    private volatile Rendered rendered;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "run-streams");
        thread.setDaemon(true);
        return thread;
    });

    RunStreams(RunQueue queue, JsonMapper json) {
        this.queue = queue;
        this.json = json;
        heart.scheduleWithFixedDelay(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Shows all clients that the service lives, and finds out which of them do. */
    void beat() {
        open.forEach(RunStream::beat);
    }

    /** How many clients are listening. */
    int size() {
        return open.size();
    }

    /**
     * Answers a request with the events of a run.
     *
     * @param after sequence of the last event that the client has; 0 when it has none
     */
    void start(String runId, long after, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (open.size() >= MOST) {
            throw new TooManyStreams(HEARTBEAT);
        }
        RunWake wake = new RunWake();
        Follower follower = queue.follow(runId, after, wake);
        if (follower.over()) {
            follower.close();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // tells the client not to come back
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.getOutputStream().write(RETRY.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer(); // the headers are this thread's; from now on the stream has the response
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(0);
        RunStream stream = new RunStream(exchange, response.getOutputStream(), this::event, open::remove);
        stream.follow(follower);
        open.add(stream);
        wake.stream = stream;
        exchange.addListener(stream);
        response.getOutputStream().setWriteListener(stream);
    }

    /** Ends all streams, or the server would wait for them before it ends. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        heart.shutdownNow();
        open.forEach(RunStream::close);
    }

    /** Hundreds may ask for the same standing, one after another. */
    private byte[] event(Run run) {
        Rendered last = rendered;
        if (last == null || last.run() != run) {
            String text = "id: " + run.sequence() + "\nevent: " + run.status().word() + "\ndata: "
                    + json.writeValueAsString(RunJson.of(run)) + "\n\n";
            last = new Rendered(run, text.getBytes(StandardCharsets.UTF_8));
            rendered = last;
        }
        return last.event();
    }

    private record Rendered(Run run, byte[] event) {}

    /** News that come before there is a stream are taken when it begins. */
    private static final class RunWake implements Runnable {

        private volatile RunStream stream;

        @Override
        public void run() {
            RunStream listening = stream;
            if (listening != null) {
                listening.wake();
            }
        }
    }
}
