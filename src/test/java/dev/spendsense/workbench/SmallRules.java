package dev.spendsense.workbench;

import dev.spendsense.rules.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A rule folder that a test may edit: a handful of rules with a case, quick to compile.
 *
 * @param folder where it is
 */
public record SmallRules(Path folder) {

    public static final String RANKING = "personas/ranking.drl";
    public static final String CASE = "tests/calm.yaml";

    private static final Path ORIGINAL = Path.of("src/test/resources/dev/spendsense/workbench/check/base");

    /** A copy in a folder that is made for it. */
    public static SmallRules in(Path folder) {
        copy(ORIGINAL, folder);
        SmallRules rules = new SmallRules(folder);
        rules.write(CASE, """
                as_of: 2026-07-15
                cases:
                  - name: A quiet life is calm
                    given:
                      accounts: {checking: 3000}
                      transactions:
                        - {every: 14d, until: 3d ago, amount: -1800, merchant: Acme Payroll, category: INCOME_WAGES}
                    expect: {personas: {calm: {rank: 1, confidence: [0.9, 1]}}}
                """);
        return rules;
    }

    /** Copies all files of a folder. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RuleSource source() {
        return RuleSource.read(folder);
    }

    public SmallRules write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one text in place of another that has to be there. */
    public SmallRules edit(String file, String text, String other) {
        String before = read(file);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not say " + text);
        }
        return write(file, before.replace(text, other));
    }

    /** Has the persona that is assigned for want of another assigned with another confidence. */
    public SmallRules calm(double confidence) {
        return write(RANKING, read(RANKING).replaceAll("\"calm\", 1, [0-9.]+", "\"calm\", 1, " + confidence));
    }
}
