package dev.spendsense.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may use the service, in {@code users.json} in the data folder, readable for its owner alone.
 *
 * @param file where it is; it need not be there
 */
public record UserFile(Path file) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private record Content(List<User> users) {}

    /** The file of a data folder. */
    public static UserFile in(Path folder) {
        return new UserFile(folder.resolve("users.json"));
    }

    /**
     * Everybody, in the order in which they were added.
     *
     * @throws IllegalArgumentException when the file is not what it should be; the message says where
     */
    public List<User> users() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Content content = JSON.readValue(Files.readString(file), Content.class);
            List<User> users = content.users() == null ? List.of() : content.users();
            if (users.stream().map(User::name).distinct().count() < users.size()) {
                throw new IllegalArgumentException(file + ": two users have one name");
            }
            return users;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (JacksonException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ": "
                            + String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    e);
        }
    }

    /**
     * Gives somebody a token. Who had one has no other from then on.
     *
     * @return the token, which is kept nowhere
     */
    public String add(String name, Role role, Instant now) {
        String token = Token.random();
        List<User> users = new ArrayList<>(users());
        users.removeIf(user -> user.name().equals(name));
        users.add(new User(name, role, Token.hash(token), now));
        write(users);
        return token;
    }

    /** Takes somebody's token back; whether there was one. */
    public boolean remove(String name) {
        List<User> users = new ArrayList<>(users());
        boolean removed = users.removeIf(user -> user.name().equals(name));
        if (removed) {
            write(users);
        }
        return removed;
    }

    private void write(List<User> users) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Path partial = Files.createTempFile(folder, "users", ".partial", ownerOnly);
            Files.writeString(partial, JSON.writeValueAsString(new Content(users)) + "\n");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
