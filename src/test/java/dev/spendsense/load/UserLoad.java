package dev.spendsense.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a steady load on a running service and prints how long answers took. Arguments: the dataset's address, such as
 * {@code http://127.0.0.1:8000/api/v1/datasets/big}; a bearer token, or {@code -}; requests a second (default 100);
 * seconds (default 60). Ends with 1 when the 99th percentile is above 50 ms, or when anything but 200 was answered.
 *
 * <p>Requests are sent on time whether or not earlier ones were answered, and a wait is counted from the moment at which
 * the request was due: a service that stalls cannot hide that by being asked less.
 */
public final class UserLoad {

    private static final double ALLOWED_MILLIS = 50;
    private static final List<String> SORTS =
            List.of("-confidence,name", "name", "-recommendations", "user_id", "persona");
    private static final List<String> NAMES = List.of("ann", "lee", "u7", "mar", "o'b");

    private final String dataset;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Random random = new Random(1);
    private final List<String[]> values = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    private String summary = "/summary";

    private UserLoad(String dataset, String token) {
        this.dataset = dataset;
        this.token = token;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        UserLoad load = new UserLoad(args[0], args.length > 1 ? args[1] : "-");
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 60;
        load.learn();
        load.put(rate, 10);
        System.exit(load.report(load.put(rate, seconds), rate, seconds) ? 0 : 1);
    }

    /** A question of some kind. */
    private record Question(String kind, String path) {}

    /** What became of a question. */
    private record Outcome(String kind, int status, double millis) {}

    /** Which values there are to filter by, and some users to look at. */
    private void learn() throws IOException, InterruptedException {
        if (client.send(request(summary), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 404) {
            summary = "/users?limit=1";
            System.out.println("no summary is served here; counting all users instead");
        }
        String path = "/users?limit=200&sort=-confidence";
        for (int page = 0; page < 10 && path != null; page++) {
            HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
            JsonNode list = JsonMapper.shared().readTree(answer.body());
            list.get("items").forEach(item -> users.add(item.get("user_id").asString()));
            if (page == 0) {
                list.get("facets")
                        .forEach(facet -> facet.get("values")
                                .forEach(value -> values.add(new String[] {
                                    facet.get("field").asString(),
                                    value.get("name").asString()
                                })));
            }
            path = list.get("next").isNull()
                    ? null
                    : "/users?limit=200&sort=-confidence&cursor="
                            + list.get("next").asString();
        }
    }

    private Queue<Outcome> put(int rate, int seconds) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Question question = question();
            underWay.add(client.sendAsync(request(question.path()), HttpResponse.BodyHandlers.ofByteArray())
                    .handle((answer, failure) -> outcomes.add(new Outcome(
                            question.kind(),
                            failure == null ? answer.statusCode() : 0,
                            (System.nanoTime() - due) / 1e6))));
        }
        underWay.forEach(CompletableFuture::join);
        return outcomes;
    }

    /** Half are lists, a third is about one user, the rest is the summary of all. */
    private Question question() {
        String user = "/users/" + any(users);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> new Question("list", "/users?" + filters());
            case 6, 7 -> new Question("user", user);
            case 8 -> new Question("transactions", user + "/transactions?limit=50");
            case 9 ->
                new Question(
                        "of a user", user + any(List.of("/accounts", "/balances", "/signals", "/recommendations")));
            default -> new Question("summary", summary);
        };
    }

    private String filters() {
        List<String> parameters = new ArrayList<>();
        Map<String, String> chosen = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String[] value = any(values);
            chosen.put(value[0], value[1]);
        }
        chosen.forEach((field, value) -> parameters.add(field + "=" + encoded(value)));
        if (random.nextInt(3) == 0) {
            parameters.add("confidence_min=" + random.nextInt(100) / 100.0);
        }
        if (random.nextInt(6) == 0) {
            parameters.add("q=" + encoded(any(NAMES)));
        }
        if (random.nextBoolean()) {
            parameters.add("sort=" + any(SORTS));
        }
        parameters.add("limit=" + (10 + random.nextInt(90)));
        return String.join("&", parameters);
    }

    private HttpRequest request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(dataset + path)).timeout(Duration.ofSeconds(30));
        return token.equals("-")
                ? request.build()
                : request.header("Authorization", "Bearer " + token).build();
    }

    /** Prints the figures and tells whether they are good enough. */
    private boolean report(Queue<Outcome> outcomes, int rate, int seconds) {
        System.out.printf("%d requests a second for %d s%n", rate, seconds);
        System.out.printf("%-14s %8s %8s %8s %8s %8s%n", "", "requests", "p50 ms", "p95 ms", "p99 ms", "max ms");
        Map<String, List<Outcome>> kinds =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::kind, TreeMap::new, Collectors.toList()));
        kinds.forEach(UserLoad::print);
        double p99 = print("all", List.copyOf(outcomes));
        Map<Integer, Long> failures = outcomes.stream()
                .filter(outcome -> outcome.status() != 200)
                .collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
        System.out.println(failures.isEmpty() ? "all answered with 200" : "not answered with 200: " + failures);
        return failures.isEmpty() && p99 <= ALLOWED_MILLIS;
    }

    private static double print(String kind, List<Outcome> outcomes) {
        double[] millis =
                outcomes.stream().mapToDouble(Outcome::millis).sorted().toArray();
        System.out.printf(
                "%-14s %8d %8.1f %8.1f %8.1f %8.1f%n",
                kind,
                millis.length,
                percentile(millis, 0.5),
                percentile(millis, 0.95),
                percentile(millis, 0.99),
                percentile(millis, 1));
        return percentile(millis, 0.99);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
