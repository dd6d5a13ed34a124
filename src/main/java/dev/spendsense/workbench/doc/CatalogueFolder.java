package dev.spendsense.workbench.doc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a catalogue is kept: nothing but its own files, which a list names, so that nobody else's are ever lost. */
public final class CatalogueFolder {

    private static final String LIST = "catalogue.txt";
    private static final String FIRST_LINE = "Pages of a catalogue of rules";

    private CatalogueFolder() {}

    /** Why a catalogue cannot be written to a folder; empty when it can. */
    public static String objection(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return "";
        }
        if (!Files.isDirectory(folder)) {
            return "is no folder";
        }
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> !Files.isDirectory(file) || Files.isSymbolicLink(file))
                    .forEach(
                            file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        if (files.isEmpty() && isEmpty(folder)) {
            return "";
        }
        List<String> listed = Files.isRegularFile(folder.resolve(LIST))
                ? Files.readString(folder.resolve(LIST)).lines().toList()
                : List.of();
        if (listed.isEmpty() || !listed.get(0).equals(FIRST_LINE)) {
            return "is not empty and holds no catalogue";
        }
        files.removeAll(listed);
        files.remove(LIST);
        return files.isEmpty()
                ? ""
                : "holds files that are no part of its catalogue: "
                        + files.iterator().next();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /**
     * Writes the pages beside the folder and puts them in its place.
     *
     * @throws IOException when there is an {@link #objection}, or something cannot be written
     */
    public static void write(SortedMap<String, String> pages, Path folder) throws IOException {
        String objection = objection(folder);
        if (!objection.isEmpty()) {
            throw new IOException(folder + " " + objection);
        }
        Path whole = folder.toAbsolutePath().normalize();
        Files.createDirectories(whole.getParent());
        Path partial = Files.createTempDirectory(whole.getParent(), whole.getFileName() + ".partial");
        try {
            Path fresh = partial.resolve("new");
            Files.createDirectory(fresh);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = fresh.resolve(page.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.getValue());
            }
            Files.writeString(fresh.resolve(LIST), list(pages.keySet()));
            replace(whole, fresh, partial.resolve("old"));
        } finally {
            remove(partial);
        }
    }

    /** If the new one cannot be put there, the former one stays. */
    private static void replace(Path whole, Path fresh, Path old) throws IOException {
        boolean former = Files.exists(whole);
        if (former) {
            Files.move(whole, old);
        }
        try {
            Files.move(fresh, whole);
        } catch (IOException e) {
            if (former) {
                Files.move(old, whole);
            }
            throw e;
        }
    }

    private static String list(Collection<String> files) {
        return FIRST_LINE + "\n" + String.join("\n", files) + "\n";
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
