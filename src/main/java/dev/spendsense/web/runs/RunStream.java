package dev.spendsense.web.runs;

import dev.spendsense.queue.Follower;
import dev.spendsense.queue.Run;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One client's server-sent events. It is written to only when that takes no waiting, by whichever thread has something
 * new or finds that there is room again; what cannot be written yet waits with the {@link Follower}, which keeps little.
 */
final class RunStream implements WriteListener, AsyncListener {

    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Function<Run, byte[]> event;
    private final Consumer<RunStream> whenEnded;

    /** Held by the one thread that touches the response; the container must not take it away meanwhile. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Whether there may be something to write since the last who wrote began. */
    private volatile boolean asked;

    private volatile Follower follower;
    private volatile boolean ready;
    private volatile boolean heartbeat;
    private volatile boolean ending;
    // the rest belongs to the thread that is writing
    private boolean unflushed;
    private boolean ended;

    RunStream(
            AsyncContext exchange,
            ServletOutputStream out,
            Function<Run, byte[]> event,
            Consumer<RunStream> whenEnded) {
        this.exchange = exchange;
        this.out = out;
        this.event = event;
        this.whenEnded = whenEnded;
    }

    void follow(Follower source) {
        follower = source;
    }

    /** There may be something to write. */
    void wake() {
        asked = true;
        while (ready && asked && writing.tryLock()) { // else the one who writes looks again
            try {
                asked = false;
                write();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Shows that the connection lives, and finds out whether it does. */
    void beat() {
        heartbeat = true;
        wake();
    }

    /** Ends the stream; the client may come back. */
    void close() {
        ending = true;
        wake();
    }

    @Override
    public void onWritePossible() {
        ready = true;
        wake();
    }

    @Override
    public void onError(Throwable failure) {
        alone(this::end);
    }

    @Override
    public void onError(AsyncEvent event) {
        alone(this::end);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        alone(this::end);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        alone(this::leave);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it twice
    }

    /** Writes what there is while there is room for it; on one thread at a time. */
    private void write() {
        if (ended) {
            return;
        }
        try {
            while (!ending && out.isReady()) {
                if (!writeNext()) {
                    return;
                }
            }
            if (ending) {
                end();
            }
        } catch (IOException | RuntimeException gone) {
            end();
        }
    }

    /** Whether anything was left to do. */
    private boolean writeNext() throws IOException {
        Optional<Run> next = follower.poll();
        if (next.isPresent()) {
            out.write(event.apply(next.get()));
            unflushed = true;
        } else if (heartbeat) {
            heartbeat = false;
            out.write(HEARTBEAT);
            unflushed = true;
        } else if (unflushed) {
            unflushed = false;
            out.flush();
        } else if (follower.over()) {
            ending = true;
        } else {
            return false;
        }
        return true;
    }

    /** Completes the exchange, again if need be: after an error the container asks for it once more. */
    private void end() {
        leave();
        try {
            exchange.complete();
        } catch (IllegalStateException e) {
            // the container has ended it already
        }
    }

    private void leave() {
        ended = true;
        follower.close();
        whenEnded.accept(this);
    }

    /** Waits for the one who is writing, who never waits. */
    private void alone(Runnable work) {
        writing.lock();
        try {
            work.run();
        } finally {
            writing.unlock();
        }
    }
}
