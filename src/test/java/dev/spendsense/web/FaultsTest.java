package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What comes that should not, and files that change under the service: always a problem in words, never worse. */
class FaultsTest {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String DATASETS = Api.ROOT + "/datasets";
    private static final String CHECK = Api.ROOT + "/scenarios/check";
    private static final String PATIENT = "patient";

    @AfterEach
    void removePatient() throws IOException {
        Files.deleteIfExists(SERVICE.file(PATIENT));
    }

    private static JsonNode listed(String name) {
        for (JsonNode item : SERVICE.get(Role.VIEWER, DATASETS).json().get("items")) {
            if (item.get("name").asString().equals(name)) {
                return item;
            }
        }
        return null;
    }

    private static void othersAreServed() {
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + RunningService.DATASET)
                        .status())
                .isEqualTo(200);
        assertThat(listed(RunningService.DATASET).get("status").asString()).isEqualTo("ready");
    }

    @Test
    void a_dataset_appears_and_vanishes() throws IOException {
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT).problem()).isEqualTo("unknown-dataset");
        SERVICE.copy(PATIENT);
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT).status()).isEqualTo(200);
        assertThat(listed(PATIENT).get("status").asString()).isEqualTo("ready");
        Files.delete(SERVICE.file(PATIENT));
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT).problem()).isEqualTo("unknown-dataset");
        assertThat(listed(PATIENT)).isNull();
        othersAreServed();
    }

    @Test
    void a_dataset_is_replaced_by_another() throws IOException {
        Path file = SERVICE.copy(PATIENT);
        String before = SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT)
                .header("ETag")
                .orElseThrow();
        Path other = Files.writeString(
                file.resolveSibling("other"),
                "no dataset at all, but long enough to have a header "
                        + "of a hundred bytes, as every file of SQLite has");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT).problem()).isEqualTo("damaged-dataset");
        SERVICE.copy(PATIENT);
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT).header("ETag"))
                .contains(before);
    }

    @Test
    void a_dataset_is_cut_short_while_it_is_served() throws IOException {
        Path file = SERVICE.copy(PATIENT);
        assertThat(SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT + "/summary")
                        .status())
                .isBetween(200, 202);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(50_000);
        }
        Answer answer = SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT + "/checks");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("damaged-dataset");
        assertThat(listed(PATIENT).get("status").asString()).isEqualTo("damaged");
        assertThat(listed(PATIENT).get("fault").asString())
                .doesNotContain(SERVICE.data().toString());
        othersAreServed();
    }

    @Test
    void a_dataset_is_overwritten_with_zeroes_in_the_middle() throws IOException {
        Path file = SERVICE.copy(PATIENT);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size() - 20_000), 16_384);
        }
        Answer answer = SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT + "/checks");
        for (int i = 0; answer.status() == 202 && i < 30; i++) {
            answer = SERVICE.get(Role.VIEWER, DATASETS + "/" + PATIENT + "/checks");
        }
        assertThat(answer.problem()).as(answer.body()).isEqualTo("damaged-dataset");
        assertThat(listed(PATIENT).get("status").asString()).isEqualTo("damaged");
        othersAreServed();
    }

    @Test
    void what_the_service_keeps_for_itself_is_no_dataset() throws IOException {
        Files.copy(SERVICE.file(RunningService.DATASET), SERVICE.data().resolve("kept.ops.db"));
        try (Stream<String> names = Stream.of("server", "kept.ops")) {
            names.forEach(name -> assertThat(
                            SERVICE.get(Role.VIEWER, DATASETS + "/" + name).problem())
                    .isEqualTo("unknown-dataset"));
        } finally {
            Files.delete(SERVICE.data().resolve("kept.ops.db"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", "../spendsense", "..%2fspendsense", "%2e%2e%2fspendsense", "..%5cspendsense", "..;/spendsense",
                        "%00",
                "spendsense%00", "spendsense.db", "%252e%252e%252fspendsense", "a%0d%0aX-Evil:%201", "~root", "CON",
                        " ",
                "spendsense%20", "spendsense/", "%c0%ae%c0%ae%c0%af"
            })
    void names_cannot_leave_their_folder(String name) throws IOException {
        for (String room : new String[] {"/datasets/", "/scenarios/"}) {
            String answer = raw("GET " + Api.ROOT + room + name + " HTTP/1.1");
            assertThat(answer).as(name).containsPattern("^HTTP/1.1 (400|404) ");
            assertThat(answer).contains("application/problem+json").doesNotContain("Exception", "X-Evil: 1\r");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /api/v1/me\u0001 HTTP/1.1",
                "GET /a{b}|c HTTP/1.1",
                "G\u0000T / HTTP/1.1"
            })
    void what_is_hardly_http_is_refused_without_a_word_of_the_server(String line) throws IOException {
        assertThat(raw(line)).contains(" 400 ").contains("/problems/").doesNotContain("Tomcat", "html", "at org.");
    }

    private static String raw(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVICE.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                            + SERVICE.token(Role.VIEWER) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void another_host_is_refused() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVICE.port())) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421 ")
                    .contains("/problems/misdirected");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"scenario\": [1]}",
                "{\"scenario\": \"demo\", \"text\": \"x\"}",
                "{}",
                "{\"overrides\": {\"a\": 1}}",
                "\u0000",
                "{\"scenario\": \"demo\"} trailing",
                "{\"unknown\": 1}"
            })
    void malformed_json_is_answered_with_what_is_wrong(String body) {
        Answer answer = SERVICE.post(Role.ANALYST, CHECK, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isIn("malformed-body", "invalid-field");
        assertThat(answer.json().get("detail").asString()).doesNotContain("dev.spendsense", "java.", "Exception");
    }

    @Test
    void json_nested_deeply_is_refused() {
        Answer answer = SERVICE.post(Role.ANALYST, CHECK, "{\"scenario\":" + "[".repeat(100_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void bombs_of_yaml_are_faults_like_others() {
        StringBuilder laughs = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char name = 'b'; name <= 'j'; name++) {
            laughs.append(name).append(": &").append(name).append(" [");
            laughs.append(("*" + (char) (name - 1) + ", ").repeat(9)).append("]\n");
        }
        for (String bomb : new String[] {
            laughs.toString(),
            "[".repeat(50_000),
            "{a: ".repeat(50_000),
            "a: !!javax.script.ScriptEngineManager []\n",
            "a: b\n---\nc: d\n",
            "\t",
            "x".repeat(1_500_000)
        }) {
            Answer answer = SERVICE.post(Role.ANALYST, CHECK, "application/yaml", bomb);
            assertThat(answer.status())
                    .as(bomb.substring(0, Math.min(20, bomb.length())))
                    .isEqualTo(200);
            assertThat(answer.json().get("valid").asBoolean()).isFalse();
            assertThat(answer.json().get("faults").size()).isPositive();
        }
    }

    @Test
    void faults_of_a_scenario_have_their_lines() {
        JsonNode checked = SERVICE.post(
                        Role.ANALYST, CHECK, "application/yaml", "extends: demo.yaml\nsed: 1\nusers: -3\n")
                .json();
        assertThat(checked.get("valid").asBoolean()).isFalse();
        assertThat(checked.get("faults").size()).isEqualTo(2);
        assertThat(checked.get("faults").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(checked.get("faults").get(1).get("line").asInt()).isEqualTo(3);
        assertThat(checked.get("faults").get(1).get("field").asString()).isEqualTo("users");
        JsonNode good = SERVICE.post(Role.ANALYST, CHECK, "application/yaml", "extends: demo.yaml\nusers: 12\n")
                .json();
        assertThat(good.get("valid").asBoolean()).as(good.toString()).isTrue();
        assertThat(good.get("scenario").get("users").asInt()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "application/xml",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json;charset=nonsense"
            })
    void other_formats_are_refused(String type) {
        Answer answer = SERVICE.post(Role.ANALYST, CHECK, type, "x");
        assertThat(answer.status()).as(answer.body()).isIn(400, 415);
        assertThat(answer.problem()).isIn("unsupported-media-type", "malformed-body", "refused-request");
    }

    @Test
    void large_bodies_are_refused_announced_or_not() {
        byte[] large = new byte[3_000_000];
        Answer announced = SERVICE.send(SERVICE.request(Role.ANALYST, CHECK)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofByteArray(large)));
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.json().get("largest_bytes").asInt()).isEqualTo(2 * 1024 * 1024);
        Answer streamed = SERVICE.send(SERVICE.request(Role.ANALYST, CHECK)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
        assertThat(streamed.problem()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=501",
                "limit=99999999999999999999",
                "limit=x",
                "cursor=x",
                "cursor=b2Zmc2V0Oi0x",
                "cursor=%00"
            })
    void pages_have_limits(String query) {
        Answer answer = SERVICE.get(Role.VIEWER, DATASETS + "?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-field");
        assertThat(answer.json().get("field").asString()).isEqualTo(query.split("=")[0]);
        assertThat(answer.json().has("expected")).isTrue();
    }

    @Test
    void a_list_can_be_gone_through_page_by_page() {
        int total = SERVICE.get(Role.VIEWER, Api.ROOT + "/scenarios")
                .json()
                .get("total")
                .asInt();
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = SERVICE.get(Role.VIEWER, Api.ROOT + "/scenarios?limit=3&cursor=" + cursor)
                    .json();
            seen += page.get("items").size();
            cursor = page.has("next") ? page.get("next").asString() : null;
        } while (cursor != null);
        assertThat(seen).isEqualTo(total).isGreaterThan(3);
    }

    @Test
    void what_is_unchanged_is_not_sent_again() {
        String path = DATASETS + "/" + RunningService.DATASET;
        String tag = SERVICE.get(Role.VIEWER, path).header("ETag").orElseThrow();
        Answer again = SERVICE.send(
                SERVICE.request(Role.VIEWER, path).header("If-None-Match", tag).GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void wrong_methods_and_paths_are_problems_too() {
        Answer method =
                SERVICE.send(SERVICE.request(Role.ADMIN, Api.ROOT + "/me").DELETE());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(method.problem()).isEqualTo("method-not-allowed");
        assertThat(SERVICE.get(Role.VIEWER, "/nothing").problem()).isEqualTo("not-found");
        assertThat(SERVICE.send(SERVICE.request(Role.VIEWER, Api.ROOT + "/me")
                                .header("Accept", "image/png")
                                .GET())
                        .status())
                .isEqualTo(406);
    }
}
