package dev.spendsense.web;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.web.security.Role;
import dev.spendsense.web.security.UserFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as it runs, on a port of its own over a dataset of six people, with somebody of each role. It is started
 * once for all tests; those that change something do it to datasets of their own ({@link #copy}).
 */
public final class RunningService {

    /** The dataset that nobody changes. */
    public static final String DATASET = "spendsense";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final ConfigurableApplicationContext context;
    private final Map<Role, String> tokens;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What was answered; the body is missing when there is none or it is no JSON. */
    public record Answer(int status, HttpResponse<String> response, JsonNode json) {

        public String body() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The last part of the problem's type; empty when it is none. */
        public String problem() {
            String type =
                    json == null || !json.has("type") ? "" : json.get("type").asString();
            return type.startsWith("/problems/") ? type.substring("/problems/".length()) : "";
        }
    }

    private static final class Holder {
        private static final RunningService SERVICE = new RunningService("--spendsense.accept-drafts=true");
    }

    /** One of a test's own, to be ended by it. */
    public static RunningService with(String... settings) {
        return new RunningService(settings);
    }

    /** One of a test's own over a data folder that is there, to be ended by it. */
    public static RunningService in(Path data, String... settings) {
        return new RunningService(data, settings);
    }

    private RunningService(String... settings) {
        this(newFolder(), settings);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningService(Path data, String... settings) {
        this.data = data;
        make(DATASET, "demo");
        tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            tokens.put(role, UserFile.in(data).add(role.toString(), role, Instant.EPOCH));
        }
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("--spendsense.data=" + data, "--spendsense.port=0"));
        context = new SpringApplication(Service.class).run(all.toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    public void end() {
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    /** The one that all tests share. */
    public static RunningService shared() {
        return Holder.SERVICE;
    }

    /** A bean of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several beans of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public Path data() {
        return data;
    }

    public String token(Role role) {
        return tokens.get(role);
    }

    public Path file(String dataset) {
        return data.resolve(dataset + ".db");
    }

    /** Makes another dataset of the same people. */
    public Path copy(String dataset) {
        return copy(DATASET, dataset);
    }

    /** Makes another dataset of the same people as one that is there. */
    public Path copy(String from, String dataset) {
        try {
            return Files.copy(file(from), file(dataset), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a dataset by the rules of the repository; settings are fields of the scenario, {@code users=60}. */
    public Path make(String dataset, String scenario, String... settings) {
        ScenarioSource source = ScenarioShelf.near(Path.of("")).source(scenario, List.of(settings));
        Generation.of(ScenarioReader.read(source), source, Optional.of(RuleBase.load(Path.of("rules"))), "test")
                .into(file(dataset), false, 2, Progress.NONE);
        return file(dataset);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A request in somebody's name, to be finished; in nobody's when the role is null. */
    public HttpRequest.Builder request(Role role, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (role != null) {
            request.header("Authorization", "Bearer " + tokens.get(role));
        }
        return request;
    }

    public Answer get(Role role, String path) {
        return send(request(role, path).GET());
    }

    /** Sends JSON. */
    public Answer post(Role role, String path, String body) {
        return post(role, path, "application/json", body);
    }

    public Answer post(Role role, String path, String type, String body) {
        return send(request(role, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").matches(".*[/+]json(;.*)?");
            return new Answer(response.statusCode(), response, json ? JSON.readTree(response.body()) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
