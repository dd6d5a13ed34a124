package dev.spendsense.dataset.formats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Small JSON files that are there completely or not at all. */
final class FolderJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private FolderJson() {}

    static void write(Record value, Path file) throws IOException {
        Path partial = file.resolveSibling("." + file.getFileName() + FolderLayout.PARTIAL);
        Files.writeString(partial, text(value));
        publish(partial, file);
    }

    static String text(Record value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    /** @throws IllegalArgumentException when it is not what was expected, in words for people */
    static <T> T parse(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** @throws IOException also when it is not what was expected, in words for people */
    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return parse(Files.readString(file), type);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Gives a file its name, once it is safe on the disk. */
    static void publish(Path partial, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
