package dev.spendsense.web.users;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.roster.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the service that tells of users, alone, over real HTTP and open to anybody. */
final class UserServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private UserServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Serves one dataset under the name {@code d}. */
    static UserServer start(Path dataset, Standing standing) {
        UserRoom room = new UserRoom(dataset, oneByOne(Dataset.openUnmapped(dataset)), standing);
        return new UserServer(new SpringApplicationBuilder(Application.class)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("room", room))
                .run("--server.port=0"));
    }

    private static Reading oneByOne(Dataset dataset) {
        return new Reading() {
            @Override
            public synchronized <T> T read(Function<Dataset, T> question) {
                return question.apply(dataset);
            }
        };
    }

    /** What is answered. */
    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** Asks for a path under {@code /api/v1/datasets}. */
    Answer get(String path) {
        URI address = URI.create(address() + path);
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What all paths follow. */
    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/api/v1/datasets";
    }

    /** Everything that can be asked for, with names of variables in braces, under {@code /api/v1/datasets}. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> paths.addAll(mapping.getPatternValues()));
        paths.removeIf(path -> !path.startsWith("/api/v1/datasets/"));
        return new TreeSet<>(paths.stream()
                .map(path -> path.substring("/api/v1/datasets".length()))
                .toList());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Without a stereotype, so that the service does not find it. */
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import({
        UsersController.class,
        LedgerController.class,
        FindingsController.class,
        OutlineController.class,
        UserProblems.class
    })
    static class Application {

        @Bean
        UserRooms rooms(UserRoom room) {
            return name -> {
                if (name.equals("d")) {
                    return room;
                }
                throw new NoSuchElementException("no dataset is called " + name);
            };
        }

        @Bean
        SecurityFilterChain everybodyMay(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
