package dev.spendsense.workbench.trial;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Populations that are lived and judged for one question and then forgotten. They are datasets like any other, so that
 * everything that can be said of a dataset can be said of them, in a folder of their own that goes with the trial.
 */
public final class Trial implements AutoCloseable {

    private final Path folder;
    private final List<Dataset> datasets = new ArrayList<>();

    /** A trial of nobody yet. */
    public Trial() {
        try {
            this.folder = Files.createTempDirectory("spendsense-trial");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lives a population and has it judged.
     *
     * @param rules judge every user who consents
     * @param productVersion version of this program
     * @param threads how many workers simulate, at least 1
     */
    public void add(ScenarioSource source, RuleBase rules, String productVersion, int threads, Progress progress) {
        Scenario scenario = ScenarioReader.read(source);
        Path file = folder.resolve(datasets.size() + ".db");
        Generation.of(scenario, source, Optional.of(rules), productVersion).into(file, false, threads, progress);
        datasets.add(Dataset.open(file));
    }

    /** Everybody so far, population by population; open as long as the trial. */
    public List<Dataset> datasets() {
        return List.copyOf(datasets);
    }

    /** Forgets everybody. */
    @Override
    public void close() {
        datasets.forEach(Dataset::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
