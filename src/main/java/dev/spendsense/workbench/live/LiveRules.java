package dev.spendsense.workbench.live;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.live.Reload.Outcome;
import dev.spendsense.workbench.revisions.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The rules of a folder in a process that runs for long. Ask for {@link #current()} once at the beginning of an evaluation
 * and use what it gave until the end; it stays what it is, whatever is swapped in meanwhile, and is collected when the
 * last evaluation has let go of it.
 *
 * <p>Nothing here runs by itself: whoever owns the process calls {@link #look} now and then.
 */
public final class LiveRules {

    private static final Duration QUIET = Duration.ofMillis(300);

    private final Path folder;
    private final CompiledStore store;
    private final List<Path> scenarios;
    private final FolderWatch watch;
    private final AtomicReference<RuleBase> current = new AtomicReference<>();
    private final List<Consumer<Reload>> listeners = new CopyOnWriteArrayList<>();

    /**
     * The rules of a folder, which nobody has tried yet.
     *
     * @param first what judges until a trial is passed; empty when nothing does
     * @param store where compiled rules are kept
     * @param scenarios folders in which the scenarios of simulated users of cases are looked up, in this order
     */
    public LiveRules(Path folder, Optional<RuleBase> first, CompiledStore store, List<Path> scenarios) {
        this.folder = folder;
        this.store = store;
        this.scenarios = List.copyOf(scenarios);
        this.watch = new FolderWatch(folder, QUIET);
        first.ifPresent(current::set);
    }

    /**
     * The rules that judge now.
     *
     * @throws NoSuchElementException when none have passed a trial yet
     */
    public RuleBase current() {
        RuleBase rules = current.get();
        if (rules == null) {
            throw new NoSuchElementException("no rules of " + folder + " have passed their trial yet");
        }
        return rules;
    }

    /** Has somebody hear of every trial, on the thread that looked, after what passed was swapped in. */
    public void listen(Consumer<Reload> listener) {
        listeners.add(listener);
    }

    /**
     * Looks at the folder; once it stands still after a change, tries it. Cheap otherwise.
     *
     * @param now the time, never earlier than at the last look
     * @return what became of it; empty when there was nothing to try
     */
    public synchronized Optional<Reload> look(Instant now) {
        return watch.hasSettled(now) ? Optional.of(attempt()) : Optional.empty();
    }

    /** Tries the folder as it is now. */
    public synchronized Reload reload() {
        watch.acquaint(); // before it is read, so that a change made meanwhile is noticed
        return attempt();
    }

    /** Has the folder changed while nobody looks, and tries it as it is then. */
    public synchronized Reload change(Runnable change) {
        change.run();
        return reload();
    }

    private Reload attempt() {
        Optional<RuleBase> before = Optional.ofNullable(current.get());
        Trial trial = Trial.of(folder, store, scenarios);
        Reload reload = new Reload(outcome(trial, before), trial, before);
        if (reload.outcome() == Outcome.SWAPPED) {
            current.set(trial.rules().orElseThrow());
        }
        listeners.forEach(listener -> listener.accept(reload));
        return reload;
    }

    private static Outcome outcome(Trial trial, Optional<RuleBase> before) {
        if (!trial.passed()) {
            return Outcome.REFUSED;
        }
        boolean same = before.map(RuleBase::revision)
                .filter(trial.source().revision()::equals)
                .isPresent();
        return same ? Outcome.SAME : Outcome.SWAPPED;
    }
}
