package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

    private static final int USERS = 1_030;
    private static final String OWN = "what is known of this one person";

    @TempDir
    private Path folder;

    private Path file;
    private final RandomUsers users = new RandomUsers(23, 20);
    private int special = 1_003;
    private String erased;

    @BeforeEach
    void writeDataset() {
        file = folder.resolve("bank.db");
        while (!users.history(special).customer().consent()) {
            special++;
        }
        RunOrigin origin = users.originWithRules();
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin)) {
            UserBlock block = new UserBlock();
            block.restart(0);
            IntStream.range(0, USERS).forEach(i -> block.add(users.history(i), users.truth(i), timeline(i)));
            writer.write(block);
            writer.complete();
            writer.publish();
        }
        erased = users.history(special).customer().id();
    }

    @Test
    void nothing_found_about_the_user_is_left_and_everything_else_is_as_before() {
        RunRecord before;
        try (Dataset dataset = Dataset.open(file)) {
            before = dataset.run();
        }
        erase(erased);

        try (Dataset dataset = Dataset.open(file)) {
            for (int i = 0; i < USERS; i++) {
                History history = users.history(i);
                String id = history.customer().id();
                boolean gone = id.equals(erased);
                assertThat(dataset.timeline(id)).isEqualTo(gone ? List.of() : timeline(i));
                assertThat(dataset.history(id).transactions()).isEqualTo(history.transactions());
                assertThat(dataset.customer(id).consent())
                        .isEqualTo(!gone && history.customer().consent());
                assertThat(dataset.fingerprint(id))
                        .isEqualTo(Fingerprint.of(dataset.history(id), dataset.groundTruth(id)));
            }
            assertThat(dataset.run().origin()).isEqualTo(before.origin());
            assertThat(before.looks()).containsAll(dataset.run().looks());
        }
        assertThat(IntegrityCheck.of(file)).containsExactly("ok");
    }

    @Test
    void the_fingerprints_and_counts_are_those_of_a_dataset_that_never_had_the_findings() {
        RunRecord record;
        try (Erasure erasure = Erasure.prepare(file, erased)) {
            erasure.publish();
            record = erasure.after();
            assertThat(record.fingerprint()).isNotEqualTo(erasure.before().fingerprint());
        }
        FingerprintTree data = new FingerprintTree();
        FingerprintTree findings = new FingerprintTree();
        UserBlock block = new UserBlock();
        try (Dataset dataset = Dataset.open(file)) {
            for (String id : dataset.userIds()) {
                data.add(Fingerprint.of(dataset.history(id), dataset.groundTruth(id)));
                findings.add(Fingerprint.of(id, dataset.timeline(id)));
                block.add(dataset.history(id), dataset.groundTruth(id), dataset.timeline(id));
            }
            assertThat(dataset.run()).isEqualTo(record);
        }
        assertThat(record.fingerprint()).isEqualTo(data.root());
        assertThat(record.findingsFingerprint()).contains(findings.root());
        for (Table table : Table.values()) {
            assertThat(record.counts()).as(table.publicName()).containsEntry(table.publicName(), (long)
                    block.shown(table));
        }
    }

    @Test
    void withholding_reads_as_if_it_were_erased_and_leaves_the_file_as_it_is() throws IOException {
        byte[] old = Files.readAllBytes(file);
        List<Object> withheld;
        try (Dataset dataset = Dataset.openWithholding(file, List.of(erased, "nobody"))) {
            withheld = everything(dataset);
            assertThat(dataset.timeline(erased)).isEmpty();
        }
        assertThat(file).hasBinaryContent(old);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(everything(dataset)).isNotEqualTo(withheld);
        }
        erase(erased);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(everything(dataset)).isEqualTo(withheld);
        }
    }

    private static List<Object> everything(Dataset dataset) {
        List<Object> found = new ArrayList<>();
        Tallies tallies = dataset.tallies();
        found.add(List.of(tallies.users(), tallies.consenting(), tallies.judged(), tallies.detectedSignals()));
        found.add(tallies.usersByPrimaryPersona());
        found.add(tallies.usersByDetectedSignal());
        found.add(tallies.usersByBehaviors());
        found.add(tallies.recommendationsByContent());
        found.add(tallies.recommendationsByKind());
        found.add(tallies.found());
        found.add(tallies.usersWithPersonaAndBehaviors(1));
        dataset.advice(found::add);
        dataset.userIds().forEach(id -> {
            found.add(dataset.timeline(id));
            found.add(dataset.customer(id));
        });
        return found;
    }

    @Test
    void no_text_that_was_the_users_alone_is_left_in_the_file() throws IOException {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(OWN);

        erase(erased);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(OWN);
    }

    @Test
    void an_erasure_that_is_not_published_leaves_the_dataset_as_it_is() throws IOException {
        byte[] old = Files.readAllBytes(file);
        try (Erasure erasure = Erasure.prepare(file, erased)) {
            assertThat(folder.resolve("bank.db.partial")).exists();
        }
        assertThat(file).hasBinaryContent(old);
        assertThat(folder.resolve("bank.db.partial")).doesNotExist();
    }

    @Test
    void a_stranger_cannot_be_erased() {
        assertThatThrownBy(() -> Erasure.prepare(file, "nobody")).isInstanceOf(NoSuchElementException.class);
        erase(erased);
    }

    @Test
    void advice_is_shown_with_the_persona_it_is_given_for_and_the_look_it_came_with() {
        try (Dataset dataset = Dataset.open(file)) {
            List<String> ids = dataset.userIds();
            int[] shown = {0};
            dataset.advice(given -> {
                shown[0]++;
                Findings latest = dataset.findings(ids.get(given.user())).orElseThrow();
                assertThat(latest.recommendations())
                        .anyMatch(own -> own.code().equals(given.code())
                                && own.kind() == given.kind()
                                && own.persona().equals(given.persona())
                                && own.priority() == given.priority());
                assertThat(given.asOf()).isEqualTo(latest.asOf());
                assertThat(latest.recommendations().stream()
                                .filter(own -> own.code().equals(given.code())))
                        .hasSize(1);
                List<Findings> timeline = dataset.timeline(ids.get(given.user()));
                int first = timeline.size() - 1;
                while (first > 0
                        && timeline.get(first - 1).recommendations().stream()
                                .anyMatch(own -> own.code().equals(given.code()))) {
                    first--;
                }
                assertThat(given.entered()).isEqualTo(timeline.get(first).asOf());
            });
            assertThat((long) shown[0]).isEqualTo(dataset.run().counts().get("recommendations"));
        }
    }

    private void erase(String user) {
        try (Erasure erasure = Erasure.prepare(file, user)) {
            erasure.publish();
        }
    }

    private List<Findings> timeline(int user) {
        List<Findings> timeline = RandomFindings.timeline(users.history(user));
        return user == special ? timeline.stream().map(ErasureTest::special).toList() : timeline;
    }

    private static Findings special(Findings found) {
        return new Findings(
                found.userId(),
                found.asOf(),
                found.revision(),
                found.signals(),
                found.candidates(),
                found.evidence(),
                found.scores(),
                found.personas(),
                found.recommendations(),
                List.of(new Blocked(Kind.OFFER, "c9", "overspender", OWN)),
                List.of());
    }
}
