package dev.spendsense.run;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetWriter;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.ScenarioText;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.UserBlock;
import dev.spendsense.dataset.formats.FolderTarget;
import dev.spendsense.dataset.formats.FolderWriter;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** A population that is to become a dataset. */
public final class Generation {

    private final RunOrigin origin;
    private final int users;
    private final IntFunction<Life> lives;
    private final Preparing.Check check;
    private final Optional<Judgement> judgement;

    /**
     * A generation of any users.
     *
     * @param lives gives the life of the user at a position, from 0; called on many threads
     * @param judgement how those who consent are judged; empty when nobody is
     */
    Generation(RunOrigin origin, int users, IntFunction<Life> lives, Optional<Judgement> judgement) {
        this(origin, users, lives, (user, life) -> {}, judgement);
    }

    private Generation(
            RunOrigin origin,
            int users,
            IntFunction<Life> lives,
            Preparing.Check check,
            Optional<Judgement> judgement) {
        this.origin = new RunOrigin(
                origin.scenario(),
                judgement.map(Judgement::text),
                origin.seed(),
                origin.from(),
                origin.to(),
                origin.productVersion());
        this.users = users;
        this.lives = lives;
        this.check = check;
        this.judgement = judgement;
    }

    /** A generation of any users, whom nobody judges. */
    Generation(RunOrigin origin, int users, IntFunction<Life> lives) {
        this(origin, users, lives, Optional.empty());
    }

    /**
     * The generation of a scenario's population, whom nobody judges.
     *
     * @param source what the scenario was read from
     * @param productVersion version of this program, kept in the dataset
     */
    public static Generation of(Scenario scenario, ScenarioSource source, String productVersion) {
        return of(scenario, source, Optional.empty(), productVersion);
    }

    /**
     * The generation of a scenario's population.
     *
     * @param source what the scenario was read from
     * @param rules judge every user who consents, at each of the scenario's looks; empty when nobody is judged
     * @param productVersion version of this program, kept in the dataset
     */
    public static Generation of(
            Scenario scenario, ScenarioSource source, Optional<RuleBase> rules, String productVersion) {
        Simulation simulation = new Simulation(scenario);
        RunOrigin origin = new RunOrigin(
                new ScenarioText(source.name(), source.files(), source.overrides()),
                scenario.seed(),
                scenario.period().from(),
                scenario.period().end(),
                productVersion);
        return new Generation(
                origin,
                simulation.users(),
                simulation::live,
                rules.map(given -> Judgement.by(given, scenario.looks())));
    }

    /** What the population is made from. */
    public RunOrigin origin() {
        return origin;
    }

    /** How many users there are. */
    public int users() {
        return users;
    }

    /**
     * Lives some users and has those who consent judged, in order, on the calling thread. Each user is the same whoever
     * else is asked for, so that a population can be made in ranges anywhere.
     *
     * @param first position of the first one, from 0
     * @param end position after the last one
     * @param taken is given each; a mark of interruption on the thread ends the range early
     * @throws RuleFailure when a rule fails on a user; the message names both
     * @throws IllegalStateException when a user cannot be lived for another reason, and which
     */
    public void forEach(int first, int end, Consumer<StoredUser> taken) {
        prepare(preparing(), first, end, taken);
    }

    /** The same generation, in which somebody looks at every life. */
    Generation checking(Preparing.Check looks) {
        return new Generation(origin, users, lives, looks, judgement);
    }

    /**
     * The same as {@link #into(Path, boolean, int, Progress)}, as a folder of tables, written by the threads that
     * simulate, a range of users each. Ranges that are complete are kept even when the run does not end well, so that
     * another can go on with the others.
     *
     * @throws DatasetException when the folder holds something that must not be replaced, is being written by another
     *     run, or cannot be written
     */
    public GenerationResult into(FolderTarget target, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs at least one thread, not " + threads);
        }
        Preparing preparing = preparing();
        RunClock clock = clock(preparing, progress);
        try (FolderWriter folder = FolderWriter.create(target, origin, users)) {
            clock.kept(folder.usersKept());
            try (Ranges ranges = new Ranges(folder, threads, (first, end) -> prepare(preparing, first, end))) {
                while (ranges.hasNext()) {
                    ranges.awaitNext(clock);
                }
                clock.wrote(ranges.writing());
            }
            Manifest manifest = clock.indexing(folder::complete);
            return clock.result(target.folder(), folder.bytes(), manifest.record(), preparing.busy());
        }
    }

    /**
     * Lives all lives, has those who consent judged, and writes them. Interrupting the calling thread cancels the run. A run that does not end well
     * leaves nothing behind, and an older dataset untouched.
     *
     * @param target name of the dataset
     * @param overwrite whether an older dataset of that name is replaced
     * @param threads how many workers simulate, at least 1; the calling thread writes
     * @throws DatasetException when the dataset exists already, is being written by another run, or cannot be written
     * @throws RuleFailure when a rule fails on a user; the message names both
     * @throws CancellationException when the run was cancelled
     */
    public GenerationResult into(Path target, boolean overwrite, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs at least one thread, not " + threads);
        }
        Preparing preparing = preparing();
        RunClock clock = clock(preparing, progress);
        try (DatasetWriter dataset = DatasetWriter.create(target, overwrite, origin);
                PreparedUsers population = new PreparedUsers(users, preparing, threads)) {
            while (population.hasNext()) {
                UserBlock block = clock.waiting(population::next);
                clock.writing(() -> dataset.write(block));
                clock.written(block.users(), block.transactions());
                population.giveBack(block);
            }
            RunRecord run = clock.indexing(dataset::complete);
            long bytes = clock.syncing(dataset::publish);
            return clock.result(target, bytes, run, preparing.busy());
        }
    }

    private Preparing preparing() {
        return new Preparing(lives, check, judgement);
    }

    private RunClock clock(Preparing preparing, Progress progress) {
        WarmingUp warmingUp = judgement
                .map(Judgement::usersSoFar)
                .map(LongSupplier::getAsLong)
                .map(WarmingUp::judging)
                .orElseGet(WarmingUp::living);
        return new RunClock(users, warmingUp, preparing::transactions, progress);
    }

    private static List<StoredUser> prepare(Preparing preparing, int first, int end) {
        List<StoredUser> block = new ArrayList<>(end - first);
        prepare(preparing, first, end, block::add);
        return block;
    }

    private static void prepare(Preparing preparing, int first, int end, Consumer<StoredUser> taken) {
        for (int user = first; user < end && !Thread.currentThread().isInterrupted(); user++) {
            int position = user;
            StoredUser[] made = new StoredUser[1];
            preparing.prepare(
                    position,
                    (life, timeline) -> made[0] = StoredUser.of(position, life.history(), life.truth(), timeline));
            taken.accept(made[0]);
        }
    }
}
