package dev.spendsense.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON with the names that the tables use. Apart, so that the library is loaded only when it is needed. */
final class Json {

    private Json() {}

    /** Writes a record whose members have the names of a standard; the file is complete or not there. */
    static void write(Record value, Path file) throws IOException {
        write(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build(), value, file);
    }

    /** Writes a record as {@link #print} prints it; the file is complete or not there. */
    static void save(Record value, Path file) throws IOException {
        write(likeTables(), value, file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws WrongInput when it is something else
     */
    static <R extends Record> R read(Path file, Class<R> type) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongInput("there is no file " + file);
        }
        try {
            return likeTables().readValue(Files.readString(file), type);
        } catch (JacksonException | CharacterCodingException e) {
            String why = e instanceof JacksonException broken ? broken.getOriginalMessage() : "it is no UTF-8 text";
            throw new WrongInput(file + ": expected a file that this program wrote: " + why);
        }
    }

    private static void write(JsonMapper mapper, Record value, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.createDirectories(target.getParent());
        Files.writeString(partial, mapper.writeValueAsString(value) + System.lineSeparator());
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }

    static void print(Record value, PrintWriter out) {
        out.println(likeTables().writeValueAsString(value));
    }

    private static JsonMapper likeTables() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }
}
