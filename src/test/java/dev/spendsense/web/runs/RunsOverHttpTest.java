package dev.spendsense.web.runs;

import static dev.spendsense.web.runs.RunServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.queue.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunsOverHttpTest {

    private static final String SMALL = "{\"scenario\": \"small\"}";
    private static final String ENDLESS =
            "{\"scenario\": \"small\", \"overrides\": {\"population.steady.users\": 400000}}";

    @TempDir
    private Path data;

    private RunServer server;

    @BeforeEach
    void start() {
        server = new RunServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_run_is_ordered_and_followed_to_its_end() throws Exception {
        HttpResponse<String> ordered = server.order(
                "{\"scenario\": \"small\", \"overrides\": {\"population.steady.users\": 900, \"days\": 60},"
                        + " \"dataset\": \"bank\"}");
        assertThat(ordered.statusCode()).isEqualTo(202);
        String id = json(ordered).get("id").stringValue();
        assertThat(ordered.headers().firstValue("Location")).contains("/api/v1/runs/" + id);

        List<String> events = server.events(id);

        assertThat(events).contains("event: running").endsWith("");
        assertThat(events.stream().filter(line -> line.startsWith("event:")).reduce((a, b) -> b))
                .contains("event: completed");
        JsonNode run = json(server.send("GET", "/runs/" + id, null));
        assertThat(run.get("status").stringValue()).isEqualTo("completed");
        assertThat(run.get("users").intValue()).isEqualTo(901);
        assertThat(run.get("days").intValue()).isEqualTo(60);
        assertThat(run.get("progress").get("transactions_per_second").doubleValue())
                .isPositive();
        assertThat(run.get("bytes").longValue()).isEqualTo(Files.size(data.resolve("bank.db")));
        String last = events.stream()
                .filter(line -> line.startsWith("id: "))
                .reduce((a, b) -> b)
                .orElseThrow()
                .substring(4);
        assertThat(server.send("GET", "/runs/" + id + "/events", null, "Last-Event-ID", last)
                        .statusCode())
                .isEqualTo(204);
        Files.writeString(data.resolve("bank.ops.db"), "decisions about it");
        assertThat(server.send("DELETE", "/runs/" + id + "?dataset=true", null).statusCode())
                .isEqualTo(204);
        assertThat(data.resolve("bank.db")).doesNotExist();
        assertThat(data.resolve("bank.ops.db")).doesNotExist();
    }

    @Test
    void a_scenario_that_is_sent_is_run() throws Exception {
        HttpResponse<String> ordered = server.send(
                "POST",
                "/runs?name=mine&set=period.days=40&set=population.balanced.shopping.per_day=%5B2,%203%5D",
                "extends: demo.yaml\ndescription: as sent, ünïcode\n",
                "Content-Type",
                "application/yaml");
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        String id = json(ordered).get("id").stringValue();
        assertThat(server.events(id)).contains("event: completed");
        assertThat(data.resolve("mine.db")).exists();
    }

    @Test
    void all_faults_of_a_scenario_come_with_their_lines() {
        HttpResponse<String> refused = server.send(
                "POST",
                "/runs?name=mine",
                "extends: demo.yaml\nseeed: 4\nconsent_rate: 7\n",
                "Content-Type",
                "application/yaml");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(StreamSupport.stream(json(refused).get("faults").spliterator(), false)
                        .map(fault -> fault.get("file").stringValue() + ":" + fault.get("line")))
                .containsExactly("mine.yaml:2", "mine.yaml:3");
    }

    @Test
    void bombs_and_heaps_are_refused() {
        String deep = "a: " + "[".repeat(50_000);
        String laughs = "a: &a [x,x]\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "b" + i + ": &b" + i + " [*a,*a]\n")
                        .collect(Collectors.joining());
        for (String bomb : List.of(deep, laughs, "description: |\n  " + "x".repeat(2 << 20), "\u0000", "")) {
            HttpResponse<String> refused = server.send("POST", "/runs", bomb, "Content-Type", "application/yaml");
            assertThat(refused.statusCode()).as(refused.body()).isIn(400, 413, 422);
            assertThat(refused.body()).hasSizeLessThan(100_000).doesNotContain("Exception");
        }
        for (String body :
                List.of("", "{", "[]", "null", "7", "{\"scenario\": 7, \"overrides\": 7}", "[".repeat(5_000))) {
            HttpResponse<String> refused = server.order(body);
            assertThat(refused.statusCode()).as(body).isIn(400, 422);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(server.send("POST", "/runs", "<a/>", "Content-Type", "text/xml")
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.queue().counts().values()).containsOnly(0L);
    }

    @Test
    void a_request_that_is_repeated_with_its_key_is_taken_on_once() {
        HttpResponse<String> first = server.order(SMALL, "Idempotency-Key", "k1");
        HttpResponse<String> again = server.order(SMALL, "Idempotency-Key", "k1");
        HttpResponse<String> other = server.order("{\"scenario\": \"demo\"}", "Idempotency-Key", "k1");
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(server.queue().counts().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void who_comes_to_a_full_queue_is_told_when_to_come_again() {
        List<HttpResponse<String>> answers =
                IntStream.range(0, 4).mapToObj(i -> server.order(ENDLESS)).toList();
        HttpResponse<String> refused = answers.get(3);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();

        JsonNode queued = json(server.send("GET", "/runs?status=queued&limit=1", null));
        assertThat(queued.get("total").intValue()).isEqualTo(2);
        assertThat(queued.get("items")).hasSize(1);
        assertThat(server.send("DELETE", "/runs/r1", null).statusCode()).isEqualTo(409);
        assertThat(server.send("POST", "/runs/r3/cancel", null).statusCode()).isEqualTo(202);
        assertThat(server.order(SMALL).statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_not_there_or_means_nothing_is_a_problem() {
        assertThat(server.send("GET", "/runs/r9", null).statusCode()).isEqualTo(404);
        assertThat(server.send("GET", "/runs/..%2f/events", null).statusCode()).isIn(400, 404);
        assertThat(server.send("GET", "/runs/r9/events", null).statusCode()).isEqualTo(404);
        assertThat(server.send("GET", "/runs?limit=1000000", null).statusCode()).isEqualTo(400);
        assertThat(server.send("GET", "/runs?status=lost", null).statusCode()).isEqualTo(400);
        assertThat(server.order("{\"scenario\": \"../demo\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void hundreds_who_listen_and_do_not_read_hold_up_nothing() throws Exception {
        // events of many bytes, or their way to the client would hold them all
        String lengthy = ENDLESS.replace("400000", "\"400000" + " ".repeat(20_000) + "\"");
        String id = json(server.order(lengthy)).get("id").stringValue();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<Socket> slow = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(listen(id));
            }
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            while (server.streams().size() < 300) {
                Thread.onSpinWait(); // the headers come a moment before the stream is counted
            }
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 20);

            try (Stream<String> lines = server.lines(id)) {
                assertThat(lines.filter(line -> line.startsWith("data:")).limit(20))
                        .hasSize(20);
            }

            server.queue().cancel(id);
            List<String> events = server.events(id);
            assertThat(events).contains("event: cancelled");
            assertThat(server.queue().get(id).status()).isEqualTo(RunStatus.CANCELLED);
            for (Socket socket : slow) {
                String heard = new String(rest(socket), StandardCharsets.UTF_8);
                assertThat(heard).contains("event: cancelled");
                counts.add(heard.split("event: ").length);
            }
            assertThat(counts).allMatch(heard -> heard < 15);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(server.queue().followers()).isZero();
        assertThat(server.streams().size()).isZero();
    }

    @Test
    void who_listens_hears_that_the_server_lives_and_that_it_ends() throws Exception {
        String first = json(server.order(ENDLESS)).get("id").stringValue();
        String id = json(server.order(ENDLESS)).get("id").stringValue(); // waits, and has no news
        try (Socket socket = listen(id)) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(until(lines, "event: ")).isEqualTo("event: queued");
            while (server.streams().size() < 1) {
                Thread.onSpinWait(); // the stream is counted a moment after it begins
            }
            server.streams().beat();
            assertThat(until(lines, ": ")).isEqualTo(": still here");
            server.queue().cancel(first);
            server.close();
            while (lines.readLine() != null) {} // to the end, for which there is little patience
        }
    }

    private static String until(BufferedReader lines, String beginning) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        return line;
    }

    @Test
    void hundreds_who_vanish_leave_nothing_behind() throws Exception {
        String id = json(server.order(ENDLESS)).get("id").stringValue();
        for (int round = 0; round < 3; round++) {
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                clients.add(listen(id));
            }
            for (Socket socket : clients) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.setSoLinger(true, 0); // vanishes without a word
                socket.close();
            }
        }
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (server.streams().size() > 0 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(server.streams().size()).isZero();
        assertThat(server.queue().followers()).isZero();
        server.queue().cancel(id);
        assertThat(server.events(id)).contains("event: cancelled");
    }

    private Socket listen(String id) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.getOutputStream()
                .write(("GET /api/v1/runs/" + id + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + server.token() + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] rest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return in.readAllBytes();
    }
}
