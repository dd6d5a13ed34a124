package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static JsonNode generated;

    @BeforeAll
    static void make() {
        file = folder.resolve("looks.db");
        Cli made = Cli.run("generate", "demo", "--out", file, "--users", 30, "--set", "evaluate.every=30d", "--json");
        assertThat(made.code()).isZero();
        generated = JsonMapper.shared().readTree(made.out());
    }

    @Test
    void json_begins_with_the_three_figures_and_has_every_section() {
        JsonNode json = report(file);
        assertThat(json.propertyNames())
                .startsWith("macro_f1", "balanced_false_positive_rate", "expected_calibration_error", "targets")
                .contains(
                        "accuracy",
                        "calibration",
                        "detection",
                        "intensity",
                        "mistakes",
                        "fairness",
                        "integrity",
                        "realism",
                        "datasets",
                        "personas");
        assertThat(json.at("/macro_f1").asDouble())
                .isEqualTo(json.at("/accuracy/at_the_end/macro_f1/value").asDouble());
        assertThat(json.at("/datasets/0/looks").size()).isGreaterThan(2);
        assertThat(json.at("/accuracy/over_looks/looks").asInt())
                .isEqualTo(30 * json.at("/datasets/0/looks").size());
        assertThat(json.at("/integrity/cents_off").asLong()).isZero();
        assertThat(json.at("/integrity/books/accounts").asLong()).isPositive();
    }

    @Test
    void the_page_is_whole_by_itself_and_shows_every_section() throws Exception {
        Path page = folder.resolve("report.html");
        assertThat(Cli.run("report", file, "--html", page).code()).isZero();
        String html = Files.readString(page);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertThat(document.getElementsByTagName("h2").getLength()).isGreaterThan(8);
        assertThat(html)
                .contains("id=\"targets\"", "id=\"fairness\"", "id=\"realism\"", "id=\"integrity\"", "<svg")
                .contains("The scenario is not held to real households.")
                .doesNotContain("http:", "https:", "src=", "@import", "{{");
        for (JsonNode target : report(file).at("/targets")) {
            assertThat(html).contains(target.at("/name").asString().split("'")[0]);
        }
        Cli refused = Cli.run("report", file, "--html", folder.resolve("looks.db"));
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void the_page_shows_real_households_beside_a_population_that_is_held_to_them() throws Exception {
        Path households = folder.resolve("households.db");
        Path page = folder.resolve("households.html");
        Cli.run("generate", "us-households", "--users", 12, "--days", 120, "--out", households);
        assertThat(Cli.run("report", households, "--html", page).code()).isZero();
        JsonNode first = report(households).at("/realism/comparisons/0");
        assertThat(Files.readString(page))
                .contains(">" + first.at("/name").asString() + "<", "Near enough")
                .doesNotContain("The scenario is not held to real households.");
    }

    @Test
    void the_report_counts_as_the_generator_does() {
        JsonNode json = report(file);
        assertThat(json.at("/accuracy/at_the_end/confusion/counts"))
                .isEqualTo(generated.at("/accuracy/primary_personas_by_profile"));
        assertThat(json.at("/accuracy/at_the_end/macro_f1/value").asDouble())
                .isEqualTo(generated.at("/accuracy/macro_f1").asDouble());
    }

    @Test
    void the_balanced_persona_is_the_one_without_a_score() {
        List<String> unscored = new ArrayList<>();
        report(file).at("/personas").forEach(persona -> {
            if (!persona.at("/scored").asBoolean()) {
                unscored.add(persona.at("/name").asString());
            }
        });
        assertThat(unscored).containsExactly("balanced");
    }

    @Test
    void every_target_says_what_came_of_it_and_what_was_not_measured_why() {
        JsonNode targets = report(file).at("/targets");
        assertThat(targets.size()).isEqualTo(10);
        targets.forEach(target -> {
            assertThat(target.at("/outcome").asString()).isIn("passed", "failed", "not_measured");
            assertThat(target.at("/value").isNull())
                    .isEqualTo(target.at("/outcome").asString().equals("not_measured"));
            if (target.at("/value").isNull()) {
                assertThat(target.at("/reason").asString()).isNotEmpty();
            }
        });
    }

    @Test
    void several_datasets_are_reported_on_together() {
        Path other = folder.resolve("other.db");
        Cli.run("generate", "demo", "--out", other, "--seed", 3);
        JsonNode json = report(file, other);
        assertThat(json.at("/judged").asInt()).isEqualTo(36);
        assertThat(json.at("/datasets").size()).isEqualTo(2);
        Cli screen = Cli.run("report", file, other);
        assertThat(screen.lines().get(0)).startsWith(file + ": demo, seed ");
        assertThat(screen.lines().get(1)).startsWith(other + ": demo, seed 3, 6 users");
        assertThat(screen.out()).contains("of 36 users found as planted", "ought to be", "Given the same truth");
    }

    @Test
    void books_that_are_off_by_one_cent_fail_and_only_the_strict_mind() throws Exception {
        Path altered = Files.copy(file, folder.resolve("altered.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE account SET balance = balance + 1 WHERE account = 0");
        }
        Cli lenient = Cli.run("report", altered);
        assertThat(lenient.code()).isZero();
        assertThat(lenient.out()).contains("✗ Cents by which the books are off");
        assertThat(Cli.run("report", altered, "--strict").code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(report(altered).at("/integrity/cents_off").asLong()).isEqualTo(1);
    }

    @Test
    void balances_statements_liabilities_and_transfers_are_each_added_up_again() throws Exception {
        Path altered = Files.copy(file, folder.resolve("books.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE statement SET balance = balance + 2 WHERE (account, closing_day) ="
                    + " (SELECT account, min(closing_day) FROM statement)");
            statement.executeUpdate("UPDATE liability SET minimum_payment = minimum_payment - 3 WHERE account ="
                    + " (SELECT min(account) FROM liability)");
            statement.executeUpdate("UPDATE posting SET amount = amount + 5 WHERE (account, day, sequence) ="
                    + " (SELECT account, day, sequence FROM posting WHERE channel ="
                    + " (SELECT code FROM channel WHERE name = 'transfer') AND account IN (SELECT account FROM account"
                    + " WHERE type = (SELECT code FROM account_type WHERE name = 'checking')) LIMIT 1)");
        }
        JsonNode books = report(altered).at("/integrity/books");
        assertThat(books.at("/balance_cents_off").asLong()).isEqualTo(5);
        assertThat(books.at("/accounts_off").asLong()).isEqualTo(1);
        assertThat(books.at("/statement_cents_off").asLong()).isEqualTo(2);
        assertThat(books.at("/liability_cents_off").asLong()).isEqualTo(3);
        assertThat(books.at("/transfer_cents_off").asLong()).isEqualTo(5);
        assertThat(report(altered).at("/integrity/cents_off").asLong()).isEqualTo(15);
    }

    @Test
    void where_nobody_was_judged_there_is_nothing_to_measure() {
        Path unjudged = folder.resolve("unjudged.db");
        Cli.run("generate", "demo", "--out", unjudged, "--no-rules");
        Cli reported = Cli.run("report", unjudged);
        assertThat(reported.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(reported.err()).contains("no rules have judged these users");
        assertThat(Cli.run("report", folder.resolve("absent.db")).code()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    private static JsonNode report(Path... files) {
        List<Object> words = new ArrayList<>(List.of("report", "--json"));
        words.addAll(List.of(files));
        Cli reported = Cli.run(words.toArray());
        assertThat(reported.code()).isZero();
        return JsonMapper.shared().readTree(reported.out());
    }
}
