package dev.spendsense.cli;

import dev.spendsense.dataset.WriteClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of files that is filled under a hidden name beside its own, which it gets once it is complete. What a killed
 * program left there is removed by the next one.
 */
final class UnfinishedFolder implements AutoCloseable {

    private final Path target;
    private final Path partial;
    private final WriteClaim claim;

    private UnfinishedFolder(Path target, WriteClaim claim) {
        this.target = target;
        this.partial = target.resolveSibling("." + target.getFileName() + ".partial");
        this.claim = claim;
    }

    /**
     * Begins a folder.
     *
     * @param force whether there may be files already; those of the same names are replaced, others stay
     * @throws WrongInput when there are some that must not be replaced, or when another program is filling the folder
     */
    static UnfinishedFolder create(Path folder, boolean force) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new WrongInput(folder + " is a file; name a folder, which need not be there");
        }
        if (!force && !filesIn(target).isEmpty()) {
            throw new WrongInput(folder + " is not empty; --force overwrites what is there");
        }
        Files.createDirectories(target.getParent());
        WriteClaim claim = WriteClaim.claim(target)
                .orElseThrow(() -> new WrongInput("another run is writing " + folder + " just now"));
        UnfinishedFolder unfinished = new UnfinishedFolder(target, claim);
        try {
            unfinished.discard();
            Files.createDirectory(unfinished.partial);
            return unfinished;
        } catch (IOException e) {
            claim.close();
            throw e;
        }
    }

    /** Where a file of this name is until the folder is complete. */
    Path file(String name) {
        return partial.resolve(name);
    }

    /** Gives the folder its name, or, where there is one already, its files to that. */
    void publish() throws IOException {
        if (filesIn(target).isEmpty()) {
            Files.deleteIfExists(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (Path file : filesIn(partial)) {
            Files.move(
                    file,
                    target.resolve(file.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        try (claim) {
            discard();
        }
    }

    private void discard() throws IOException {
        for (Path file : filesIn(partial)) {
            Files.delete(file);
        }
        Files.deleteIfExists(partial);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
