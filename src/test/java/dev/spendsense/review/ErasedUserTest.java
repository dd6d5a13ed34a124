package dev.spendsense.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Erasure;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.NewEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedUserTest {

    private static final String SECRET = "spoke about the divorce";

    @TempDir
    private static Path shared;

    private static Path made;
    private static Path other;

    @TempDir
    private Path folder;

    private Path file;
    private List<RecommendationId> advice;
    private RecommendationId own;

    @BeforeAll
    static void generate() {
        made = Town.generate(shared.resolve("town.db"));
        other = Town.generate(shared.resolve("other.db"), "population.overspender.users=0");
    }

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(made, folder.resolve("town.db"));
        advice = Town.advice(file);
        own = advice.get(advice.size() / 2);
    }

    @Test
    void an_erasure_takes_the_findings_and_what_was_said_of_them_and_leaves_the_chain_whole() throws IOException {
        Review.Erased erased;
        try (Review review = Town.open(file)) {
            review.decide(Town.ANN, new Expected(own, 0), Decision.flag("other", "high", SECRET));
            review.decide(Town.ANN, new Expected(advice.get(0), 0), Decision.approve("kept"));
            erased = review.erase(Town.BEN, own.userId(), "asked in writing");

            assertThat(erased.after()).isNotEqualTo(erased.before());
            assertThat(review.replaced()).isFalse();
            assertThat(review.consents(own.userId())).isFalse();
            assertThat(review.queue(QueueQuery.ALL, Optional.empty(), 1).total())
                    .isEqualTo(advice.size()
                            - (int) advice.stream()
                                    .filter(id -> id.userId().equals(own.userId()))
                                    .count());
            assertThat(review.verify(Optional.of(review.head())).fault()).isEmpty();
            assertThat(review.advice(advice.get(0)).status()).isEqualTo(Status.APPROVED);
        }
        try (Review review = Town.open(file);
                Dataset dataset = Dataset.open(file)) {
            assertThat(review.head())
                    .isEqualTo(
                            new Head(erased.entry().sequence(), erased.entry().hash()));
            assertThat(Binding.of(dataset.run())).isEqualTo(erased.after());
            assertThat(dataset.timeline(own.userId())).isEmpty();
            assertThat(review.entries(EntryFilter.ALL, Long.MAX_VALUE, 100))
                    .filteredOn(entry -> entry.action() == Action.FLAGGED)
                    .hasSize(1)
                    .allMatch(entry -> entry.detail().isEmpty());
            assertThat(review.orphans()).isEmpty();
        }
        assertThat(everythingKept()).contains("kept").doesNotContain(SECRET).doesNotContain(own.toString());
    }

    @Test
    void an_erasure_that_was_cut_short_after_the_new_dataset_took_its_place_is_brought_to_its_end() {
        try (Review review = Town.open(file)) {
            review.decide(Town.ANN, new Expected(own, 0), Decision.flag("other", "high", SECRET));
        }
        cutShort(true);
        try (Review review = Town.open(file)) {
            Entry last = review.entries(EntryFilter.ALL, Long.MAX_VALUE, 1).get(0);
            assertThat(last.action()).isEqualTo(Action.ERASED);
            assertThat(last.actor().role()).isEqualTo("program");
            assertThat(review.user(own.userId()).erasing()).isFalse();
            assertThat(review.verify(Optional.empty()).fault()).isEmpty();
        }
    }

    @Test
    void an_erasure_that_was_cut_short_before_that_can_be_done_again() {
        cutShort(false);
        try (Review review = Town.open(file)) {
            assertThat(review.user(own.userId()).erasing()).isTrue();
            review.erase(Town.ANN, own.userId(), "again");
            assertThat(review.user(own.userId()).erasing()).isFalse();
        }
    }

    private void cutShort(boolean published) {
        try (Review review = Town.open(file)) {
            review.setConsent(Town.ANN, own.userId(), false, "");
        }
        try (Erasure erasure = Erasure.prepare(file, own.userId());
                AuditLog log = AuditLog.open(Dataset.operationsFile(file), new Town.Ticking())) {
            Detail detail =
                    Detail.change(own.userId(), Binding.of(erasure.before()), Binding.of(erasure.after()), "asked");
            log.append(() -> List.of(new NewEntry(Town.ANN, Action.ERASURE_BEGUN, own.userId(), detail)));
            if (published) {
                erasure.publish();
            }
        }
    }

    @Test
    void decisions_on_advice_that_a_new_dataset_gives_as_well_are_carried_on_and_others_are_orphans()
            throws IOException {
        List<RecommendationId> later = Town.advice(other);
        RecommendationId kept =
                advice.stream().filter(later::contains).findFirst().orElseThrow();
        RecommendationId lost =
                advice.stream().filter(id -> !later.contains(id)).findFirst().orElseThrow();
        try (Review review = Town.open(file)) {
            review.decide(Town.ANN, new Expected(kept, 0), Decision.approve(""));
            review.decide(Town.ANN, new Expected(lost, 0), Decision.reject("", "note"));
            assertThat(review.advice(kept).carriedOn()).isFalse();
            Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (Review review = Town.open(file)) {
            assertThat(review.advice(kept).status()).isEqualTo(Status.APPROVED);
            assertThat(review.advice(kept).carriedOn()).isTrue();
            assertThat(review.orphans()).extracting(AdviceReview::id).containsExactly(lost);
            assertThat(review.advice(lost).status()).isEqualTo(Status.REJECTED);
            assertThatThrownBy(() -> review.decide(Town.ANN, new Expected(lost, 1), Decision.approve("")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("gives no advice");
            Entry bound = review.entries(EntryFilter.ALL, Long.MAX_VALUE, 1).get(0);
            assertThat(bound.action()).isEqualTo(Action.BOUND);
            assertThat(bound.detail().orElseThrow().reason()).contains("another dataset");
            review.decide(Town.ANN, new Expected(kept, 1), Decision.reject("", ""));
            assertThat(review.advice(kept).carriedOn()).isFalse();
        }
    }

    @Test
    void whoever_has_the_old_dataset_open_can_decide_no_more() {
        try (Review old = Town.open(file)) {
            try (Review review = Town.open(file)) {
                review.erase(Town.ANN, own.userId(), "");
            }
            assertThat(old.replaced()).isTrue();
            assertThat(old.consents(own.userId())).isFalse();
            assertThat(old.item(own)).isEmpty();
            assertThatThrownBy(() -> old.decide(Town.ANN, new Expected(advice.get(0), 0), Decision.approve("")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.REPLACED));
        }
    }

    private String everythingKept() throws IOException {
        StringBuilder kept = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path each : files.filter(path -> path.getFileName().toString().contains("ops"))
                    .toList()) {
                kept.append(Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return kept.toString();
    }
}
