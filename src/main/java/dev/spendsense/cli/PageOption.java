package dev.spendsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A page of HTML that a command can write beside what it prints. */
final class PageOption {

    private static final String NAME = "--html";
    private static final String ENDING = ".html";
    private static final String PARTIAL = ".partial";

    @Option(names = NAME, paramLabel = "FILE.html", description = "Write a page with charts, too.")
    private Path file;

    /** To be asked before work begins, so that a dataset that was meant to be read is never written over. */
    void check() {
        if (file != null && !file.toString().endsWith(ENDING)) {
            throw new WrongInput(NAME + ": " + file + "; expected a file name that ends in " + ENDING);
        }
    }

    /** Whole or not at all; nothing when no page was asked for. */
    void write(Supplier<String> html) throws IOException {
        if (file == null) {
            return;
        }
        String page = html.get();
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(partial, page);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw new WrongInput(NAME + ": " + file + " cannot be written: " + e.getMessage());
        }
    }
}
