package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a rule folder. Two sources with equal texts have the same revision and reach the same findings.
 *
 * @param texts by path within the folder, with forward slashes: parameters, vocabulary, content, and the rules
 */
public record RuleSource(SortedMap<String, String> texts) {

    private static final String RULES = ".drl";
    private static final List<String> DECLARATIONS = List.of(Parameters.FILE, Vocabulary.FILE, Content.FILE);
    private static final long LARGEST_FILE = 1_000_000;

    public RuleSource {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * The folder {@code rules} in the working directory if it is one of rules, else the one that the program came with.
     *
     * @param home where the program is
     */
    public static Path folderNear(Path home) {
        Path folder = Path.of("rules");
        return among(folder, home.resolve(folder));
    }

    /** Other folders of that name are common; one of rules has a declaration at least. */
    static Path among(Path nearest, Path shipped) {
        return DECLARATIONS.stream().anyMatch(file -> Files.exists(nearest.resolve(file))) ? nearest : shipped;
    }

    /** A source of texts that are at hand. */
    public static RuleSource of(Map<String, String> texts) {
        return new RuleSource(new TreeMap<>(texts));
    }

    /**
     * Reads a folder: the three declarations and every {@code .drl} file below a phase.
     *
     * @throws BrokenRules when there is no such folder, or something in it cannot be read
     */
    public static RuleSource read(Path folder) {
        List<RuleFault> faults = new ArrayList<>();
        RuleSource source = read(folder, faults);
        if (!faults.isEmpty()) {
            throw new BrokenRules(faults);
        }
        return source;
    }

    /**
     * The same, but leaves out what cannot be read and adds it to the faults.
     *
     * @throws BrokenRules when there is no such folder
     */
    public static RuleSource read(Path folder, List<RuleFault> faults) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            throw new BrokenRules(
                    List.of(unreadable(folder.toString(), "is no folder", "name a folder with rules in it")));
        }
        try (Stream<Path> files = Files.walk(folder, 4)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(RULES) || DECLARATIONS.contains(name)) {
                    read(file, name, texts, faults);
                }
            }
        } catch (IOException e) {
            faults.add(unreadable(folder.toString(), "cannot be read: " + e.getMessage(), ""));
        }
        return new RuleSource(texts);
    }

    private static RuleFault unreadable(String file, String problem, String remedy) {
        return new RuleFault(file, 0, 0, "", FaultKind.UNREADABLE_FILE, problem, remedy);
    }

    private static void read(Path file, String name, Map<String, String> texts, List<RuleFault> faults)
            throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            faults.add(unreadable(name, "is larger than a megabyte", "split it"));
            return;
        }
        try {
            texts.put(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            faults.add(unreadable(name, "is no UTF-8 text", "save it as UTF-8"));
        }
    }

    /** The same with one text put in place of another, or added. */
    public RuleSource with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.put(path, text);
        return new RuleSource(changed);
    }

    /** SHA-256 over all paths and texts, hexadecimal. */
    public String revision() {
        Digest digest = new Digest();
        texts.forEach((path, text) -> digest.add(path).add(text));
        return digest.hex();
    }

    /** The text of a declaration, empty when the file is missing. */
    public String declaration(String file) {
        return texts.getOrDefault(file, "");
    }

    /** The rule files by path. */
    public SortedMap<String, String> rules() {
        SortedMap<String, String> rules = new TreeMap<>(texts);
        rules.keySet().removeIf(path -> !path.endsWith(RULES));
        return rules;
    }
}
