package dev.spendsense.queue;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.ScenarioText;
import dev.spendsense.review.KeptLog;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.run.Generation;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes the datasets of runs in a folder.
 *
 * @param rules gives those that judge from now on; empty when nothing judges
 */
record RunMaker(Path folder, Supplier<Optional<RuleBase>> rules, int threads, String productVersion) {

    private static final System.Logger LOG = System.getLogger(RunMaker.class.getName());

    Path file(String dataset) {
        return folder.resolve(dataset + ".db");
    }

    boolean exists(String dataset) {
        return Files.exists(file(dataset));
    }

    /** Makes a run's dataset, on this thread. Nothing is left when that fails. */
    RunResult make(Run run, ScenarioSource source, Progress progress, Consumer<Optional<String>> revision) {
        Scenario scenario = ScenarioReader.read(source);
        Optional<RuleBase> judges = rules.get();
        revision.accept(judges.map(RuleBase::revision));
        GenerationResult made = Generation.of(scenario, source, judges, productVersion)
                .into(file(run.order().dataset()), run.order().replace(), threads, progress);
        return RunResult.of(made.run(), made.bytes());
    }

    /** Tells the file that has a dataset's name now from any that gets the name later. */
    String stamp(String dataset) {
        try {
            BasicFileAttributes file = Files.readAttributes(file(dataset), BasicFileAttributes.class);
            return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * How a run ended whose process ended while it was under way: a dataset that got its name in the last moment is
     * complete.
     *
     * @param replaced stamp of the file that was there before
     */
    Ending recover(Run run, ScenarioSource source, String replaced) {
        String dataset = run.order().dataset();
        if (!exists(dataset) || stamp(dataset).equals(replaced)) {
            return Ending.interrupted();
        }
        ScenarioText scenario = new ScenarioText(source.name(), source.files(), source.overrides());
        try (Dataset found = Dataset.open(file(dataset))) {
            RunOrigin origin = found.run().origin();
            boolean ours = origin.scenario().equals(scenario)
                    && origin.rules().map(RuleText::revision).equals(run.revision())
                    && origin.productVersion().equals(productVersion);
            return ours ? Ending.completed(RunResult.of(found.run(), Files.size(file(dataset)))) : Ending.interrupted();
        } catch (DatasetException | IOException e) {
            return Ending.interrupted();
        }
    }

    /** @throws RefusedRun when the dataset that has the name is not the run's */
    void requireOwn(Run run) {
        if (!isOwn(run)) {
            throw new RefusedRun(
                    RefusedRun.Reason.DATASET_CHANGED,
                    "dataset",
                    run.order().dataset() + " is not what this run has made any more");
        }
    }

    /** Whether the dataset that has the name of a run's is there and is the one that it has made. */
    boolean isOwn(Run run) {
        Path file = file(run.order().dataset());
        if (!Files.exists(file)) {
            return false;
        }
        try (Dataset found = Dataset.open(file)) {
            return run.result().equals(Optional.of(RunResult.of(found.run(), Files.size(file))));
        } catch (DatasetException e) {
            return false;
        } catch (IOException e) {
            throw new QueueFailure("cannot look at " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    void remove(Run run) {
        try {
            Files.deleteIfExists(file(run.order().dataset()));
        } catch (IOException e) {
            throw notRemoved(run.order().dataset(), e);
        }
    }

    /** Removes the log of a dataset that is gone; it ended so when it was copied. */
    void remove(KeptLog log, Head end) {
        try {
            log.remove(end);
        } catch (IOException | OperationsException e) {
            throw notRemoved(String.valueOf(log.dataset().getFileName()), e);
        }
    }

    private static QueueFailure notRemoved(String what, Exception cause) {
        return new QueueFailure("cannot remove " + what + ": " + cause.getMessage(), cause);
    }

    /** What went wrong, for people who know nothing of this machine. */
    String explain(Run run, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            long most = Runtime.getRuntime().maxMemory() >> 20;
            return "the run needs more memory than the " + most + " MiB that the server has; nothing was kept";
        }
        if (failure instanceof DatasetException
                || failure instanceof RuleFailure
                || failure instanceof InvalidScenario
                || failure instanceof QueueFailure
                || failure instanceof NoSuchElementException) {
            String folderName =
                    folder.toAbsolutePath().normalize() + folder.getFileSystem().getSeparator();
            return String.valueOf(failure.getMessage()).replace(folderName, "");
        }
        LOG.log(System.Logger.Level.ERROR, "run " + run.id() + " failed", failure);
        return "an internal error; the server's log says more; nothing was kept";
    }
}
