package dev.spendsense.dataset;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums by SQL against sums by hand. */
class TalliesTest {

    private static final int USERS = 80;

    @TempDir
    private Path folder;

    private final RandomUsers users = new RandomUsers(21);
    private final List<History> histories =
            IntStream.range(0, USERS).mapToObj(users::history).toList();
    private final List<Findings> findings = histories.stream()
            .flatMap(history -> RandomFindings.ifConsenting(history).stream())
            .toList();
    private Dataset dataset;
    private Tallies tallies;

    @BeforeEach
    void writeDataset() {
        RunOrigin origin = users.originWithRules();
        Path file = folder.resolve("tallies.db");
        UserBlock block = new UserBlock();
        block.restart(0);
        for (int i = 0; i < USERS; i++) {
            block.add(
                    histories.get(i),
                    users.truth(i),
                    RandomFindings.ifConsenting(histories.get(i)).stream().toList());
        }
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin)) {
            writer.write(block);
            writer.complete();
            writer.publish();
        }
        dataset = Dataset.open(file);
        tallies = dataset.tallies();
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void users_are_counted_with_consent_and_judgement() {
        assertThat(tallies.users()).isEqualTo(USERS);
        assertThat(tallies.consenting()).isEqualTo(findings.size());
        assertThat(tallies.judged()).isEqualTo(findings.size());
    }

    @Test
    void behaviors_are_counted_by_type_whatever_the_window() {
        Map<Integer, Integer> expected = new TreeMap<>();
        findings.forEach(some -> expected.merge((int) behaviors(some), 1, Integer::sum));
        assertThat(tallies.usersByBehaviors()).isEqualTo(expected);
        assertThat(tallies.usersWithPersonaAndBehaviors(2)).isEqualTo((int) findings.stream()
                .filter(some -> !some.personas().isEmpty() && behaviors(some) >= 2)
                .count());
        assertThat(tallies.detectedSignals()).isEqualTo((int) findings.stream()
                .flatMap(some -> some.signals().stream())
                .filter(Signal::detected)
                .count());
    }

    @Test
    void personas_are_counted_by_rank_one() {
        assertThat(tallies.usersByPrimaryPersona())
                .isEqualTo(counted(findings.stream()
                        .flatMap(some -> some.primaryPersona().stream())
                        .map(PersonaAssignment::persona)
                        .toList()));
    }

    @Test
    void of_the_profiles_that_hold_on_the_day_of_the_look_the_one_that_was_found_counts_else_the_oldest() {
        List<String> expected = IntStream.range(0, USERS)
                .filter(i -> histories.get(i).customer().consent())
                .mapToObj(i -> {
                    String persona = RandomFindings.of(histories.get(i))
                            .primaryPersona()
                            .map(PersonaAssignment::persona)
                            .orElse("");
                    return profile(i, persona) + "/" + persona;
                })
                .toList();
        Map<String, Integer> found = new TreeMap<>();
        tallies.found().forEach(pair -> found.put(pair.profile() + "/" + pair.persona(), pair.users()));
        assertThat(found).isEqualTo(counted(expected));
    }

    @Test
    void advice_is_counted_by_kind_and_by_content() {
        assertThat(tallies.recommendationsByKind())
                .isEqualTo(counted(findings.stream()
                        .flatMap(some -> some.recommendations().stream())
                        .map(one -> Schema.publicName(one.kind()))
                        .toList()));
        assertThat(tallies.recommendationsByContent())
                .isEqualTo(counted(findings.stream()
                        .flatMap(some -> some.recommendations().stream())
                        .map(one -> one.code())
                        .toList()));
    }

    @Test
    void transactions_are_counted_user_by_user() {
        int fewest = histories.stream()
                .mapToInt(history -> history.transactions().size())
                .min()
                .orElseThrow();
        assertThat(tallies.fewestTransactions()).isEqualTo(fewest);
        assertThat(tallies.usersWithTransactionsAbove(fewest - 1)).isEqualTo(USERS);
        assertThat(tallies.usersWithTransactionsAbove(fewest)).isLessThan(USERS);
        assertThat(tallies.usersWithTransactionsInLastDays(1)).isEqualTo((int) histories.stream()
                .filter(history -> history.transactions().stream()
                        .anyMatch(posting -> posting.date().equals(history.asOf())))
                .count());
    }

    @Test
    void a_dataset_without_findings_has_empty_sums() {
        Path file = folder.resolve("plain.db");
        try (DatasetWriter writer = DatasetWriter.create(file, false, users.origin())) {
            writer.write(users.block(0, 5));
            writer.complete();
            writer.publish();
        }
        try (Dataset plain = Dataset.open(file)) {
            Tallies none = plain.tallies();
            assertThat(none.judged()).isZero();
            assertThat(none.found()).isEmpty();
            assertThat(none.usersByPrimaryPersona()).isEmpty();
            assertThat(none.usersWithPersonaAndBehaviors(0)).isZero();
            assertThat(plain.findings(plain.userIds().get(0))).isEmpty();
        }
    }

    private String profile(int index, String persona) {
        List<String> profiles =
                users.truth(index).profilesOn(histories.get(index).asOf());
        return profiles.contains(persona)
                ? persona
                : profiles.stream().findFirst().orElse("");
    }

    private static long behaviors(Findings findings) {
        return findings.signals().stream()
                .filter(Signal::detected)
                .map(Signal::type)
                .distinct()
                .count();
    }

    private static Map<String, Integer> counted(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.stream()
                .collect(groupingBy(Function.identity(), counting()))
                .forEach((name, count) -> counts.put(name, count.intValue()));
        return counts;
    }
}
