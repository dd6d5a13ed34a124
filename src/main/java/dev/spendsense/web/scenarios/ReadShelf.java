package dev.spendsense.web.scenarios;

import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The scenarios of the shelf, read and checked. That takes the better part of a second, and is done again only when a file of
 * the shelf's folders is another one than before, by path, size and time of its last change: a scenario may stand on any.
 */
@Component
final class ReadShelf {

    private final ScenarioShelf shelf;
    private Known known = new Known("", List.of());

    /**
     * Everything on the shelf at some time.
     *
     * @param tag of the state of the files, with its quotes
     */
    record Known(String tag, List<ScenarioJson> scenarios) {}

    ReadShelf(ScenarioShelf shelf) {
        this.shelf = shelf;
    }

    /** All scenarios by name, those with faults too, as they are now. */
    synchronized Known scenarios() {
        String tag =
                Versions.tag(UUID.nameUUIDFromBytes(String.join("\n", files()).getBytes(StandardCharsets.UTF_8)));
        if (!known.tag().equals(tag)) {
            known = new Known(tag, shelf.names().stream().map(this::read).toList());
        }
        return known;
    }

    private ScenarioJson read(String name) {
        try {
            return ScenarioJson.of(ScenarioReader.read(shelf.source(name, List.of())));
        } catch (InvalidScenario invalid) {
            return ScenarioJson.broken(name, invalid.faults());
        }
    }

    private SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        for (Path folder : shelf.folders()) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.forEach(file -> files.add(stamp(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
                }
            }
        }
        return files;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + is.size() + " " + is.lastModifiedTime().toInstant();
        } catch (NoSuchFileException gone) {
            return file + " gone";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be looked at", e);
        }
    }
}
