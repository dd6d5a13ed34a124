package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

    @TempDir
    private Path folder;

    @Test
    void the_nearest_folder_of_rules_is_taken() throws IOException {
        Path near = Files.createDirectory(folder.resolve("rules"));
        Path shipped = folder.resolve("shipped");
        assertThat(RuleSource.among(near, shipped)).isEqualTo(shipped);
        Files.writeString(near.resolve("something.txt"), "of another program");
        assertThat(RuleSource.among(near, shipped)).isEqualTo(shipped);
        Files.writeString(near.resolve("content.yaml"), "");
        assertThat(RuleSource.among(near, shipped)).isEqualTo(near);
    }
}
