package dev.spendsense.web.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.scenario.ScenarioShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadShelfTest {

    private static final Path SHIPPED = Path.of("src", "test", "resources", "scenario");

    @TempDir
    private Path folder;

    private ReadShelf shelf;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        shelf = new ReadShelf(new ScenarioShelf(List.of(folder, Path.of("scenarios"))));
    }

    @Test
    void files_are_read_again_only_when_one_has_changed() throws IOException {
        ReadShelf.Known first = shelf.scenarios();
        assertThat(first.scenarios()).extracting(ScenarioJson::name).contains("small", "full-dataset");
        assertThat(shelf.scenarios()).isSameAs(first);

        Path small = folder.resolve("small.yaml");
        Files.writeString(small, Files.readString(small) + "\nunheard_of: 1\n");
        ReadShelf.Known broken = shelf.scenarios();
        assertThat(broken.tag()).isNotEqualTo(first.tag());
        assertThat(small(broken).faults()).hasSize(1);

        FileTime before = Files.getLastModifiedTime(small);
        Files.writeString(small, Files.readString(small).replace("unheard_of: 1", "unheard_of: 2"));
        Files.setLastModifiedTime(small, FileTime.from(before.toInstant().plus(Duration.ofSeconds(2))));
        assertThat(shelf.scenarios().tag()).isNotEqualTo(broken.tag());

        Files.delete(small);
        assertThat(shelf.scenarios().scenarios()).extracting(ScenarioJson::name).doesNotContain("small");
    }

    private static ScenarioJson small(ReadShelf.Known known) {
        return known.scenarios().stream()
                .filter(scenario -> scenario.name().equals("small"))
                .findFirst()
                .orElseThrow();
    }
}
