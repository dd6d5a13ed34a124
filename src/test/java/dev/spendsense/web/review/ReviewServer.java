package dev.spendsense.web.review;

import dev.spendsense.web.ServiceSettings;
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
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's rooms for datasets, users, review and security over a data folder, and clients of every role. */
final class ReviewServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final HttpClient client = HttpClient.newHttpClient();

    ReviewServer(Path data) {
        UserFile users = UserFile.in(data);
        for (Role role : Role.values()) {
            tokens.put(role, users.add(role + "-1", role, Instant.EPOCH));
        }
        SpringApplication server = new SpringApplication(Rooms.class);
        server.setDefaultProperties(Map.of("spendsense.data", data.toString(), "spendsense.port", "0"));
        context = server.run("--spendsense.port=0", "--spendsense.rules=rules");
    }

    @EnableAutoConfiguration
    @EnableScheduling
    @EnableConfigurationProperties(ServiceSettings.class)
    @ComponentScan({
        "dev.spendsense.web.review",
        "dev.spendsense.web.datasets",
        "dev.spendsense.web.users",
        "dev.spendsense.web.security",
        "dev.spendsense.web.problems"
    })
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** What is answered. */
    record Answer(int status, String etag, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer get(Role role, String path) {
        return send(role, "GET", path, null);
    }

    /** Asks for a path under {@code /api/v1/datasets}; headers as name, value. */
    Answer send(Role role, String method, String path, String body, String... headers) {
        String address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1/datasets" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (role != null) {
            request.header("Authorization", "Bearer " + tokens.get(role));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
