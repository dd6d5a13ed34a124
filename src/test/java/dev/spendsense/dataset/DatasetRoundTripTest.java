package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.truth.GroundTruth;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRoundTripTest {

    private static final int USERS = 40;

    @TempDir
    private Path folder;

    private Path file;
    private final RandomUsers users = new RandomUsers(42);
    private RunRecord written;

    @BeforeEach
    void writeDataset() {
        // A name that an address must escape.
        file = folder.resolve("a run #1 50%?.db");
        try (DatasetWriter writer = DatasetWriter.create(file, false, users.origin())) {
            writer.write(users.block(0, 15));
            writer.write(users.block(15, USERS - 15));
            written = writer.complete();
            writer.publish();
        }
    }

    @Test
    void every_history_comes_back_exactly_as_it_was_written() {
        try (Dataset dataset = Dataset.open(file)) {
            for (int index = 0; index < USERS; index++) {
                History history = users.history(index);
                assertThat(dataset.history(history.customer().id())).isEqualTo(history);
            }
        }
    }

    @Test
    void every_truth_comes_back_exactly_as_it_was_written() {
        try (Dataset dataset = Dataset.open(file)) {
            for (int index = 0; index < USERS; index++) {
                GroundTruth truth = users.truth(index);
                assertThat(dataset.groundTruth(truth.userId())).isEqualTo(truth);
            }
        }
    }

    @Test
    void users_are_listed_and_found_by_their_place_in_the_population() {
        List<String> ids = IntStream.range(0, USERS)
                .mapToObj(index -> users.history(index).customer().id())
                .toList();
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(dataset.userIds()).isEqualTo(ids);
            assertThat(dataset.position(ids.get(17))).hasValue(17);
            assertThat(dataset.position("nobody")).isEmpty();
            assertThatThrownBy(() -> dataset.history("nobody"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("nobody");
        }
    }

    @Test
    void the_dataset_says_what_it_was_made_from_and_what_is_in_it() {
        try (Dataset dataset = Dataset.open(file)) {
            RunRecord run = dataset.run();
            assertThat(run).isEqualTo(written);
            assertThat(run.origin()).isEqualTo(users.origin());
            assertThat(run.counts()).containsAllEntriesOf(expectedCounts());
            assertThat(run.counts()).containsEntry("signals", 0L).containsEntry("recommendations", 0L);
            assertThat(run.findingsFingerprint()).isEmpty();
        }
    }

    @Test
    void users_are_counted_by_the_profile_they_began_with() {
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int index = 0; index < USERS; index++) {
            users.truth(index).episodes().stream()
                    .limit(1)
                    .forEach(episode -> expected.merge(episode.profile(), 1, Integer::sum));
        }
        assertThat(written.usersByProfile()).containsExactlyEntriesOf(expected);
    }

    @Test
    void the_fingerprint_stored_with_a_user_is_that_of_the_rows() {
        try (Dataset dataset = Dataset.open(file)) {
            for (String id : dataset.userIds()) {
                assertThat(dataset.fingerprint(id))
                        .isEqualTo(Fingerprint.of(dataset.history(id), dataset.groundTruth(id)));
            }
        }
    }

    private Map<String, Long> expectedCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int index = 0; index < USERS; index++) {
            History history = users.history(index);
            long cards = history.accounts().stream()
                    .filter(account -> !account.type().isDeposit())
                    .count();
            add(counts, "users", 1);
            add(counts, "accounts", history.accounts().size());
            add(counts, "liabilities", cards);
            add(counts, "transactions", history.transactions().size());
            add(counts, "statements", history.statements().size());
            add(counts, "declined_purchases", history.declined().size());
            add(counts, "ground_truth", users.truth(index).episodes().size());
            add(counts, "life_events", users.truth(index).events().size());
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String table, long rows) {
        counts.merge(table, rows, Long::sum);
    }
}
