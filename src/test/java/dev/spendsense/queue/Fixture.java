package dev.spendsense.queue;

import dev.spendsense.review.audit.Actor;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A data folder with a queue that can be closed and opened again, and a clock that moves when it is told to. */
final class Fixture {

    static final ScenarioShelf SHELF =
            new ScenarioShelf(List.of(Path.of("scenarios"), Path.of("src", "test", "resources", "scenario")));
    static final Actor ADMIN = new Actor("root", "admin");
    static final Limits LIMITS = new Limits(16, 500_000, 400, Duration.ofDays(1), 2);

    /** Runs for so long that nobody waits for its end. */
    static final String ENDLESS = "400000";

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Hand clock = new Hand();
    private Supplier<Optional<RuleBase>> rules = Optional::empty;
    private Limits limits = LIMITS;

    Fixture(Path folder) {
        this.folder = folder;
    }

    /** A clock that somebody sets by hand. */
    static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-07-15T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Fixture judgedBy(Supplier<Optional<RuleBase>> judges) {
        rules = judges;
        return this;
    }

    Fixture within(Limits some) {
        limits = some;
        return this;
    }

    Hand clock() {
        return clock;
    }

    RunQueue open() {
        return RunQueue.open(folder, SHELF, rules, limits, clock, "test");
    }

    static RunRequest small() {
        return RunRequest.of("small", "tester");
    }

    /** The small scenario with other numbers of users. */
    static RunRequest small(String users) {
        return with(small(), Map.of("population.steady.users", users));
    }

    /** A scenario that is sent. */
    static RunRequest sent(String text) {
        return new RunRequest("sent", Optional.of(text), Map.of(), Optional.empty(), false, "tester", Optional.empty());
    }

    static RunRequest with(RunRequest request, Map<String, String> overrides) {
        return new RunRequest(
                request.scenario(),
                request.text(),
                overrides,
                request.dataset(),
                request.replace(),
                request.requester(),
                request.key());
    }

    static RunRequest into(RunRequest request, String dataset, boolean replace) {
        return new RunRequest(
                request.scenario(),
                request.text(),
                request.overrides(),
                Optional.of(dataset),
                replace,
                request.requester(),
                request.key());
    }

    static RunRequest keyed(RunRequest request, String requester, String key) {
        return new RunRequest(
                request.scenario(),
                request.text(),
                request.overrides(),
                request.dataset(),
                request.replace(),
                requester,
                Optional.of(key));
    }

    /** Waits until a run is as it should be, and gives every standing that was heard until then. */
    static List<Run> until(RunQueue queue, String id, Predicate<Run> wanted) {
        Semaphore news = new Semaphore(0);
        List<Run> heard = new ArrayList<>();
        try (Follower follower = queue.follow(id, 0, news::release)) {
            while (true) {
                for (Optional<Run> run = follower.poll(); run.isPresent(); run = follower.poll()) {
                    heard.add(run.get());
                    if (wanted.test(run.get())) {
                        return heard;
                    }
                }
                if (follower.over() || !news.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("it never came to that: " + queue.find(id));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Run end(RunQueue queue, Run run) {
        List<Run> heard = until(queue, run.id(), each -> each.status().ended());
        return heard.get(heard.size() - 1);
    }

    /** The names of the files that people see. */
    List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.startsWith("server."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
