package dev.spendsense.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the texts of a scenario come from, by path relative to the scenario's folder, with slashes. */
interface Texts {

    /** Bytes; a scenario of the size of a book is a mistake. */
    int LARGEST = 1 << 20;

    String read(String path) throws Unreadable;

    /** Whether there is anything at a path. */
    boolean has(String path);

    /** What a text is called in a message. */
    String shown(String path);

    /** Why a text cannot be had, as a reader of messages would put it. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /**
     * The path of a file named in another one, which may be in or below the scenario's folder only.
     *
     * @param from path of the file that names it
     * @return empty when the name is absolute, leads out of the folder or is no name
     */
    static Optional<String> resolve(String from, String name) {
        if (name.isBlank() || name.startsWith("/") || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':')) {
            return Optional.empty();
        }
        Deque<String> folders = new ArrayDeque<>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String step : (folder + name).split("/")) {
            if (step.equals("..")) {
                if (folders.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                folders.addLast(step);
            }
        }
        return folders.isEmpty() ? Optional.empty() : Optional.of(String.join("/", folders));
    }

    /** Texts that were read before. */
    record Kept(Map<String, String> texts) implements Texts {

        @Override
        public String read(String path) throws Unreadable {
            String text = texts.get(path);
            if (text == null) {
                throw new Unreadable("no such file");
            }
            if (text.length() > LARGEST) {
                throw new Unreadable("larger than 1 MiB");
            }
            return text;
        }

        @Override
        public boolean has(String path) {
            return texts.containsKey(path);
        }

        @Override
        public String shown(String path) {
            return path;
        }
    }

    /** Texts over others, named relative to the scenario's folder: whoever sends a text need not know where others lie. */
    record Over(Kept upper, Texts lower) implements Texts {

        @Override
        public String read(String path) throws Unreadable {
            return upper.has(path) ? upper.read(path) : lower.read(path);
        }

        @Override
        public boolean has(String path) {
            return upper.has(path) || lower.has(path);
        }

        @Override
        public String shown(String path) {
            return path;
        }
    }

    /**
     * Texts in folders of the file system, which are kept as they are read.
     *
     * @param folders where a path is looked up; the first folder that has it counts
     */
    record Folders(List<Path> folders, Map<String, String> kept) implements Texts {

        Folders(List<Path> folders) {
            this(List.copyOf(folders), new TreeMap<>());
        }

        @Override
        public String read(String path) throws Unreadable {
            Path file = file(path);
            if (Files.isDirectory(file)) {
                throw new Unreadable("a folder, not a file");
            }
            if (!Files.exists(file)) {
                throw new Unreadable("no such file");
            }
            // A pipe or device would keep us waiting, or never end.
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Unreadable("cannot be read");
            }
            String text = decode(bytes(file));
            kept.put(path, text);
            return text;
        }

        @Override
        public boolean has(String path) {
            return Files.exists(file(path));
        }

        @Override
        public String shown(String path) {
            return file(path).toString().replace('\\', '/');
        }

        private Path file(String path) {
            return folders.stream()
                    .map(folder -> folder.resolve(path))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(folders.get(0).resolve(path));
        }

        private static byte[] bytes(Path file) throws Unreadable {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new Unreadable("larger than 1 MiB");
                }
                return bytes;
            } catch (IOException failed) {
                throw new Unreadable("cannot be read");
            }
        }

        private static String decode(byte[] bytes) throws Unreadable {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException notText) {
                throw new Unreadable("not UTF-8 text");
            }
        }
    }
}
