package dev.spendsense.web.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.Postings;
import dev.spendsense.roster.Standing;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.web.users.UserServer.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three people who are served over HTTP, held against what their dataset says. */
class UsersOverHttpTest {

    private static final List<String> POPULATION = List.of(
            "population.*.users=0",
            "population.overspender.users=1",
            "population.savings_builder.users=1",
            "population.balanced.users=1",
            "population.balanced.events={job_loss: 1}",
            "events.job_loss.day=[120, 150]",
            "evaluate.every=60d");

    private static final Withdrawals WITHDRAWALS = new Withdrawals();

    @TempDir
    private static Path folder;

    private static Dataset dataset;
    private static UserServer server;

    @BeforeAll
    static void serve() {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios", "life-events.yaml"), POPULATION);
        Path file = folder.resolve("d.db");
        Generation.of(ScenarioReader.read(source), source, Optional.of(RuleBase.load(Path.of("rules"))), "test")
                .into(file, false, 2, Progress.NONE);
        dataset = Dataset.open(file);
        server = UserServer.start(file, WITHDRAWALS);
    }

    @AfterAll
    static void close() {
        server.close();
        dataset.close();
    }

    @AfterEach
    void everybodyConsentsAgain() {
        dataset.userIds().forEach(id -> WITHDRAWALS.say(id, true));
    }

    @Test
    void nothing_that_rules_concluded_leaves_without_consent() {
        String user = dataset.userIds().get(2);
        Set<String> findings = words(user);
        Set<String> telling = paths(user).stream()
                .filter(path -> findings.stream().anyMatch(server.get(path).body()::contains))
                .map(path -> path.replace(user, "USER"))
                .collect(Collectors.toSet());
        WITHDRAWALS.say(user, false);
        for (String path : paths(user)) {
            Answer answer = server.get(path);
            assertThat(findings).as(path + ": " + answer).noneMatch(answer.body()::contains);
            assertThat(answer.status()).as(path).isIn(200, 403);
        }
        assertThat(problem("/d/users/" + user + "/transactions?signal=credit_utilization", 403))
                .contains("does not consent");
        assertThat(telling)
                .as("what tells findings of those who consent, or else this test would prove nothing")
                .contains(
                        "/d/users/USER",
                        "/d/users/USER/signals",
                        "/d/users/USER/recommendations",
                        "/d/users/USER/personas",
                        "/d/users/USER/explanation",
                        "/d/users/USER/twin?without=job_loss");
    }

    @Test
    void a_user_is_told_of_as_of_a_look() {
        String user = dataset.userIds().get(2);
        LocalDate look = dataset.looks().get(0);
        JsonNode detail = get("/d/users/" + user + "?as_of=" + look);
        History then = dataset.history(user).until(look);
        Findings findings = dataset.findings(user, look).orElseThrow();
        assertThat(detail.get("name").asString()).isEqualTo(then.customer().name());
        assertThat(detail.get("findings").get("signals").size())
                .isEqualTo(findings.signals().size());
        assertThat(detail.get("accounts").get(0).get("balance_cents").asLong())
                .isEqualTo(then.balance(then.accounts().get(0), look));
        assertThat(detail.get("events").get(0).get("name").asString()).isEqualTo("job_loss");
        JsonNode balances = get("/d/users/" + user + "/balances?as_of=" + look);
        assertThat(balances.get("liquid_cents").size())
                .isEqualTo((int) (look.toEpochDay() - then.from().toEpochDay()) + 1);
        assertThat(get("/d/users/" + user + "/recommendations?as_of=" + look)
                        .get("total")
                        .asInt())
                .isEqualTo(findings.recommendations().size());
        assertThat(get("/d/users/" + user + "/explanation?as_of=" + look)
                        .get("as_stored")
                        .asBoolean())
                .isTrue();
        assertThat(problem("/d/users/" + user + "?as_of=2001-01-01", 400)).contains("did not look on that day");
    }

    @Test
    void transactions_come_in_pages_the_latest_first() {
        String user = dataset.userIds().get(0);
        List<String> expected = new ArrayList<>();
        dataset.history(user).transactions().forEach(it -> expected.add(0, it.id()));
        assertThat(walk("/d/users/" + user + "/transactions?limit=97")).isEqualTo(expected);

        String account = dataset.history(user).accounts().get(0).id();
        List<String> inMay = dataset.history(user).transactions().stream()
                .filter(it -> it.account().id().equals(account))
                .filter(it -> it.category().primary().name().equals("FOOD_AND_DRINK"))
                .filter(it -> it.date().getMonthValue() == 5)
                .map(Transaction::id)
                .toList();
        assertThat(inMay).isNotEmpty();
        assertThat(walk("/d/users/" + user + "/transactions?limit=3&account=" + account
                        + "&category=FOOD_AND_DRINK&from=2026-05-01&to=2026-05-31"))
                .containsExactlyInAnyOrderElementsOf(inMay);
    }

    @Test
    void the_transactions_behind_a_signal_are_those_it_was_measured_from() {
        String user = dataset.userIds().get(0);
        Signal signal = dataset.findings(user).orElseThrow().signals().stream()
                .filter(it -> it.sources().stream().anyMatch(source -> source.count() > 3))
                .findFirst()
                .orElseThrow();
        Postings postings = new Postings(dataset.history(user));
        Set<String> behind = signal.sources().stream()
                .flatMap(source -> postings.selected(source).orElseThrow().stream())
                .map(Transaction::id)
                .collect(Collectors.toSet());
        assertThat(walk("/d/users/" + user + "/transactions?limit=50&signal=" + signal.type() + "&window_days="
                        + signal.windowDays()))
                .containsExactlyInAnyOrderElementsOf(behind);
        assertThat(problem("/d/users/" + user + "/transactions?signal=" + signal.type() + "s", 400))
                .contains("did you mean " + signal.type());
    }

    @Test
    void users_are_found_with_counts() {
        JsonNode page = get("/d/users?persona=savings_builder,overspender&sort=-confidence&limit=1");
        assertThat(page.get("items").size()).isEqualTo(1);
        assertThat(page.get("total").asInt()).isGreaterThanOrEqualTo(1);
        JsonNode personas = StreamSupport.stream(page.get("facets").spliterator(), false)
                .filter(facet -> facet.get("field").asString().equals("persona"))
                .findFirst()
                .orElseThrow()
                .get("values");
        assertThat(StreamSupport.stream(personas.spliterator(), false)
                        .mapToInt(value -> value.get("users").asInt())
                        .sum())
                .isEqualTo(3);
        assertThat(problem("/d/users?persona=savings_bilder&colour=red", 400))
                .contains("did you mean savings_builder?", "unknown parameter");
        assertThat(problem("/e/users", 404)).contains("no dataset is called e");
        assertThat(problem("/d/users/nobody", 404)).contains("nobody");
    }

    @Test
    void the_list_leaves_as_a_table_with_the_same_filters_in_the_same_order() {
        String filters = "?consent=true&sort=-annual_income_cents";
        List<String> expected = new ArrayList<>();
        get("/d/users" + filters)
                .get("items")
                .forEach(it -> expected.add(it.get("user_id").asString()));
        Answer answer = server.get("/d/users/export" + filters + "&limit=1");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).startsWith("user_id,name,age,").endsWith(",behaviors,recommendations");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[0])).isEqualTo(expected);
        assertThat(problem("/d/users/export?shoe_size=43", 400)).contains("shoe_size");
    }

    @Test
    void a_twin_can_be_asked_for() {
        String worker = dataset.userIds().get(2);
        JsonNode twin = get("/d/users/" + worker + "/twin?without=job_loss");
        assertThat(twin.get("differ").asBoolean()).isTrue();
        assertThat(problem("/d/users/" + worker + "/twin?without=flood", 422)).contains("job_loss");
        assertThat(problem("/d/users/" + worker + "/twin?set=seed=7", 422)).contains("seed");
        assertThat(problem("/d/users/" + worker + "/twin", 400)).contains("without=EVENT");
    }

    /** Everything one can ask about a user, and the list of users. */
    private static List<String> paths(String user) {
        return server.paths().stream()
                .map(path -> path.replace("{dataset}", "d").replace("{user}", user))
                .flatMap(path -> path.endsWith("/twin")
                        ? Stream.of(path + "?without=job_loss")
                        : path.endsWith("/transactions")
                                ? Stream.of(path, path + "?signal=credit_utilization")
                                : Stream.of(path))
                .filter(path -> !path.equals("/d/users"))
                .toList();
    }

    /** What only one who has seen the user's findings could say. */
    private static Set<String> words(String user) {
        Set<String> words = new TreeSet<>();
        for (Findings findings : dataset.timeline(user)) {
            findings.signals().stream().map(Signal::type).forEach(words::add);
            findings.signals().stream().map(Signal::threshold).forEach(words::add);
            findings.recommendations().stream().map(Recommendation::rationale).forEach(words::add);
            findings.recommendations().stream().map(Recommendation::code).forEach(words::add);
        }
        words.add("\"confidence\":0");
        words.add("lowest_confidence");
        return words;
    }

    private static List<String> walk(String path) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = get(path + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items").forEach(item -> ids.add(item.get("transaction_id").asString()));
            next = page.hasNonNull("next") ? page.get("next").asString() : null;
        }
        return ids;
    }

    private static JsonNode get(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String problem(String path, int status) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).startsWith("/problems/");
        return answer.body();
    }

    /** What people have said about their consent. */
    private static final class Withdrawals implements Standing {

        private final List<Change> said = new CopyOnWriteArrayList<>();

        void say(String user, boolean consent) {
            said.add(new Change.Consent(said.size() + 1L, user, consent));
        }

        @Override
        public long revision() {
            return said.size();
        }

        @Override
        public List<Change> since(long revision) {
            return List.copyOf(said.subList((int) revision, said.size()));
        }

        @Override
        public List<String> statuses() {
            return List.of("pending");
        }

        @Override
        public String undecided() {
            return "pending";
        }
    }
}
