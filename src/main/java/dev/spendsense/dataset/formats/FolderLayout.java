package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the files of a folder of tables are: {@code TABLE/users-FIRST-LAST.parquet}, or {@code TABLE.csv} in a format
 * that is not partitioned, and {@code manifest.json}. Until that is written, {@code .run} says what is under way and which
 * ranges of users are complete. Files under way have hidden names, which no reader of a folder takes for data.
 */
final class FolderLayout {

    static final String PARTIAL = ".partial";

    private static final String RUN = ".run";
    private static final Pattern PART_FILE = Pattern.compile("\\.?users-\\d{8}-\\d{8}\\.\\w+(\\.partial)?");
    private static final Pattern PART_RECORD = Pattern.compile("users-\\d{8}-\\d{8}\\.json");

    private final Path folder;
    private final Format format;

    FolderLayout(Path folder, Format format) {
        this.folder = folder;
        this.format = format;
    }

    Path manifest() {
        return folder.resolve(Manifest.FILE);
    }

    /** What the run under way is. */
    Path run() {
        return folder.resolve(RUN).resolve("run.json");
    }

    Path partRecord(int firstUser, int users) {
        return folder.resolve(RUN).resolve(range(firstUser, users) + ".json");
    }

    /** The records of complete ranges, in the order of their users. */
    List<Path> partRecords() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(RUN))) {
            return files.filter(file -> PART_RECORD.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Relative to the folder. */
    String path(PublicTable<?> table, int firstUser, int users) {
        return format.path(table, firstUser, users);
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    static Path underWay(Path file) {
        return file.resolveSibling("." + name(file) + PARTIAL);
    }

    static String range(int firstUser, int users) {
        return String.format(Locale.ROOT, "users-%08d-%08d", firstUser, firstUser + users - 1);
    }

    /** Whether there is nothing in the folder, or none. */
    boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Removes what a run has written here, of any format, and nothing else. */
    void clear() throws IOException {
        Files.deleteIfExists(manifest());
        Set<String> tables = PublicTable.all().stream().map(PublicTable::name).collect(Collectors.toSet());
        for (String table : tables) {
            for (Format each : Format.values()) {
                Path file = folder.resolve(table + "." + each.label());
                Files.deleteIfExists(file);
                Files.deleteIfExists(underWay(file));
            }
            remove(folder.resolve(table), PART_FILE);
        }
        clearRun();
    }

    /** Removes the record of the run under way. */
    void clearRun() throws IOException {
        Files.deleteIfExists(run());
        remove(folder.resolve(RUN), Pattern.compile("\\.?(run|users-\\d{8}-\\d{8})\\.json(\\.partial)?"));
    }

    private static void remove(Path subfolder, Pattern names) throws IOException {
        if (!Files.isDirectory(subfolder)) {
            return;
        }
        try (Stream<Path> files = Files.list(subfolder)) {
            for (Path file : files.toList()) {
                if (names.matcher(name(file)).matches()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> left = Files.list(subfolder)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(subfolder);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
