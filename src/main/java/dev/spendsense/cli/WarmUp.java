package dev.spendsense.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs once after a build, for the launcher alone. It lays SQLite's native library beside the archive of classes, since
 * the driver would unpack it again at every start, and uses the product once, so that the JVM can archive the classes.
 */
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true, description = "Prepares fast starts.")
final class WarmUp implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where to lay the native library.")
    private Path folder;

    @Option(names = "--no-rules", description = "Judge nobody.")
    private boolean noRules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        layNativeLibrary();
        String dataset = folder.resolve("demo.db").toString();
        CommandLine program = spec.commandLine().getParent();
        if (noRules) {
            program.execute("generate", "demo", "--out", dataset, "--no-rules");
        } else {
            program.execute("generate", "demo", "--out", dataset);
        }
        program.execute("show", "#1", "--dataset", dataset);
        program.execute("replay", "#1", "--dataset", dataset);
        program.execute("validate", dataset);
        Files.deleteIfExists(Path.of(dataset));
        return ExitCode.DONE;
    }

    private void layNativeLibrary() throws IOException {
        String library = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library;
        try (InputStream stream = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (stream != null) {
                Files.copy(stream, folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
