package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.TemporaryFolder;
import dev.spendsense.dataset.formats.FolderReader;
import dev.spendsense.run.Continuation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A dataset that is to be gone on with: a file, or a folder of tables, of which one is made for the time. */
final class OldDataset implements AutoCloseable {

    private final Path named;
    private final Dataset dataset;
    private final Optional<TemporaryFolder> temporary;

    private OldDataset(Path named, Dataset dataset, Optional<TemporaryFolder> temporary) {
        this.named = named;
        this.dataset = dataset;
        this.temporary = temporary;
    }

    /** @param near what is written next, where there is room for what a folder becomes */
    static OldDataset open(Path named, Path near) {
        if (!Files.isDirectory(named)) {
            return new OldDataset(named, Dataset.open(named), Optional.empty());
        }
        FolderReader folder = FolderReader.open(named);
        TemporaryFolder temporary =
                TemporaryFolder.in(near.toAbsolutePath().normalize().getParent(), ".continued-");
        try {
            Path file = temporary.path().resolve("old.db");
            folder.into(file, false);
            return new OldDataset(named, Dataset.open(file), Optional.of(temporary));
        } catch (RuntimeException | Error e) {
            temporary.close();
            throw e;
        }
    }

    Continuation continuation() {
        return Continuation.of(named.toString(), dataset);
    }

    @Override
    public void close() {
        try {
            dataset.close();
        } finally {
            temporary.ifPresent(TemporaryFolder::close);
        }
    }
}
