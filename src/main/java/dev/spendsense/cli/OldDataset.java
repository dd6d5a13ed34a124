package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.FolderReader;
import dev.spendsense.run.Continuation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A dataset that is to be gone on with: a file, or a folder of tables, of which one is made for the time. */
final class OldDataset implements AutoCloseable {

    private final Path named;
    private final Dataset dataset;
    private final Optional<Path> temporary;

    private OldDataset(Path named, Dataset dataset, Optional<Path> temporary) {
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
        Path parent = near.toAbsolutePath().normalize().getParent();
        try {
            Files.createDirectories(parent);
            Path temporary = Files.createTempDirectory(parent, ".continued-");
            try {
                Path file = temporary.resolve("old.db");
                folder.into(file, false);
                return new OldDataset(named, Dataset.open(file), Optional.of(temporary));
            } catch (RuntimeException | Error e) {
                remove(temporary);
                throw e;
            }
        } catch (IOException e) {
            throw new WrongInput("--out " + near + ": cannot be written beside: " + e.getMessage());
        }
    }

    Continuation continuation() {
        return Continuation.of(named.toString(), dataset);
    }

    @Override
    public void close() {
        dataset.close();
        temporary.ifPresent(OldDataset::remove);
    }

    private static void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
