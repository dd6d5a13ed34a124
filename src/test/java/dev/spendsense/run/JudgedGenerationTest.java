package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RandomFindings;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedGenerationTest {

    private static final int USERS = 130;

    @TempDir
    private Path folder;

    private final RandomUsers users = new RandomUsers(8, 20);

    @Test
    void the_file_is_the_same_byte_for_byte_whatever_the_number_of_threads() throws IOException {
        byte[] one = Files.readAllBytes(generate("1.db", RandomFindings::of, 1).dataset());
        assertThat(generate("5.db", RandomFindings::of, 5).dataset()).hasBinaryContent(one);
    }

    @Test
    void those_who_consent_are_judged_and_nobody_else() {
        Set<String> judged = ConcurrentHashMap.newKeySet();
        GenerationResult result = generate(
                "judged.db",
                history -> {
                    judged.add(history.customer().id());
                    return RandomFindings.of(history);
                },
                2);
        List<History> consenting = IntStream.range(0, USERS)
                .mapToObj(users::history)
                .filter(history -> history.customer().consent())
                .toList();
        assertThat(judged)
                .hasSizeLessThan(USERS)
                .containsExactlyInAnyOrderElementsOf(consenting.stream()
                        .map(history -> history.customer().id())
                        .toList());
        try (Dataset dataset = Dataset.open(result.dataset())) {
            assertThat(dataset.tallies().judged())
                    .isEqualTo(dataset.tallies().consenting())
                    .isEqualTo(judged.size());
            for (History history : consenting) {
                assertThat(dataset.findings(history.customer().id())).contains(RandomFindings.of(history));
            }
            assertThat(dataset.run().origin().rules()).contains(RandomFindings.RULES);
        }
    }

    @Test
    void judging_is_timed_apart_from_living() {
        GenerationResult result = generate(
                "slow.db",
                history -> {
                    long end = System.nanoTime() + 1_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return RandomFindings.of(history);
                },
                2);
        assertThat(result.timings().judge().toMillis()).isGreaterThan(40);
        assertThat(result.timings().simulate()).isPositive();
    }

    @Test
    void findings_do_not_change_the_data() {
        Path plain = folder.resolve("plain.db");
        GenerationResult without =
                new Generation(users.origin(), USERS, this::life).into(plain, false, 2, Progress.NONE);
        GenerationResult with = generate("with.db", RandomFindings::of, 2);
        assertThat(with.run().fingerprint()).isEqualTo(without.run().fingerprint());
        assertThat(without.run().findingsFingerprint()).isEmpty();
        assertThat(with.run().findingsFingerprint()).isPresent();
    }

    @Test
    void a_judgement_that_fails_ends_the_run_and_leaves_nothing() throws IOException {
        String unlucky = IntStream.range(60, USERS)
                .mapToObj(users::history)
                .filter(history -> history.customer().consent())
                .findFirst()
                .orElseThrow()
                .customer()
                .id();
        Function<History, Findings> failing = history -> {
            if (history.customer().id().equals(unlucky)) {
                throw new ArithmeticException("rule \"A rule\" failed on " + unlucky);
            }
            return RandomFindings.of(history);
        };
        assertThatThrownBy(() -> generate("failed.db", failing, 2))
                .hasMessageContaining("A rule")
                .hasMessageContaining(unlucky);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void a_rule_that_never_ends_ends_the_run_and_is_named_with_the_user() throws IOException {
        RuleSource source = RuleSource.read(Path.of("rules")).with("signals/endless.drl", """
                package signals

                import dev.spendsense.rules.facts.*

                rule "Begin"
                    ruleflow-group "signals"
                when
                    User()
                then
                    insert( new Note("again", "", 0) );
                end

                rule "Go on for ever"
                    ruleflow-group "signals"
                when
                    $n : Note( name == "again" )
                then
                    insert( new Note("again", "", 0) );
                end
                """);
        ScenarioSource demo = ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of());
        Optional<RuleBase> rules = Optional.of(RuleBase.load(source, CompiledStore.none()));
        Generation generation = Generation.of(ScenarioReader.read(demo), demo, rules, "test");
        assertThatThrownBy(() -> generation.into(folder.resolve("endless.db"), false, 2, Progress.NONE))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("Go on for ever")
                .hasMessageMatching("(?s).*\\bu[0-9a-z]{12}\\b.*");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    private GenerationResult generate(String name, Function<History, Findings> evaluate, int threads) {
        Judgement judgement = new Judgement(RandomFindings.RULES, history -> List.of(evaluate.apply(history)), () -> 0);
        return new Generation(users.origin(), USERS, this::life, Optional.of(judgement))
                .into(folder.resolve(name), false, threads, Progress.NONE);
    }

    private Life life(int index) {
        return new Life(users.history(index), users.truth(index));
    }
}
