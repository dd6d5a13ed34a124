package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules that look more than once, as people see it. */
class LooksTest {

    private static final int LOOKS = 11;

    @TempDir
    private Path folder;

    private Path file;
    private Cli made;

    @BeforeEach
    void make() {
        file = folder.resolve("looks.db");
        made = Cli.run("generate", "demo", "--every", "15d", "--set", "evaluate.from=30d", "--out", file);
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void generate_says_how_often_the_rules_looked() {
        assertThat(made.out()).containsPattern("Looks +11, 2026-02-15 to 2026-07-15\n");
        Cli json = Cli.run(
                "generate",
                "demo",
                "--set",
                "evaluate.every=15d",
                "--set",
                "evaluate.from=30d",
                "--json",
                "--out",
                folder.resolve("b.db"));
        assertThat(JsonMapper.shared().readTree(json.out()).at("/looks").asInt())
                .isEqualTo(LOOKS);
    }

    @Test
    void a_look_never_depends_on_the_other_looks() {
        Path once = Cli.smallDataset(folder);
        Path seldom = folder.resolve("seldom.db");
        Cli.run("generate", "demo", "--every", "45d", "--set", "evaluate.from=30d", "--threads", 1, "--out", seldom);
        try (Dataset many = Dataset.open(file);
                Dataset few = Dataset.open(seldom);
                Dataset one = Dataset.open(once)) {
            assertThat(many.looks()).hasSize(LOOKS).containsAll(few.looks());
            assertThat(few.looks()).hasSize(4).endsWith(one.looks().get(0));
            for (String user : many.userIds()) {
                List<Findings> timeline = few.timeline(user);
                assertThat(timeline)
                        .isEqualTo(few.looks().stream()
                                .map(look -> many.findings(user, look).orElseThrow())
                                .toList());
                assertThat(one.timeline(user)).containsExactly(timeline.get(3));
                assertThat(many.findings(user)).contains(timeline.get(3));
            }
            assertThat(many.tallies().detectedSignals()).isEqualTo(one.tallies().detectedSignals());
            assertThat(many.tallies().found()).isEqualTo(one.tallies().found());
        }
        assertThat(Cli.run("validate", file).out().replace("looks.db", "small.db"))
                .isEqualTo(Cli.run("validate", once).out());
    }

    @Test
    void threads_make_no_difference_to_any_look() {
        Path other = folder.resolve("other.db");
        Cli.run("generate", "demo", "--every", "15d", "--set", "evaluate.from=30d", "--threads", 1, "--out", other);
        try (Dataset many = Dataset.open(file);
                Dataset again = Dataset.open(other)) {
            assertThat(many.run().findingsFingerprint()).isEqualTo(again.run().findingsFingerprint());
        }
    }

    @Test
    void show_tells_which_personas_there_were_and_when() {
        Cli shown = Cli.run("show", "#1", "--dataset", file);
        assertThat(shown.out())
                .contains("Personas over 11 looks\n")
                .containsPattern("  2026-02-15( to [0-9-]+)? +[0-9]+ looks? +[A-Z][A-Za-z -]+ [0-9.]+%")
                .contains("Personas on 2026-07-15");
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        JsonNode json = json("show", "#1", "--dataset", file, "--json");
        int looks = 0;
        for (JsonNode stretch : json.at("/persona_timeline")) {
            looks += stretch.at("/rank").asInt() == 1 ? stretch.at("/looks").asInt() : 0;
        }
        assertThat(looks).isEqualTo(LOOKS);
        assertThat(json.at("/persona_timeline/0/from").asString()).isEqualTo("2026-02-15");
    }

    @Test
    void show_goes_back_to_an_earlier_look() {
        Cli shown = Cli.run("show", "#2", "--dataset", file, "--at", "2026-05-01");
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("Personas on 2026-05-01", "In checking and savings, 2026-01-17 to 2026-05-01")
                .contains("Personas over 11 looks");
        assertThat(shown.lines())
                .filteredOn(line -> !line.startsWith("planted: "))
                .filteredOn(line -> line.matches(".* on checking .*2026-0[67].*"))
                .as("nothing that came later")
                .isEmpty();
        JsonNode json = json("show", "#2", "--dataset", file, "--json", "--at", "2026-05-01");
        assertThat(json.at("/findings/as_of").asString()).isEqualTo("2026-05-01");
        assertThat(json.at("/to").asString()).isEqualTo("2026-05-01");
        try (Dataset dataset = Dataset.open(file)) {
            String user = dataset.userIds().get(1);
            Findings findings = dataset.findings(user, LocalDate.of(2026, 5, 1)).orElseThrow();
            assertThat(json.at("/findings/signals").size())
                    .isEqualTo(findings.signals().size());
        }
    }

    @Test
    void a_date_without_a_look_is_refused_with_the_nearest_ones() {
        Cli between = Cli.run("show", "#1", "--dataset", file, "--at", "2026-05-03");
        assertThat(between.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(between.err())
                .contains("--at: expected the date of a look, not 2026-05-03;"
                        + " the nearest of 11 are 2026-05-01 and 2026-05-16");
        Cli never = Cli.run("show", "#1", "--dataset", file, "--at", "May");
        assertThat(never.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(never.err()).contains("--at: expected a date such as 2026-07-15, not May");
    }

    @Test
    void replay_judges_again_at_every_look() throws SQLException {
        assertThat(Cli.run("replay", "#1", "--dataset", file).out())
                .containsPattern("all [0-9,]+ rows reproduced, those of all 11 looks among them\n");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE score SET confidence = 0.123 WHERE user = 0 AND number = 0 AND first_look ="
                    + " (SELECT min(first_look) FROM score)");
        }
        Cli replayed = Cli.run("replay", "#1", "--dataset", file);
        assertThat(replayed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(replayed.out()).contains("scores 1 at 2026-02-15\n", "confidence=0.123");
    }

    private static JsonNode json(Object... arguments) {
        return JsonMapper.shared().readTree(Cli.run(arguments).out());
    }
}
