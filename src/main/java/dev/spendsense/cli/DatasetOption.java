package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which dataset a command reads. */
final class DatasetOption {

    static final Path DEFAULT = Path.of("data", "spendsense.db");

    @Option(
            names = {"--dataset", "--data"},
            paramLabel = "FILE",
            description = "The dataset to read (default: data/spendsense.db).")
    private Path file = DEFAULT;

    Dataset open() {
        return Dataset.open(file);
    }
}
