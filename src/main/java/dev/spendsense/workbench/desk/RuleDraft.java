package dev.spendsense.workbench.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Changed texts of a rule folder that nobody has saved.
 *
 * @param texts by path within the folder, with forward slashes: rules, declarations, cases
 * @param removed paths of files that are to go
 */
public record RuleDraft(SortedMap<String, String> texts, List<String> removed) {

    private static final int MOST_FILES = 200;
    private static final int LARGEST = 1_000_000;
    private static final int DEEPEST = 4;

    /**
     * A draft of texts at hand.
     *
     * @throws IllegalArgumentException when a path is none within a rule folder, or there is too much of it; the message
     *     says what was expected
     */
    public RuleDraft {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        removed = List.copyOf(new TreeSet<>(removed));
        if (texts.size() + removed.size() > MOST_FILES) {
            throw new IllegalArgumentException("a draft changes at most " + MOST_FILES + " files");
        }
        texts.forEach((path, text) -> {
            check(path);
            if (text.length() > LARGEST) {
                throw new IllegalArgumentException(path + " is longer than " + LARGEST + " characters; split it");
            }
        });
        removed.forEach(RuleDraft::check);
        for (String path : removed) {
            if (texts.containsKey(path)) {
                throw new IllegalArgumentException(path + " is changed and removed at once; expected one of them");
            }
        }
    }

    /** The folder as it is. */
    public static RuleDraft none() {
        return new RuleDraft(new TreeMap<>(), List.of());
    }

    public boolean isEmpty() {
        return texts.isEmpty() && removed.isEmpty();
    }

    private static void check(String path) {
        boolean plain = path.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0," + (DEEPEST - 1) + "}\\.(drl|yaml)");
        if (!plain) {
            throw new IllegalArgumentException(
                    "\"" + path
                            + "\" is no file of a rule folder; expected a path such as evidence/overspender.drl or parameters.yaml");
        }
    }

    /** The folder as it would be, in a place of its own that goes when it is closed. */
    Laid laidOver(Path folder) {
        Laid laid = null;
        try {
            laid = new Laid(Files.createTempDirectory("spendsense-draft"));
            copy(folder, laid.folder);
            for (String path : removed) {
                Files.deleteIfExists(within(laid.folder, path));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = within(laid.folder, text.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue());
            }
            return laid;
        } catch (IOException e) {
            if (laid != null) {
                laid.close();
            }
            throw new UncheckedIOException("the draft cannot be laid over " + folder, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .filter(one ->
                            one.toString().endsWith(".drl") || one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The texts of a folder that a draft may change, by path. */
    static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return texts;
    }

    /** A path of the draft in a folder. */
    static Path within(Path folder, String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + path + "\" is no file name here", e);
        }
    }

    /** A rule folder that is thrown away. */
    record Laid(Path folder) implements AutoCloseable {

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
