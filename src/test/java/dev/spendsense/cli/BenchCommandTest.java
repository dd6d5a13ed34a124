package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code bench} says and writes. How fast anything is makes no difference here. */
class BenchCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double[] STEADY = {0.50, 0.51, 0.50, 0.49, 0.50, 0.505, 0.495};
    private static final double[] A_FIFTH_LESS = {0.40, 0.41, 0.40, 0.39, 0.40, 0.405, 0.395};
    private static final double[] RESTLESS = {0.30, 0.61, 0.50, 0.29, 0.70, 0.35, 0.46};

    @TempDir
    private static Path folder;

    private static Cli said;
    private static Path file;

    @BeforeAll
    static void measure_a_little() {
        file = folder.resolve("bench.json");
        said = Cli.run(
                "bench", "--users", 20, "--repetitions", 2, "--warm-up", 0, "--strict", "--json", file.toString());
    }

    @Test
    void everything_is_measured_as_often_as_was_asked_for_and_held_against_its_limit() throws IOException {
        JsonNode result = JSON.readTree(file);
        List<String> names = new ArrayList<>();
        for (JsonNode each : result.get("measured")) {
            String name = each.at("/subject/name").stringValue();
            names.add(name);
            JsonNode values = each.at("/value/samples");
            assertThat(values).as(name).hasSize(name.equals("time-left") ? 1 : 2);
            assertThat(values)
                    .as(name)
                    .allSatisfy(value ->
                            assertThat(value.doubleValue()).isPositive().isFinite());
            if (each.at("/subject/limit").isString()) {
                double share = each.at("/value/samples/1").doubleValue()
                        / each.at("/limit/samples/1").doubleValue();
                assertThat(each.at("/of_limit/samples/1").doubleValue())
                        .as(name)
                        .isCloseTo(
                                each.at("/subject/more_is_better").booleanValue() ? share : 1 / share,
                                withinPercentage(0.001));
            }
        }
        assertThat(names)
                .contains("generation", "ledger", "evaluation", "weekly-looks", "sqlite", "parquet", "end-to-end");
        assertThat(said.out()).contains(names);
        assertThat(result.at("/machine/processors").intValue()).isPositive();
        assertThat(result.at("/settings/users").intValue()).isEqualTo(20);
    }

    @Test
    void what_cannot_be_measured_is_said() {
        assertThat(said.out()).contains("cold-start: not measured: there is no launcher here");
    }

    @Test
    void a_missed_target_is_the_exit_code_when_asked_for() throws IOException {
        List<Boolean> met = new ArrayList<>();
        for (JsonNode each : JSON.readTree(file).get("measured")) {
            each.get("targets").forEach(target -> met.add(target.get("met").booleanValue()));
        }
        assertThat(met).isNotEmpty();
        assertThat(said.code()).isEqualTo(met.contains(false) ? ExitCode.CHECK_FAILED : ExitCode.DONE);
        assertThat(said.out().lines().filter(line -> line.endsWith("missed")).count())
                .isEqualTo(met.stream().filter(each -> !each).count());
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("spendsense-bench"));
        }
    }

    @Test
    void one_thing_alone_can_be_measured() {
        Cli ledger = Cli.run("bench", "--users", 2, "--repetitions", 1, "--warm-up", 0, "--only", "ledger");
        assertThat(ledger.code()).isZero();
        assertThat(ledger.out()).contains("ledger").doesNotContain("evaluation");
    }

    @Test
    void what_got_slower_beyond_noise_is_said() throws IOException {
        Cli compared = compare(STEADY, A_FIFTH_LESS, "--strict");
        assertThat(compared.out()).contains("-20%", "slower beyond noise: generation");
        assertThat(compared.code()).isEqualTo(ExitCode.CHECK_FAILED);
    }

    @Test
    void what_got_faster_is_no_failure() throws IOException {
        Cli compared = compare(A_FIFTH_LESS, STEADY, "--strict");
        assertThat(compared.out()).contains("+25%", "nothing got slower beyond noise; faster: generation");
        assertThat(compared.code()).isZero();
    }

    @Test
    void noise_is_no_change() throws IOException {
        assertThat(compare(STEADY, STEADY).out())
                .contains("nothing got slower beyond noise")
                .doesNotContain("faster:");
        assertThat(compare(RESTLESS, A_FIFTH_LESS).out())
                .contains("uncertain: may be noise", "nothing got slower beyond noise")
                .doesNotContain("faster:");
    }

    @Test
    void two_samples_prove_nothing() throws IOException {
        assertThat(compare(Arrays.copyOf(STEADY, 2), Arrays.copyOf(A_FIFTH_LESS, 2))
                        .out())
                .contains("too few samples to tell", "nothing got slower beyond noise");
    }

    @Test
    void results_of_different_machines_are_compared_only_on_demand() throws IOException {
        ObjectNode other = (ObjectNode) JSON.readTree(file);
        other.withObject("machine").put("processors", 96);
        Path elsewhere = write("elsewhere.json", other);
        Cli refused = Cli.run("bench", "--compare", file, elsewhere);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("different machines", "--across", "96 ×");
        Cli compared = Cli.run("bench", "--across", "--compare", file, elsewhere);
        assertThat(compared.code()).isZero();
        assertThat(compared.out()).contains("different machines", "96 ×");
    }

    @Test
    void other_sizes_are_said() throws IOException {
        ObjectNode other = (ObjectNode) JSON.readTree(file);
        other.withObject("settings").put("users", 4_000);
        assertThat(Cli.run("bench", "--compare", file, write("sizes.json", other))
                        .out())
                .contains("the sizes differ");
    }

    @Test
    void bad_input_is_refused_by_name() throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"format\": 1}");
        refused("broken.json", "bench", "--compare", file, broken);
        refused("there is no file", "bench", "--compare", file, folder.resolve("none.json"));
        refused("did you mean generation", "bench", "--only", "generaton");
        refused("users: expected at least 1, not 0", "bench", "--users", 0);
        refused("--compare: expected alone", "bench", "--quick", "--compare", file, file);
        refused("--across: expected with --compare", "bench", "--across");
        refused("./spendsense bench --inner", "bench", "--quick", "--inner");
        ObjectNode later = (ObjectNode) JSON.readTree(file);
        later.put("format", 99);
        refused("format 99", "bench", "--compare", file, write("later.json", later));
    }

    private static void refused(String because, Object... arguments) {
        Cli refused = Cli.run(arguments);
        assertThat(refused.err()).contains(because);
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    /** Compares two results that differ in the shares of its limit that generation reached. */
    private static Cli compare(double[] old, double[] now, String... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("bench"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--compare", write("old.json", withShares(old)), write("now.json", withShares(now))));
        return Cli.run(arguments.toArray());
    }

    private static ObjectNode withShares(double[] shares) throws IOException {
        ObjectNode result = (ObjectNode) JSON.readTree(file);
        ArrayNode measured = (ArrayNode) result.get("measured");
        for (JsonNode each : measured) {
            if (each.at("/subject/name").stringValue().equals("generation")) {
                ObjectNode share = (ObjectNode) each.get("of_limit");
                share.put("median", Arrays.stream(shares).sorted().toArray()[shares.length / 2]);
                ArrayNode samples = share.putArray("samples");
                Arrays.stream(shares).forEach(samples::add);
                measured.removeAll().add(each);
                return result;
            }
        }
        throw new AssertionError("generation was not measured");
    }

    private static Path write(String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), JSON.writeValueAsString(content));
    }
}
