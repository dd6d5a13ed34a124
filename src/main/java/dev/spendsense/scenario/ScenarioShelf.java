package dev.spendsense.scenario;

import dev.spendsense.yaml.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of scenarios that are known by their names.
 *
 * @param folders where a name is looked up, in this order; those that the program came with are in the last
 */
public record ScenarioShelf(List<Path> folders) {

    /** The scenario that a fresh start lives. */
    public static final String DEFAULT = "full-dataset";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public ScenarioShelf {
        folders = List.copyOf(folders);
    }

    /**
     * The scenarios of the working directory, then those that the program came with.
     *
     * @param home where the program is
     */
    public static ScenarioShelf near(Path home) {
        Path folder = Path.of("scenarios");
        return new ScenarioShelf(List.of(folder, home.resolve(folder)));
    }

    /** The names of all scenarios, without ending. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ScenarioSource.ENDING))
                            .map(name -> name.substring(0, name.length() - ScenarioSource.ENDING.length()))
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    /** The file of a scenario; empty when none has that name, which may be anything. */
    public Optional<Path> file(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name + ScenarioSource.ENDING))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether a scenario can be called so: letters, digits, {@code . _ -}, at most 64. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Collects the texts of a scenario on the shelf and checks them.
     *
     * @param name of one that is there
     * @param overrides {@code path=value} settings
     * @throws InvalidScenario with everything that is wrong, files named relative to their folder
     */
    public ScenarioSource source(String name, List<String> overrides) {
        int home = file(name).map(file -> folders.indexOf(file.getParent())).orElse(0);
        return source(name, Map.of(), folders.subList(home, folders.size()), overrides);
    }

    /**
     * The same for a scenario that is not on the shelf, but may stand on what is.
     *
     * @param name what it is to be called
     * @param text YAML
     */
    public ScenarioSource source(String name, String text, List<String> overrides) {
        return source(name, Map.of(name + ScenarioSource.ENDING, text), folders, overrides);
    }

    /** @param among the scenario's own folder first: what it names is never looked up in those before */
    private static ScenarioSource source(
            String name, Map<String, String> given, List<Path> among, List<String> overrides) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no scenario can be called " + name);
        }
        Texts.Folders shelved = new Texts.Folders(among);
        Texts texts = new Texts.Over(new Texts.Kept(given), shelved);
        new ScenarioReader(texts, new Faults(texts::shown)).read(name, overrides);
        Map<String, String> files = new TreeMap<>(shelved.kept());
        files.putAll(given);
        return new ScenarioSource(name, files, overrides);
    }
}
