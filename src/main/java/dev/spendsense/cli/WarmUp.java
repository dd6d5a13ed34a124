package dev.spendsense.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs once after a build, for the launcher alone. It lays SQLite's native library beside the archive of classes, since
 * the driver would unpack it again at every start, and uses the product once, so that the JVM can archive the classes.
 */
@Command(name = "warm-up", hidden = true, description = "Prepares fast starts.")
final class WarmUp implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where to lay the native library.")
    private Path folder;

    @Override
    public Integer call() throws IOException, SQLException {
        layNativeLibrary();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.createStatement().execute("SELECT 1");
        }
        return 0;
    }

    private void layNativeLibrary() throws IOException {
        String library = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library;
        try (InputStream stream = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (stream != null) {
                Files.copy(stream, folder.resolve(library));
            }
        }
    }
}
