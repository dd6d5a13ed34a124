package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportOnSeedsTest {

    @TempDir
    private Path folder;

    @Test
    void populations_are_reported_on_as_datasets_of_them_would_be() {
        Path first = folder.resolve("first.db");
        Path second = folder.resolve("second.db");
        Cli.run("generate", "demo", "-o", first, "--seed", 31, "--users", 12, "--every", "60d", "--end", "2026-07-15");
        Cli.run("generate", "demo", "-o", second, "--seed", 32, "--users", 12, "--every", "60d", "--end", "2026-05-31");
        JsonNode kept = json("report", first, second, "--json");
        JsonNode passing =
                json("report", "--seeds", "31,32", "--scenario", "demo", "--users", 12, "--every", "60d", "--json");
        assertThat(passing.at("/datasets/0/file").isNull()).isTrue();
        kept.at("/datasets").forEach(each -> ((ObjectNode) each).putNull("file"));
        assertThat(passing).isEqualTo(kept);
    }

    @Test
    void last_days_can_be_given() {
        Cli reported = seeds("31,32", "--ends", "2026-06-30,2026-02-28");
        assertThat(reported.lines().get(0)).isEqualTo("demo, seed 31, 6 users, 2026-01-02 to 2026-06-30, one look");
        assertThat(reported.lines().get(1)).isEqualTo("demo, seed 32, 6 users, 2025-09-02 to 2026-02-28, one look");
        assertThat(reported.out()).contains("no reference classifier was fitted; see --reference");
    }

    @Test
    void the_reference_classifier_is_fitted_when_asked_for_and_nothing_of_it_is_printed_but_the_figure() {
        Cli reported = seeds("31", "--reference", "--json");
        assertThat(reported.code()).isZero();
        JsonNode reference = JsonMapper.shared().readTree(reported.out()).at("/accuracy/reference");
        assertThat(reference.at("/seeds").size()).isEqualTo(20);
        assertThat(reference.at("/customers").asInt()).isEqualTo(4_000);
        assertThat(reference.at("/macro_f1").asDouble()).isGreaterThan(0.9);
        assertThat(reference.at("/ratio/value").asDouble()).isPositive();
        assertThat(reported.err()).doesNotContain("tribuo");
    }

    @Test
    void development_seeds_are_refused_unless_allowed() {
        Cli refused = seeds("3,31");
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("--seeds: 3 is a development seed", "flatter", "--allow-development");
        assertThat(refused.out()).isEmpty();
        assertThat(seeds("3,31", "--allow-development").code()).isZero();
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        refuses("--ends: 1 dates; expected one for each of the 2 seeds", "--seeds", "31,32", "--ends", "2026-06-30");
        refuses("--ends: 2026-02-30; expected a date", "--seeds", "31", "--ends", "2026-02-30");
        refuses("--seeds: 31 twice", "--seeds", "31,31");
        refuses("expected with --seeds only", "--users", "5");
        refuses("--seeds: expected without datasets", "data/some.db", "--seeds", "31");
        refuses("users", "--seeds", "31", "--users", "0");
        refuses("there is no scenario demoo", "--seeds", "31", "--scenario", "demoo");
    }

    private static Cli seeds(String seeds, Object... more) {
        List<Object> words = new ArrayList<>(List.of("report", "--seeds", seeds, "--scenario", "demo", "--users", 6));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private static void refuses(String why, Object... options) {
        List<Object> words = new ArrayList<>(List.of("report"));
        words.addAll(List.of(options));
        Cli refused = Cli.run(words.toArray());
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(why);
    }

    private static JsonNode json(Object... words) {
        Cli reported = Cli.run(words);
        assertThat(reported.code()).as(reported.err()).isZero();
        return JsonMapper.shared().readTree(reported.out());
    }
}
