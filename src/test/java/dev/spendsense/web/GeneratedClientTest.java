package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.security.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedClientTest {
    @Test
    void works() throws Exception {
        Path folder = Path.of("target/generated-client");
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        GeneratedClient.of(RunningService.shared().get(Role.VIEWER, "/v3/api-docs").body(), folder);
    }
}
