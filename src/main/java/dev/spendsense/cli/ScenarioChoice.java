package dev.spendsense.cli;

import dev.spendsense.text.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which scenario file is meant by a word on the command line. */
final class ScenarioChoice {

    private static final String ENDING = ".yaml";

    private final List<Path> folders;

    /** @param folders where bare names are looked up, in this order; those that the program came with are in the last */
    ScenarioChoice(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Looks bare names up in the working directory's scenarios, then in those that the program came with. */
    static ScenarioChoice here() {
        Path shipped = Path.of(System.getProperty("spendsense.home", ""), "scenarios");
        return new ScenarioChoice(List.of(Path.of("scenarios"), shipped));
    }

    /**
     * The file of a scenario.
     *
     * @param word a path, or a name without folder and ending
     * @throws WrongInput when a name is not found
     */
    Path file(String word) {
        if (word.endsWith(ENDING)
                || word.contains("/")
                || word.contains(Path.of(word).getFileSystem().getSeparator())) {
            return Path.of(word);
        }
        for (Path folder : folders) {
            Path file = folder.resolve(word + ENDING);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        TreeSet<String> known = known();
        throw new WrongInput("there is no scenario " + word
                + NearestName.of(word, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + "; known are " + String.join(", ", known));
    }

    /** Where bare names are looked up, in this order. */
    List<Path> folders() {
        return folders;
    }

    /** The folder of the scenarios that the program came with. */
    Path shipped() {
        return folders.get(folders.size() - 1);
    }

    private TreeSet<String> known() {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ENDING))
                            .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }
}
