package dev.spendsense.cli;

import dev.spendsense.dataset.FingerprintTree;
import dev.spendsense.dataset.formats.FolderTarget;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.FolderWriter;
import dev.spendsense.dataset.formats.Format;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a folder of tables is written. */
final class FolderOptions {

    @Option(
            names = "--users-a-file",
            paramLabel = "N",
            description = "Users a Parquet file, a multiple of " + FingerprintTree.USERS_A_BLOCK + " (default: "
                    + FolderWriter.USUAL_USERS_A_FILE + ").")
    private Integer usersAFile;

    /** Whether somebody asked for something that only folders have. */
    boolean asked() {
        return usersAFile != null;
    }

    FolderTarget target(Path folder, Format format, Existing existing) {
        if (usersAFile != null && (usersAFile < 1 || usersAFile % FingerprintTree.USERS_A_BLOCK != 0)) {
            throw new WrongInput(
                    "--users-a-file: expected a multiple of " + FingerprintTree.USERS_A_BLOCK + ", not " + usersAFile);
        }
        return new FolderTarget(
                folder, format, usersAFile != null ? usersAFile : FolderWriter.USUAL_USERS_A_FILE, existing);
    }
}
