package dev.spendsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source files owe their readers. */
class SourceTest {

    private static final int LONGEST = 400;

    private static final Pattern LANGUAGE_OF_THE_MACHINE =
            Pattern.compile("\\.formatted\\(|String\\.format\\(\\s*\"|\\.to(Lower|Upper)Case\\(\\)");

    @Test
    void no_source_file_is_too_long_to_read() {
        List<String> tooLong = Stream.of("src/main/java", "src/test/java")
                .flatMap(folder -> javaFiles(Path.of(folder)))
                .filter(file -> lines(file) > LONGEST)
                .map(file -> file + " has " + lines(file) + " lines")
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        Set<Path> folders =
                javaFiles(Path.of("src/main/java")).map(Path::getParent).collect(Collectors.toSet());
        assertThat(folders)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("/**"));
    }

    /** Else texts would have the digits, separators and capitals of the machine that the program happens to run on. */
    @Test
    void no_text_depends_on_the_language_of_the_machine() {
        assertThat(javaFiles(Path.of("src/main/java")))
                .allSatisfy(file -> assertThat(file).content().doesNotContainPattern(LANGUAGE_OF_THE_MACHINE));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
