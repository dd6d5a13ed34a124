package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentSeedsTest {

    @TempDir
    private Path folder;

    @Test
    void the_repository_lists_its_own() {
        assertThat(DevelopmentSeeds.read(Path.of("scenarios")).seeds())
                .containsExactlyElementsOf(() -> LongStream.rangeClosed(1, 20).iterator());
    }

    @Test
    void those_that_are_measured_can_be_left_out() {
        assertThat(new DevelopmentSeeds(List.of(7L, 3L, 5L)).without(List.of(3L, 99L)))
                .containsExactly(7L, 5L);
    }

    @Test
    void what_is_wrong_is_named_with_file_and_line() throws IOException {
        complains("seeds: [1, two]\n", "seeds/development.yaml:1", "two", "a whole number");
        complains("seeds: [1, 2, 1]\n", "each item once");
        complains("seeds: []\n", "a list of at least one");
        complains("seed: [1]\n", "unknown key", "seeds");
        complains("- 1\n", "a block of fields");
        complains("", "a YAML document");
        Files.delete(folder.resolve(DevelopmentSeeds.PLACE));
        assertThatThrownBy(() -> DevelopmentSeeds.read(folder))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("no such file");
    }

    private void complains(String text, String... fragments) throws IOException {
        Path file = folder.resolve(DevelopmentSeeds.PLACE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThatThrownBy(() -> DevelopmentSeeds.read(folder))
                .isInstanceOf(InvalidScenario.class)
                .message()
                .contains(fragments);
    }
}
