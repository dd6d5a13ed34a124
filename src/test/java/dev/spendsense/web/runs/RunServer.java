package dev.spendsense.web.runs;

import dev.spendsense.queue.RunQueue;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.Service;
import dev.spendsense.web.security.Role;
import dev.spendsense.web.security.UserFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over a data folder of its own, with little room, and a client of it. */
final class RunServer implements AutoCloseable {

    /** Fewer than those who follow runs. */
    private static final String THREADS = "12";

    private static final JsonMapper JSON = new JsonMapper();

    private final String token;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunServer(Path data) {
        this.token = UserFile.in(data).add("ann", Role.ADMIN, Instant.EPOCH);
        context = new SpringApplication(Service.class, Narrow.class)
                .run(
                        "--spendsense.data=" + data,
                        "--spendsense.port=0",
                        "--spendsense.runs.queued=2",
                        "--spendsense.runs.users=500000",
                        "--spendsense.runs.days=400",
                        "--server.tomcat.threads.max=" + THREADS,
                        "--server.tomcat.connection-timeout=5m");
    }

    /** Little room on the way, so that those who do not read are noticed. */
    static class Narrow {

        @Bean
        @Primary
        ScenarioShelf smallScenarios() {
            return new ScenarioShelf(List.of(Path.of("scenarios"), Path.of("src", "test", "resources", "scenario")));
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> narrow() {
            return factory ->
                    factory.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", "1024"));
        }
    }

    String token() {
        return token;
    }

    RunQueue queue() {
        return context.getBean(RunQueue.class);
    }

    RunStreams streams() {
        return context.getBean(RunStreams.class);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> order(String json, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", "/runs", json, all);
    }

    /** The events of a run until its end. */
    List<String> events(String id, String... headers) throws IOException, InterruptedException {
        try (Stream<String> lines = lines(id, headers)) {
            return lines.toList();
        }
    }

    /** The same as they come. */
    Stream<String> lines(String id, String... headers) throws IOException, InterruptedException {
        return client.send(request("GET", "/runs/" + id + "/events", null, headers), BodyHandlers.ofLines())
                .body();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        context.close();
    }
}
