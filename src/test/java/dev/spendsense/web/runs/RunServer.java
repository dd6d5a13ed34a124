package dev.spendsense.web.runs;

import dev.spendsense.queue.Limits;
import dev.spendsense.queue.RunQueue;
import dev.spendsense.scenario.ScenarioShelf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of runs alone, over a data folder, and a client of it. */
final class RunServer implements AutoCloseable {

    /** Fewer than those who follow runs. */
    private static final String THREADS = "12";

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunServer(Path data) {
        SpringApplication server = new SpringApplication(Room.class);
        server.setDefaultProperties(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "server.tomcat.threads.max", THREADS,
                "server.tomcat.connection-timeout", "5m",
                "spring.main.banner-mode", "off",
                "spring.mvc.problemdetails.enabled", "true",
                "data", data.toString()));
        context = server.run();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({RunController.class, RunStreams.class, RunProblems.class})
    static class Room {

        /** Little room on the way, so that those who do not read are noticed. */
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> narrow() {
            return factory ->
                    factory.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", "1024"));
        }

        @Bean
        RunQueue queue(Environment settings) {
            return RunQueue.open(
                    Path.of(settings.getRequiredProperty("data")),
                    new ScenarioShelf(List.of(Path.of("scenarios"), Path.of("src", "test", "resources", "scenario"))),
                    Optional::empty,
                    new Limits(2, 500_000, 400, Duration.ofDays(1), 1),
                    Clock.systemUTC(),
                    "test");
        }
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
