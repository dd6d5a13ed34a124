package dev.spendsense.queue;

import dev.spendsense.dataset.DatasetWriter;
import dev.spendsense.dataset.WriteClaim;
import dev.spendsense.queue.RefusedRun.Reason;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Overrides;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Runs that were asked for, and one that is being made. May be used by many threads. What is acknowledged here is on the
 * disk: a run that was taken on is made, in this process or in the next that opens the folder, or somebody cancels it.
 */
public final class RunQueue implements AutoCloseable {

    private static final String FILE = "server.db";
    private static final String RESERVED = "server";
    private static final Pattern DATASET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final int MOST_OVERRIDES = 200;
    private static final int LONGEST_KEY = 200;
    private static final Duration LEAST_RETRY = Duration.ofSeconds(1);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(10);
    private static final Duration MOST_RETRY = Duration.ofHours(1);

    private final ScenarioShelf shelf;
    private final Limits limits;
    private final Clock clock;
    private final WriteClaim claim;
    private final RunStore store;
    private final Registrar registrar;
    private final RunNews news = new RunNews();
    private final RunMaker maker;
    private final RunWorker worker;
    private boolean closed;

    private RunQueue(
            ScenarioShelf shelf,
            Limits limits,
            Clock clock,
            WriteClaim claim,
            RunStore store,
            RunMaker maker,
            Registrar registrar) {
        this.shelf = shelf;
        this.limits = limits;
        this.clock = clock;
        this.claim = claim;
        this.store = store;
        this.maker = maker;
        this.registrar = registrar;
        this.worker = new RunWorker(store, news, maker, clock);
    }

    /**
     * Opens the queue of a data folder, which is made if it is not there, and goes on with it. What dead runs have left is
     * removed, and the one that was under way when the last process ended is interrupted.
     *
     * @param shelf the scenarios that can be asked for by name, and that those which are sent can stand on
     * @param rules gives those that judge a run when it begins; empty when nothing judges
     * @param productVersion version of this program, kept in datasets
     * @throws QueueFailure when another process has the folder's queue open, or the folder or its file cannot be used
     */
    public static RunQueue open(
            Path folder,
            ScenarioShelf shelf,
            Supplier<Optional<RuleBase>> rules,
            Limits limits,
            Clock clock,
            String productVersion) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new QueueFailure("cannot make the folder " + folder, e);
        }
        WriteClaim claim = WriteClaim.claim(file)
                .orElseThrow(() -> new QueueFailure("another server is using the data folder " + folder));
        try {
            DatasetWriter.sweep(folder);
            RunStore store = new RunStore(ServerFile.open(file));
            RunMaker maker = new RunMaker(folder, rules, limits.threads(), productVersion);
            for (Run run : store.all(RunStatus.RUNNING)) {
                store.end(run, maker.recover(run, store.source(run), store.replaced(run)), clock.instant());
            }
            Registrar registrar = new Registrar(store, RunLog.open(folder, clock), maker);
            RunQueue queue = new RunQueue(shelf, limits, clock, claim, store, maker, registrar);
            queue.registrar.catchUp();
            queue.worker.start();
            return queue;
        } catch (OperationsException e) {
            claim.close();
            throw new QueueFailure(e.getMessage(), e);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    /**
     * Takes a request on.
     *
     * @throws InvalidScenario with everything that is wrong with the scenario or the overrides
     * @throws RefusedRun when there is no such scenario, it asks for too much, the dataset is there, the key was used for
     *     another request, or as many runs wait as may
     * @throws QueueFailure when it cannot be kept, for example because the disk is full
     */
    public Submission submit(RunRequest request) {
        request.key().ifPresent(RunQueue::refuseLongKey);
        Optional<Run> earlier = earlier(request);
        if (earlier.isPresent()) {
            return new Submission(earlier.get(), true);
        }
        refuseNames(request);
        refuseWhenFull();
        ScenarioSource source = source(request);
        Scenario scenario = ScenarioReader.read(source);
        limits.check(scenario);
        synchronized (this) {
            refuseWhenClosed();
            earlier = earlier(request);
            if (earlier.isPresent()) {
                return new Submission(earlier.get(), true);
            }
            refuseWhenFull();
            RunOrder order = new RunOrder(
                    source.name(),
                    source.overrides(),
                    request.dataset().isPresent() ? wanted(request) : free(source.name()),
                    request.replace(),
                    request.requester(),
                    scenario.users(),
                    scenario.period().days(),
                    scenario.seed());
            Run run = store.add(order, source, clock.instant(), request.key().map(key -> key(request, key)));
            registrar.enter(run);
            news.changed(run);
            worker.wake();
            return new Submission(run, false);
        }
    }

    /** How a run stands; empty when there is none of that identifier, which may be anything. */
    public Optional<Run> find(String id) {
        return store.find(id).map(worker::latest);
    }

    /**
     * The same for one that has to be there.
     *
     * @throws RefusedRun when there is none
     */
    public Run get(String id) {
        return find(id).orElseThrow(() -> RefusedRun.unknown(id));
    }

    /**
     * A page of runs, the latest first.
     *
     * @param from {@link RunPage#next} of the page before; empty for the first page
     * @param limit how many runs a page has at most, at least 1
     */
    public RunPage list(RunFilter filter, Optional<String> from, int limit) {
        RunPage page = store.page(filter, from.map(Run::number).orElse(Long.MAX_VALUE), limit);
        return new RunPage(page.runs().stream().map(worker::latest).toList(), page.next(), page.total());
    }

    /**
     * Cancels a run that waits, or has the one that is being made stop soon and leave nothing. One whose dataset is just
     * getting its name completes all the same.
     *
     * @return how it stands now
     * @throws RefusedRun when there is no such run or it has ended
     */
    public Run cancel(String id) {
        return worker.cancel(id);
    }

    /**
     * Forgets a run that has ended.
     *
     * @param withDataset whether its dataset is removed as well; the log of what people did to it is kept
     * @param by whoever wants it
     * @throws RefusedRun when there is no such run, it has not ended, or its dataset is to be removed and is another by now
     * @throws QueueFailure when it cannot be written down or removed
     */
    public synchronized void delete(String id, boolean withDataset, Actor by) {
        Run run = store.find(id).orElseThrow(() -> RefusedRun.unknown(id));
        if (!run.status().ended()) {
            throw new RefusedRun(
                    Reason.NOT_ENDED, "", "run " + id + " is " + run.status().word() + "; cancel it first");
        }
        registrar.strike(run, withDataset, by);
        news.gone(id);
    }

    /**
     * Hears of a run from now on: first how it stands, unless that is known, then every change of its status and some of
     * its progress.
     *
     * @param after {@link Run#sequence} of the last standing that is known; 0 when none is
     * @param wake is called when there is something to take; must neither wait nor take long
     * @throws RefusedRun when there is no such run
     */
    public Follower follow(String id, long after, Runnable wake) {
        Follower follower = news.follow(id, after, wake);
        Optional<Run> run = find(id);
        if (run.isEmpty()) {
            follower.close();
            throw RefusedRun.unknown(id);
        }
        follower.hear(run.get());
        return follower;
    }

    /** How many runs there are of each status. */
    public Map<RunStatus, Long> counts() {
        return store.counts();
    }

    /** The run that is being made, as it stands. */
    public Optional<Run> current() {
        return worker.current();
    }

    /** How many are following runs. */
    public int followers() {
        return news.followers();
    }

    public Limits limits() {
        return limits;
    }

    /** Interrupts the run that is being made and closes the queue; those that wait are made by the next process. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        worker.close();
        news.close();
        store.close();
        registrar.close();
        claim.close();
    }

    private Optional<Run> earlier(RunRequest request) {
        return request.key()
                .flatMap(key -> store.known(request.requester(), key, clock.instant()))
                .map(known -> {
                    if (!known.digest().equals(request.digest())) {
                        throw new RefusedRun(
                                Reason.KEY_REUSED,
                                "",
                                "the key was used for another request, run " + known.run() + "; take a new key");
                    }
                    return find(known.run()).orElseThrow(() -> RefusedRun.unknown(known.run()));
                });
    }

    private RunStore.Key key(RunRequest request, String key) {
        return new RunStore.Key(
                request.requester(), key, request.digest(), clock.instant().plus(limits.keys()));
    }

    private ScenarioSource source(RunRequest request) {
        if (request.overrides().size() > MOST_OVERRIDES) {
            throw new RefusedRun(
                    Reason.TOO_LARGE, "overrides", request.overrides().size() + "; expected at most " + MOST_OVERRIDES);
        }
        Overrides overrides = new Overrides(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        request.overrides().forEach(overrides::set);
        return request.text()
                .map(text -> shelf.source(request.scenario(), text, overrides.settings()))
                .orElseGet(() -> shelf.source(request.scenario(), overrides.settings()));
    }

    private void refuseNames(RunRequest request) {
        String scenario = request.scenario();
        if (request.text().isPresent() && !ScenarioShelf.isName(scenario)) {
            throw new RefusedRun(
                    Reason.IMPOSSIBLE_NAME, "scenario", "expected letters, digits, '.', '_' and '-', at most 64");
        }
        if (request.text().isEmpty() && shelf.file(scenario).isEmpty()) {
            SortedSet<String> known = shelf.names();
            throw new RefusedRun(
                    Reason.UNKNOWN_SCENARIO,
                    "scenario",
                    "there is none of that name; "
                            + NearestName.of(scenario, known)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("expected one of " + String.join(", ", known)));
        }
        request.dataset().ifPresent(name -> {
            if (!isDatasetName(name)) {
                throw new RefusedRun(
                        Reason.IMPOSSIBLE_NAME,
                        "dataset",
                        "expected letters, digits, '_' and '-', at most 64, and another name than " + RESERVED);
            }
        });
    }

    private static boolean isDatasetName(String name) {
        return DATASET.matcher(name).matches() && !name.equalsIgnoreCase(RESERVED);
    }

    private static void refuseLongKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RefusedRun(Reason.TOO_LARGE, "Idempotency-Key", "expected 1 to " + LONGEST_KEY + " characters");
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new RefusedRun(Reason.CLOSING, "", "the server is ending");
        }
    }

    private void refuseWhenFull() {
        long waiting = store.counts().get(RunStatus.QUEUED);
        if (waiting >= limits.queued()) {
            throw new RefusedRun(
                    Reason.QUEUE_FULL,
                    "",
                    waiting + " runs are waiting, as many as may; try again later",
                    Optional.of(retryAfter()));
        }
    }

    /** When the run that is being made will probably have ended. */
    private Duration retryAfter() {
        Duration left = current()
                .flatMap(Run::progress)
                .map(RunProgress::timeLeft)
                .filter(time -> !time.isZero())
                .orElse(USUAL_RETRY);
        return left.compareTo(LEAST_RETRY) < 0 ? LEAST_RETRY : left.compareTo(MOST_RETRY) > 0 ? MOST_RETRY : left;
    }

    private String wanted(RunRequest request) {
        String name = request.dataset().orElseThrow();
        if (!request.replace() && isTaken(name)) {
            throw new RefusedRun(
                    Reason.DATASET_EXISTS,
                    "dataset",
                    name + " is there or on its way already; take another name, or replace it");
        }
        return name;
    }

    private String free(String scenario) {
        String plain = scenario.replace('.', '-');
        String base = isDatasetName(plain) ? plain : "dataset";
        String name = base;
        for (int i = 2; isTaken(name); i++) {
            name = base.substring(0, Math.min(base.length(), 56)) + "-" + i;
        }
        return name;
    }

    private boolean isTaken(String dataset) {
        return maker.exists(dataset) || store.isAwaited(dataset);
    }
}
