package dev.spendsense.web.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.spendsense.web.Api;
import dev.spendsense.web.RunningService;
import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import dev.spendsense.workbench.SmallRules;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A service whose data and rules are on a small disk, which gets full and empty again. */
class FullDiskOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATASET = Api.ROOT + "/datasets/" + RunningService.DATASET;
    private static final String RULES = Api.ROOT + "/rules";

    @TempDir
    private Path folder;

    private RunningService service;

    @Test
    void what_cannot_be_kept_is_said_and_is_kept_when_there_is_room_again() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
                .as("may mount a small disk")
                .isZero();
        try {
            Path rules = disk.resolve("rules");
            SmallRules.copy(Path.of("rules"), rules);
            service = RunningService.in(
                    Files.createDirectory(disk.resolve("data")),
                    "--spendsense.accept-drafts=true",
                    "--spendsense.rules=" + rules);
            try {
                tellAndKeep(disk, rules);
            } finally {
                service.end();
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private void tellAndKeep(Path disk, Path rules) throws IOException {
        String advice = DATASET + "/recommendations/"
                + get(DATASET + "/recommendations?limit=1")
                        .json()
                        .at("/items/0/recommendation_id")
                        .asString();
        String person = DATASET + "/users/"
                + get(DATASET + "/users?consent=true&limit=1")
                        .json()
                        .at("/items/0/user_id")
                        .asString();
        String seen = get(advice).header("ETag").orElseThrow();
        String found = get(RULES).header("ETag").orElseThrow();
        String text = Files.readString(rules.resolve("parameters.yaml"));
        String changed = text.replaceFirst("(weight\\.growth:\n  \\{value: )[-0-9.]+,", "$12.51,");
        assertThat(changed).isNotEqualTo(text);
        Supplier<Answer> adoption = () -> send(
                Role.ANALYST,
                "POST",
                RULES + "/adopt",
                Map.of("draft", Map.of("files", Map.of("parameters.yaml", changed)), "note", "a little more"),
                found);
        Supplier<Answer> decision =
                () -> send(Role.OPERATOR, "POST", advice + "/decisions", Map.of("decision", "approve"), seen);
        Supplier<Answer> revocation =
                () -> send(Role.OPERATOR, "PUT", person + "/consent", Map.of("given", false, "reason", "asked"), null);
        List<Supplier<Answer>> all = List.of(adoption, decision, revocation);

        Path filler = fill(disk.resolve("filler"));
        for (Supplier<Answer> each : all) {
            Answer answer = each.get();
            assertThat(answer.status()).as(answer.body()).isEqualTo(507);
            assertThat(answer.problem()).isEqualTo("not-kept");
            assertThat(answer.body()).doesNotContain(disk.toString(), "Exception");
        }
        assertThat(get(advice).header("ETag")).contains(seen);
        assertThat(get(person + "/review").json().get("consents").asBoolean()).isTrue();
        assertThat(get(RULES).header("ETag")).contains(found);
        assertThat(get(RULES + "/revisions").json().get("total").asInt()).isZero();
        assertThat(rules.resolve("parameters.yaml")).hasContent(text);

        Files.delete(filler);
        for (Supplier<Answer> each : all) {
            Answer answer = each.get();
            assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        }
        assertThat(get(person + "/review").json().get("consents").asBoolean()).isFalse();
        assertThat(rules.resolve("parameters.yaml")).hasContent(changed);
        assertThat(get(RULES + "/revisions").json().get("total").asInt()).isEqualTo(2);
        Answer log = service.get(Role.ADMIN, DATASET + "/audit/verify");
        assertThat(log.json().get("holds").asBoolean()).as(log.body()).isTrue();
    }

    private Answer get(String path) {
        return service.get(Role.OPERATOR, path);
    }

    private Answer send(Role role, String method, String path, Object body, String ifMatch) {
        var request = service.request(role, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return service.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    /** Writes until nothing more can be written. */
    private static Path fill(Path file) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(file.toFile().getFreeSpace()).isLessThan(page.length);
        }
        return file;
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
