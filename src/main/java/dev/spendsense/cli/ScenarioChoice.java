package dev.spendsense.cli;

import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.text.NearestName;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/** Which scenario file is meant by a word on the command line. */
final class ScenarioChoice {

    private static final String ENDING = ".yaml";

    private final ScenarioShelf shelf;

    private ScenarioChoice(ScenarioShelf shelf) {
        this.shelf = shelf;
    }

    /** Looks bare names up in the working directory's scenarios, then in those that the program came with. */
    static ScenarioChoice here() {
        return new ScenarioChoice(ScenarioShelf.near(Path.of(System.getProperty("spendsense.home", ""))));
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
        return shelf.file(word).orElseThrow(() -> new WrongInput(unknown(word)));
    }

    /** Where bare names are looked up, in this order. */
    List<Path> folders() {
        return shelf.folders();
    }

    /** The folder of the scenarios that the program came with. */
    Path shipped() {
        return folders().get(folders().size() - 1);
    }

    private String unknown(String word) {
        SortedSet<String> known = shelf.names();
        return "there is no scenario " + word
                + NearestName.of(word, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + "; known are " + String.join(", ", known);
    }
}
