package dev.spendsense.cli;

import dev.spendsense.workbench.revisions.RevisionStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where revisions are kept. */
final class RevisionsOption {

    @Option(
            names = "--revisions",
            paramLabel = "DIR",
            description = "Where revisions are kept (default: data/revisions).")
    private Path folder = Path.of("data", "revisions");

    Path folder() {
        return folder;
    }

    RevisionStore store() {
        return RevisionStore.in(folder);
    }
}
