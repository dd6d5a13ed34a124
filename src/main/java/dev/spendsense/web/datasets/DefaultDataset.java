package dev.spendsense.web.datasets;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.ProductVersion;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The dataset that there is without anybody's doing.
 *
 * @param file where it is to be
 */
public record DefaultDataset(Path file) {

    /** What it is called. */
    public static final String NAME = "spendsense";

    /** That of a data folder. */
    public static DefaultDataset in(Path folder) {
        return new DefaultDataset(folder.resolve(NAME + ".db"));
    }

    /** Whether it is there. */
    public boolean isThere() {
        return Files.exists(file);
    }

    /** Lives the default scenario and has everybody judged who consents. */
    public void make(ScenarioShelf shelf, RuleBase rules) {
        ScenarioSource source = shelf.source(ScenarioShelf.DEFAULT, List.of());
        Generation.of(ScenarioReader.read(source), source, Optional.of(rules), ProductVersion.number())
                .into(file, false, Runtime.getRuntime().availableProcessors(), Progress.NONE);
    }
}
