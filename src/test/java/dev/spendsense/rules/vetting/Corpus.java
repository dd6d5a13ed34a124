package dev.spendsense.rules.vetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule files that are attacks, and rule files that are none. What no editor shows is spelt out in them: {@code ‹U+000D›}
 * is a character, {@code ‹500 × a›} is something five hundred times.
 */
public final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/dev/spendsense/rules/vetting");
    private static final Pattern CHARACTER = Pattern.compile("‹U\\+([0-9A-F]{4})›");
    private static final Pattern REPEATED = Pattern.compile("‹([0-9]+) × ([^›]*)›");
    private static final Pattern HEADER = Pattern.compile("^// ([A-Z][a-z ]+?)(?: to|:) (.*)$", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z]+)$", Pattern.MULTILINE);

    /** What stops an attack. */
    public enum Stage {
        TEXT,
        COMPILER,
        BYTECODE,
        EVALUATION
    }

    /**
     * One file.
     *
     * @param header what the comments at its top say, by their first words
     */
    public record Written(String name, Map<String, String> header, String text) {

        /** Where it lies in a rule folder. */
        public String path() {
            String phase = PACKAGE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("");
            return phase + "/" + name + ".drl";
        }

        public Stage refusedBy() {
            return Stage.valueOf(header.get("Refused by").toUpperCase(Locale.ROOT));
        }

        /** What would stop it if nobody had read its text; empty where that is not tried. */
        public List<Stage> otherwise() {
            String stage = header.get("Without the text check");
            return stage == null ? List.of() : List.of(Stage.valueOf(stage.toUpperCase(Locale.ROOT)));
        }
    }

    private Corpus() {}

    public static List<Written> attacks() {
        return files("attacks");
    }

    public static List<Written> honest() {
        return files("honest");
    }

    private static List<Written> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Written> written = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Map<String, String> header = HEADER.matcher(text)
                        .results()
                        .collect(Collectors.toMap(h -> h.group(1), h -> h.group(2), (first, second) -> first));
                written.add(new Written(file.getFileName().toString().replace(".drl", ""), header, spelt(text)));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spelt(String text) {
        String characters = CHARACTER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return REPEATED.matcher(characters).replaceAll(Corpus::repeated);
    }

    private static String repeated(MatchResult found) {
        return Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1))));
    }
}
