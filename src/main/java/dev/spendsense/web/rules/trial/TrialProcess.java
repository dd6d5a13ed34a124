package dev.spendsense.web.rules.trial;

import dev.spendsense.web.rules.trial.TrialEnded.Reason;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A process in which rules are tried: started at the first order, kept for the next ones, killed when it takes too long.
 * It ends by itself when whoever started it has died. Orders come from one thread at a time; {@link #kill} from any.
 */
public final class TrialProcess implements AutoCloseable {

    /** What a process that is out of memory ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Set<String> KEPT_VARIABLES =
            Set.of("PATH", "HOME", "XDG_CACHE_HOME", "LANG", "LC_ALL", "TZ", "SystemRoot", "LOCALAPPDATA");
    private static final List<String> KEPT_OPTIONS =
            List.of("-XX:SharedArchiveFile=", "-Dorg.sqlite.lib.path=", "-Dspendsense.home=", "-Duser.home=");

    private final TrialLimits limits;
    private final ScheduledExecutorService clock;
    private volatile Running running;

    private record Running(Process process, BufferedWriter in, BufferedReader out, Path scratch) {}

    /** @param clock kills what takes too long */
    public TrialProcess(TrialLimits limits, ScheduledExecutorService clock) {
        this.limits = limits;
        this.clock = clock;
    }

    public TrialLimits limits() {
        return limits;
    }

    /**
     * Has something tried.
     *
     * @param progress hears how far it has come
     * @throws TrialEnded when there is no answer
     */
    public JsonNode ask(TrialOrder order, Consumer<TrialProgress> progress) throws TrialEnded {
        Running warm = warm();
        boolean[] late = {false};
        ScheduledFuture<?> deadline = clock.schedule(
                () -> {
                    late[0] = true;
                    warm.process.destroyForcibly();
                },
                limits.deadline().toMillis(),
                TimeUnit.MILLISECONDS);
        boolean usable = false;
        try {
            JsonNode answer = answer(warm, order, progress);
            usable = true;
            return answer;
        } catch (TrialEnded ended) {
            usable = ended.reason() == Reason.REFUSED;
            throw ended;
        } catch (IOException | JacksonException gone) {
            throw ended(warm, deadline);
        } finally {
            deadline.cancel(false);
            if (!usable || late[0]) {
                discard(warm);
            }
        }
    }

    private static JsonNode answer(Running warm, TrialOrder order, Consumer<TrialProgress> progress)
            throws IOException, TrialEnded {
        warm.in.write(TrialJson.MAPPER.writeValueAsString(order));
        warm.in.newLine();
        warm.in.flush();
        while (true) {
            String line = warm.out.readLine();
            if (line == null) {
                throw new IOException("the process has died");
            }
            if (!line.startsWith("{")) {
                continue; // the virtual machine has something to say
            }
            Reply reply = TrialJson.MAPPER.readValue(line, Reply.class);
            if (reply.progress() != null) {
                progress.accept(reply.progress());
            } else if (reply.answer() != null) {
                return reply.answer();
            } else if (reply.refusal() != null) {
                throw new TrialEnded(
                        Reason.REFUSED, reply.refusal().field(), reply.refusal().message());
            } else {
                throw new TrialEnded(Reason.FAILED, null, String.valueOf(reply.failure()));
            }
        }
    }

    private TrialEnded ended(Running warm, ScheduledFuture<?> deadline) {
        boolean late = deadline.isDone();
        warm.process.destroyForcibly();
        int code;
        try {
            code = warm.process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TrialEnded(Reason.CANCELLED, null, "the service is ending");
        }
        if (late) {
            return new TrialEnded(
                    Reason.DEADLINE,
                    null,
                    "it took longer than " + limits.deadline().toSeconds() + " s");
        }
        if (code == OUT_OF_MEMORY) {
            return new TrialEnded(Reason.MEMORY, null, "it took more memory than " + limits.heap());
        }
        return running == warm
                ? new TrialEnded(Reason.FAILED, null, "the process ended with " + code)
                : new TrialEnded(Reason.CANCELLED, null, "it was cancelled");
    }

    private synchronized Running warm() {
        if (running == null || !running.process.isAlive()) {
            if (running != null) {
                discard(running);
            }
            running = start();
        }
        return running;
    }

    private Running start() {
        try {
            Path scratch = Files.createTempDirectory(TrialCommand.SCRATCH);
            ProcessBuilder builder =
                    new ProcessBuilder(command(scratch)).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(KEPT_VARIABLES);
            Process process = builder.start();
            return new Running(
                    process,
                    process.outputWriter(StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8),
                    scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("no process can be started to try rules in", e);
        }
    }

    private List<String> command(Path scratch) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + scratch));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> KEPT_OPTIONS.stream().anyMatch(option::startsWith))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrialCommand.class.getName()));
        return command;
    }

    /** Ends what is being tried; whoever waits for it is told that it was cancelled. */
    public void kill() {
        Running killed = running;
        running = null;
        if (killed != null) {
            killed.process.toHandle().destroyForcibly();
        }
    }

    private synchronized void discard(Running gone) {
        if (running == gone) {
            running = null;
        }
        gone.process.destroyForcibly();
        try (Stream<Path> files = Files.walk(gone.scratch)) {
            gone.process.waitFor();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // the system empties its folder of temporary files
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Running last = running;
        if (last != null) {
            discard(last);
        }
    }
}
