package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two people who slide into overspending, and the lives in which they do not. */
class TwinCommandTest {

    private static final String EVENT = "slide_into_overspending";

    @TempDir
    private static Path folder;

    private static Path file;
    private static int looks;

    @BeforeAll
    static void make() {
        file = folder.resolve("lives.db");
        Cli made = Cli.run(
                "generate",
                "life-events",
                "--out",
                file,
                "--every",
                "30d",
                "--set=population.*.users=0",
                "--set=population.savings_builder.users=2",
                "--set=population.savings_builder.events={slide_into_overspending: 1}");
        assertThat(made.code()).as(made.err()).isZero();
        try (Dataset dataset = Dataset.open(file)) {
            looks = dataset.looks().size();
        }
        assertThat(looks).isGreaterThan(2);
    }

    private static Cli twin(Object... more) {
        Object[] arguments = new Object[4 + more.length];
        System.arraycopy(new Object[] {"twin", "#2", "--dataset", file}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Cli.run(arguments);
    }

    @Test
    void one_screen_says_where_they_part_and_what_became_of_it() {
        Cli shown = twin("--without", EVENT);
        assertThat(shown.code()).isZero();
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(shown.out())
                .contains(
                        "· without " + EVENT,
                        "original  event: " + EVENT,
                        "The ledgers part on 20",
                        "The findings part in figures on 20",
                        "In checking and savings",
                        "▲ 20",
                        "owed on cards",
                        "in all",
                        "Foremost personas over " + looks + " looks",
                        "Overspender",
                        "Savings Builder",
                        "Advice gained: ",
                        "Advice lost: ");
    }

    @Test
    void json_holds_all_of_it() {
        JsonNode json = json(twin("--without", EVENT, "--json"));
        assertThat(json.at("/differ").asBoolean()).isTrue();
        assertThat(json.at("/what_if").asString()).isEqualTo("without " + EVENT);
        assertThat(json.at("/truth/original/events/0/name").asString()).isEqualTo(EVENT);
        assertThat(json.at("/truth/twin/events").size()).isZero();
        assertThat(json.at("/looks").size()).isEqualTo(looks);
        assertThat(json.at("/findings_part/personas").asString())
                .isGreaterThan(json.at("/ledgers_part/day").asString());
        int days = json.at("/liquid_balance_cents/original").size();
        assertThat(days).isEqualTo(365);
        String last = "/" + (days - 1);
        long difference = 0;
        for (JsonNode category : json.at("/categories")) {
            difference += category.at("/difference_cents").asLong();
        }
        assertThat(difference)
                .isEqualTo(json.at("/owed_on_cards_cents/difference" + last).asLong()
                        - json.at("/liquid_balance_cents/difference" + last).asLong());
    }

    @Test
    void a_page_needs_nothing_beside_itself() throws IOException {
        Path page = folder.resolve("pages").resolve("twin.html");
        assertThat(twin("--without", EVENT, "--html", page).code()).isZero();
        assertThat(page)
                .content()
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("<svg", "light-dark(", "@media print", "name=\"viewport\"", EVENT + ", original only")
                .doesNotContain("http", "src=", "@import", "url(", "<script", "NaN");
        assertThat(page.resolveSibling("twin.html.partial")).doesNotExist();

        Cli hostile = twin("--set", "description=<b>\"bold\" & more</b>", "--html", page);
        assertThat(hostile.code()).isZero();
        assertThat(page)
                .content()
                .contains("Nothing differs", "&lt;b&gt;&quot;bold&quot; &amp; more&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void a_page_does_not_take_the_place_of_another_kind_of_file() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Cli refused = twin("--without", EVENT, "--html", file);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("lives.db; expected a file name that ends in .html");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void a_change_that_alters_nothing_says_so() {
        Cli same = twin("--set", "population.balanced.shopping.per_day=[9, 10]");
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("nothing differs: all ").hasLineCount(2);
        JsonNode json = json(twin("--set", "population.balanced.shopping.per_day=[9, 10]", "--json"));
        assertThat(json.at("/differ").asBoolean()).isFalse();
        assertThat(json.at("/ledgers_part").isNull()).isTrue();
        assertThat(json.at("/findings_part").isNull()).isTrue();
    }

    @Test
    void settings_are_several_and_change_the_life_together() {
        Cli changed =
                twin("--set", "population.savings_builder.budget.opening_months=[6, 6]", "--set", "consent_rate=0");
        assertThat(changed.code()).isZero();
        assertThat(changed.out())
                .contains("opening_months=[6, 6], consent_rate=0", "opened", "No findings: the twin does not consent")
                .doesNotContain("Advice", "Personas on");
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        for (List<String> wrong : List.of(
                List.of("--without", "job_loss"),
                List.of("--set", "seed=1"),
                List.of("--set", "nothing"),
                List.of("--set", "population.nobody.users=1"),
                List.of("--without", EVENT, "--every", "7"),
                List.of("--without", EVENT, "--set", "users=3"),
                List.<String>of())) {
            Cli refused = twin(wrong.toArray());
            assertThat(refused.code()).as(wrong.toString()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).isNotBlank().doesNotContain("Exception");
        }
        assertThat(twin("--without", "job_loss").err()).contains("does not meet job_loss; expected one of " + EVENT);
    }

    private static JsonNode json(Cli printed) {
        assertThat(printed.code()).as(printed.err()).isZero();
        return JsonMapper.shared().readTree(printed.out());
    }
}
