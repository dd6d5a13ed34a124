package dev.spendsense.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;

/**
 * What a run reads, as folders of this machine: scenarios and rules that are here already, those of any file system that
 * Hadoop knows, which are copied, and those that the jar carries.
 */
final class Inputs implements AutoCloseable {

    private static final String ENDING = ".yaml";
    private static final String SCENARIOS = "scenarios";
    private static final String RULES = "rules";

    /** A file that every folder of rules has. */
    private static final String OF_RULES = "vocabulary.yaml";

    /** A file that the jar's scenarios have. */
    private static final String OF_SCENARIOS = "full-dataset.yaml";

    /** More letters than a drive has. */
    private static final Pattern URI_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    private final Configuration configuration;
    private final List<FileSystem> opened = new ArrayList<>();
    private Path copies;

    Inputs(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * The file of a scenario.
     *
     * @param word a path, a URI whose folder also has what the scenario stands on, or the name of a shipped one
     */
    Path scenario(String word) throws IOException {
        if (URI_SCHEME.matcher(word).matches()) {
            org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(word);
            return copy(file.getParent(), SCENARIOS).resolve(file.getName());
        }
        if (word.endsWith(ENDING) || word.contains("/")) {
            return Path.of(word);
        }
        Path near = Path.of(SCENARIOS, word + ENDING);
        return Files.isRegularFile(near) ? near : shippedScenarios().resolve(word + ENDING);
    }

    /** The scenarios that the program came with, on which others may stand. */
    Path shippedScenarios() throws IOException {
        return shipped(SCENARIOS, OF_SCENARIOS);
    }

    /**
     * A folder of rules.
     *
     * @param uri a path or URI; empty for {@code rules/} here, or those that the program came with
     */
    Path rules(Optional<String> uri) throws IOException {
        if (uri.isEmpty()) {
            Path near = Path.of(RULES);
            return Files.isRegularFile(near.resolve(OF_RULES)) ? near : shipped(RULES, OF_RULES);
        }
        return URI_SCHEME.matcher(uri.get()).matches()
                ? copy(new org.apache.hadoop.fs.Path(uri.get()), RULES)
                : Path.of(uri.get());
    }

    private Path copy(org.apache.hadoop.fs.Path folder, String name) throws IOException {
        if (copies == null) {
            copies = Files.createTempDirectory("spendsense-inputs");
        }
        Path copy = copies.resolve(name);
        FileUtil.copy(folder.getFileSystem(configuration), folder, copy.toFile(), false, configuration);
        return copy;
    }

    /** Beside the program, or else in its jar. */
    private Path shipped(String folder, String file) throws IOException {
        Path beside = Path.of(System.getProperty("spendsense.home", ""), folder);
        if (Files.isRegularFile(beside.resolve(file))) {
            return beside;
        }
        URL inside = Inputs.class.getResource("/shipped/" + folder + "/" + file);
        if (inside == null) {
            throw new IOException("there are no " + folder + " beside the program, and none in its jar");
        }
        try {
            URI uri = inside.toURI();
            if (uri.getScheme().equals("jar")) {
                FileSystem jar = FileSystems.newFileSystem(
                        Path.of(URI.create(uri.getRawSchemeSpecificPart().split("!", 2)[0])), Map.of());
                opened.add(jar);
                return jar.getPath("shipped", folder);
            }
            return Path.of(uri).getParent();
        } catch (URISyntaxException e) {
            throw new IOException(inside + " cannot be read", e);
        }
    }

    /** Removes the copies. */
    @Override
    public void close() throws IOException {
        for (FileSystem jar : opened) {
            jar.close();
        }
        if (copies != null) {
            try (Stream<Path> files = Files.walk(copies)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
