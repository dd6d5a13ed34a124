package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A client that is generated from the specification does what one wants of the service. */
class GeneratedClientTest {

    private static final RunningService SERVICE = RunningService.shared();

    @TempDir
    private Path folder;

    @Test
    void a_generated_client_works() throws Exception {
        SERVICE.copy("for-client");
        String specification = SERVICE.get(Role.VIEWER, "/v3/api-docs").body();
        Path classes = GeneratedClient.of(specification, Path.of("src", "test", "client"), folder);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Object seen = loader.loadClass("ClientSession")
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(null, SERVICE.address("").toString(), SERVICE.token(Role.ADMIN), "for-client");
            int consenting = SERVICE.get(
                            Role.VIEWER, Api.ROOT + "/datasets/for-client/users?consent=true&recommendations_min=1")
                    .json()
                    .get("total")
                    .asInt();
            assertThat(seen)
                    .isEqualTo(List.of(
                            "role admin",
                            "dataset ready 6",
                            "users " + Math.min(3, consenting) + " of " + consenting,
                            "user true true",
                            "accounts true",
                            "transactions 7",
                            "advice true",
                            "decided approved 1",
                            "errors 0",
                            "run completed 60",
                            "problem 404 /problems/unknown-dataset"));
        }
    }

    /** Names that are not theirs alone get a number, which changes with whatever else is there. */
    @Test
    void operations_keep_their_names() {
        JsonNode paths = SERVICE.get(Role.VIEWER, "/v3/api-docs").json().get("paths");
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.get("operationId").asString()).doesNotContain("_");
            }
        }
    }

    @Test
    void a_field_that_is_not_known_is_refused_with_the_one_that_was_meant() {
        Answer answer =
                SERVICE.post(Role.ANALYST, Api.ROOT + "/runs", "{\"scenario\":\"demo\",\"overides\":{\"days\":60}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("field").asString()).isEqualTo("overides");
        assertThat(answer.json().get("expected").asString()).contains("overrides");
    }

    @Test
    void users_that_are_unchanged_are_not_sent_again_until_consent_is_revoked() {
        SERVICE.copy("for-tags");
        String users = Api.ROOT + "/datasets/for-tags/users";
        String id = SERVICE.get(Role.VIEWER, users + "?consent=true&limit=1")
                .json()
                .at("/items/0/user_id")
                .asString();
        String tag = SERVICE.get(Role.VIEWER, users + "/" + id).header("ETag").orElseThrow();
        assertThat(again(users + "/" + id, tag)).isEqualTo(304);
        Answer revoked = SERVICE.send(SERVICE.request(Role.OPERATOR, users + "/" + id + "/consent")
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"given\": false, \"reason\": \"asked\"}")));
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(again(users + "/" + id, tag)).isEqualTo(200);
    }

    private static int again(String path, String tag) {
        return SERVICE.send(SERVICE.request(Role.VIEWER, path)
                        .header("If-None-Match", tag)
                        .GET())
                .status();
    }
}
