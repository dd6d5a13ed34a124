package dev.spendsense.workbench.golden;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.scenario.InvalidScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of golden outcomes. One line of it pins the scenario and the seed, {@code scenario demo, seed 20260715}; all
 * else is written when what the rules conclude is accepted.
 */
public final class GoldenFile {

    /** The folder of golden outcomes within a rule folder. */
    public static final Path FOLDER = Path.of("tests", "golden");

    private static final String ENDING = ".txt";
    private static final Pattern PIN = Pattern.compile("scenario (\\S+), seed (-?\\d{1,18})(?:,.*)?");

    private final Path path;
    private final Outcomes accepted;
    private final String scenario;
    private final long seed;

    private GoldenFile(Path path, String text) {
        this.path = path;
        this.accepted = Outcomes.read(text);
        Matcher pin = accepted.head().stream()
                .map(PIN::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new BrokenGolden(path + ": says nowhere whom it is about; expected a line such as \""
                        + pin("demo", 1) + "\" before the first user"));
        this.scenario = pin.group(1);
        this.seed = Long.parseLong(pin.group(2));
    }

    /**
     * The golden outcomes of a rule folder, by name of the file.
     *
     * @throws BrokenGolden when there are none, or one cannot be read
     */
    public static List<GoldenFile> of(Path ruleFolder) {
        Path folder = ruleFolder.resolve(FOLDER);
        List<Path> paths;
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            paths = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BrokenGolden(folder + ": cannot be read: " + e.getMessage());
        }
        if (paths.isEmpty()) {
            throw new BrokenGolden(folder + ": has no golden outcomes; expected a file that ends in " + ENDING
                    + " with a line such as \"" + pin("demo", 1) + "\"");
        }
        return paths.stream().map(GoldenFile::read).toList();
    }

    private static GoldenFile read(Path path) {
        try {
            return new GoldenFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new BrokenGolden(path + ": cannot be read: " + e.getMessage());
        }
    }

    static String pin(String scenario, long seed) {
        return "scenario " + scenario + ", seed " + seed;
    }

    public Path path() {
        return path;
    }

    /**
     * Lives and judges everybody again.
     *
     * @throws InvalidScenario when the scenario cannot be used
     * @throws RuleFailure when a rule fails on a user
     */
    public GoldenChanges compare(RuleBase rules, Population population) {
        return new GoldenChanges(accepted, Outcomes.of(population.of(scenario, seed), rules));
    }

    /**
     * Writes what the rules conclude now into the file.
     *
     * @throws BrokenGolden when that is not possible; the file is then as it was
     */
    public void accept(GoldenChanges changes) {
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        try {
            Files.writeString(partial, changes.now().text());
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BrokenGolden(path + ": cannot be written: " + e.getMessage());
        }
    }
}
