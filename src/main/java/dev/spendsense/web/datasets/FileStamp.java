package dev.spendsense.web.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What tells a file from the one that had its name before. */
record FileStamp(Object key, long size, FileTime changed) {

    /** Of a regular file; empty when there is none. */
    static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new FileStamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
