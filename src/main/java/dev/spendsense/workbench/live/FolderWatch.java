package dev.spendsense.workbench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Notices that the files of a rule folder have changed and stand still again. It looks at their sizes and times instead of
 * asking the system to be told, because mounted and shared folders tell nothing.
 */
final class FolderWatch {

    /** Deeper than any file of a rule folder or its cases. */
    private static final int DEPTH = 6;

    private final Path folder;
    private final Duration quiet;
    private Map<Path, Stamp> seen = Map.of();
    private Instant since = Instant.MIN;
    private Map<Path, Stamp> told = Map.of();

    private record Stamp(long size, FileTime changed) {}

    /** @param quiet how long nothing must have changed: editors and checkouts write several files, or one in pieces */
    FolderWatch(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /** Takes the folder as it is now for known. */
    void acquaint() {
        seen = stamps();
        told = seen;
    }

    /** Whether the folder is not as it was when this was last true, and has stood still for a while. */
    boolean hasSettled(Instant now) {
        Map<Path, Stamp> stamps = stamps();
        if (!stamps.equals(seen)) {
            seen = stamps;
            since = now;
        }
        if (seen.equals(told) || now.isBefore(since.plus(quiet))) {
            return false;
        }
        told = seen;
        return true;
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : files.filter(FolderWatch::matters).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // a file went while it was looked at: the next look will differ from this one
            stamps.clear();
        }
        return stamps;
    }

    private static boolean matters(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".drl") || name.endsWith(".yaml")) && !name.startsWith(".");
    }
}
