package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which dataset a command reads. */
final class DatasetOption {

    @Option(
            names = "--dataset",
            paramLabel = "FILE",
            defaultValue = "data/spendsense.db",
            description = "The dataset to read (default: ${DEFAULT-VALUE}).")
    private Path file;

    Dataset open() {
        return Dataset.open(file);
    }
}
