package dev.spendsense.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON with the names that the tables use. Apart, so that the library is loaded only when it is needed. */
final class Json {

    private Json() {}

    /** Writes a record whose members have the names of a standard; the file is complete or not there. */
    static void write(Record value, Path file) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.createDirectories(target.getParent());
        Files.writeString(partial, mapper.writeValueAsString(value) + System.lineSeparator());
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }

    static void print(Record value, PrintWriter out) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        out.println(mapper.writeValueAsString(value));
    }
}
