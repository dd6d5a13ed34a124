package dev.spendsense.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    @TempDir
    private static Path shared;

    private static Path made;

    @TempDir
    private Path folder;

    private Path file;
    private Review review;
    private RecommendationId first;
    private RecommendationId second;

    @BeforeAll
    static void generate() {
        made = Town.generate(shared.resolve("town.db"));
    }

    @BeforeEach
    void open() throws IOException {
        file = Files.copy(made, folder.resolve("town.db"));
        review = Town.open(file);
        List<RecommendationId> advice = Town.advice(file);
        first = advice.get(0);
        second = advice.get(advice.size() - 1);
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void a_decision_gives_advice_its_status_and_is_there_after_reopening() {
        decide(first, 0, Decision.approve("looks right"));
        decide(second, 0, Decision.flag("wrong_figures", "high", "see the balance"));
        assertThat(review.advice(first).status()).isEqualTo(Status.APPROVED);

        reopen();

        assertThat(review.advice(first).status()).isEqualTo(Status.APPROVED);
        assertThat(review.advice(first).decision().orElseThrow().actor()).isEqualTo(Town.ANN);
        assertThat(review.advice(second).severity()).contains("high");
        assertThat(review.advice(second).version()).isEqualTo(1);
    }

    @Test
    void whoever_is_slower_is_told_what_happened() {
        decide(first, 0, Decision.approve(""));
        refused(
                Refusal.Kind.STALE,
                "is at version 1, not 0: approved by ann",
                () -> review.decide(Town.BEN, new Expected(first, 0), Decision.reject("", "")));
        assertThat(review.advice(first).status()).isEqualTo(Status.APPROVED);
        review.decide(Town.BEN, new Expected(first, 1), Decision.reject("not_helpful", ""));
        assertThat(review.advice(first).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void an_undone_decision_gives_way_to_the_one_before_and_stays_in_the_log() {
        decide(first, 0, Decision.approve(""));
        Entry rejection = decide(first, 1, Decision.reject("tone", ""));
        review.undo(Town.BEN, List.of(rejection.sequence()), "a slip");
        assertThat(review.advice(first).status()).isEqualTo(Status.APPROVED);
        assertThat(review.advice(first).version()).isEqualTo(3);
        assertThat(review.advice(first).entries())
                .extracting(Entry::action)
                .containsExactly(Action.APPROVED, Action.REJECTED, Action.UNDONE);
        refused(Refusal.Kind.STALE, "undone already", () -> review.undo(Town.BEN, List.of(rejection.sequence()), ""));
        refused(Refusal.Kind.UNKNOWN, "no entry 99", () -> review.undo(Town.BEN, List.of(99L), ""));
        refused(Refusal.Kind.INVALID, "is no decision", () -> review.undo(Town.BEN, List.of(1L), ""));
    }

    @Test
    void a_note_changes_no_status() {
        decide(first, 0, Decision.note("ask the branch"));
        assertThat(review.advice(first).status()).isEqualTo(Status.PENDING);
        assertThat(review.advice(first).version()).isEqualTo(1);
    }

    @Test
    void a_bulk_is_decided_whole_or_not_at_all() {
        decide(second, 0, Decision.approve(""));
        List<Expected> both = List.of(new Expected(first, 0), new Expected(second, 0));
        refused(Refusal.Kind.STALE, second.toString(), () -> review.decide(Town.BEN, both, Decision.reject("", "")));
        assertThat(review.advice(first).version()).isZero();
        review.decide(Town.BEN, List.of(new Expected(first, 0), new Expected(second, 1)), Decision.reject("", ""));
        assertThat(review.advice(first).status()).isEqualTo(Status.REJECTED);
        assertThat(review.advice(second).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void what_can_be_chosen_is_closed() {
        refused(
                Refusal.Kind.INVALID,
                "did you mean wrong_figures?",
                () -> decide(first, 0, Decision.flag("wrong_figure", "high", "")));
        refused(
                Refusal.Kind.INVALID,
                "expected one of low, medium, high",
                () -> decide(first, 0, Decision.flag("tone", "dire", "")));
        refused(Refusal.Kind.INVALID, "note: expected", () -> decide(first, 0, Decision.note(" ")));
        refused(
                Refusal.Kind.UNKNOWN,
                "gives no advice",
                () -> decide(
                        new RecommendationId(first.userId(), "no_such_code", first.asOf()), 0, Decision.approve("")));
        refused(
                Refusal.Kind.UNKNOWN,
                "gives no advice",
                () -> decide(
                        new RecommendationId(first.userId(), first.code(), LocalDate.of(2001, 1, 1)),
                        0,
                        Decision.approve("")));
    }

    @Test
    void other_words_pass_what_rule_written_words_pass() {
        decide(
                first,
                0,
                Decision.override("Room on your card", "Below {param.card_low} you overspend less.", "tone", ""));

        AdviceReview overridden = review.advice(first);
        assertThat(overridden.status()).isEqualTo(Status.OVERRIDDEN);
        assertThat(overridden.title()).contains("Room on your card");
        assertThat(overridden.body().orElseThrow())
                .as("a parameter is filled in, and a phrase with a replacement gives way")
                .matches("Below \\d+% your spending is above your income less\\.");
    }

    @Test
    void words_that_a_guardrail_or_a_check_would_stop_are_stopped() {
        refused(
                Refusal.Kind.HELD_BACK,
                "tone: the text shames or alarms",
                () -> override("You", "You are Irresponsible."));
        refused(Refusal.Kind.HELD_BACK, "has a figure of its own", () -> override("Save 500 dollars", "Do it."));
        refused(Refusal.Kind.HELD_BACK, "names no parameter", () -> override("A", "{param.no_such_thing} of it."));
        refused(Refusal.Kind.HELD_BACK, "cannot be filled in", () -> override("A", "Of {nothing} known."));
        refused(Refusal.Kind.INVALID, "title: expected", () -> override("", "Text."));
        assertThat(review.advice(first).version()).isZero();
        assertThatThrownBy(() -> override("Save 500 dollars", "Do it."))
                .isInstanceOfSatisfying(
                        Refusal.class, held -> assertThat(held.field()).isEqualTo("title"));
    }

    @Test
    void another_persona_needs_a_justification_and_one_that_is_declared() {
        String user = first.userId();
        String before = Town.findings(file, user).primaryPersona().orElseThrow().persona();
        Entry entry = review.overridePersona(Town.ANN, user, "balanced", "told us so", 0);
        assertThat(entry.detail().orElseThrow().before()).isEqualTo(before);
        assertThat(review.user(user).persona()).contains("balanced");
        refused(Refusal.Kind.STALE, "version 1", () -> review.overridePersona(Town.BEN, user, "balanced", "x", 0));
        refused(
                Refusal.Kind.INVALID,
                "justification",
                () -> review.overridePersona(Town.BEN, user, "balanced", " ", 1));
        refused(
                Refusal.Kind.INVALID,
                "persona: expected one of",
                () -> review.overridePersona(Town.BEN, user, "rich", "x", 1));
        review.undo(Town.BEN, List.of(entry.sequence()), "");
        assertThat(review.user(user).persona()).isEmpty();
    }

    @Test
    void nothing_can_be_decided_or_seen_of_those_who_revoke_consent() {
        decide(first, 0, Decision.approve("private matter"));
        review.setConsent(Town.BEN, first.userId(), false, "called us");

        refused(Refusal.Kind.NO_CONSENT, "consent", () -> decide(first, 1, Decision.reject("", "")));
        refused(Refusal.Kind.NO_CONSENT, "consent", () -> review.advice(first));
        assertThat(review.item(first)).isEmpty();
        assertThat(review.given(first)).isEmpty();
        assertThat(review.entries(EntryFilter.ALL, Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.action() == Action.APPROVED)
                .allMatch(entry -> entry.detail().isEmpty());
        assertThat(review.setConsent(Town.BEN, first.userId(), false, ""))
                .as("it is so already")
                .isEmpty();

        review.setConsent(Town.BEN, first.userId(), true, "");
        assertThat(review.advice(first).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void changes_tell_an_index_what_is_otherwise() {
        decide(first, 0, Decision.approve(""));
        long seen = review.revision();
        Entry entry = decide(first, 1, Decision.reject("", ""));
        review.undo(Town.ANN, List.of(entry.sequence()), "");
        review.overridePersona(Town.ANN, second.userId(), "balanced", "x", 0);
        review.setConsent(Town.ANN, second.userId(), false, "");
        assertThat(review.changes(seen))
                .containsExactly(
                        new Change.Decided(seen + 1, first, Status.REJECTED),
                        new Change.Decided(seen + 2, first, Status.APPROVED),
                        new Change.FirstPersona(seen + 3, second.userId(), Optional.of("balanced")),
                        new Change.Consent(seen + 4, second.userId(), false));
    }

    @Test
    void disagreement_is_counted_against_the_rules_behind_what_was_decided() {
        List<RecommendationId> interest = Town.advice(file).stream()
                .filter(id -> id.code().equals("utilization_interest"))
                .toList();
        assertThat(interest).hasSizeGreaterThan(2);
        decide(interest.get(0), 0, Decision.reject("wrong_figures", ""));
        decide(interest.get(1), 0, Decision.approve(""));
        decide(interest.get(2), 0, Decision.note("undecided"));
        String overridden = interest.get(0).userId();
        String persona =
                Town.findings(file, overridden).primaryPersona().orElseThrow().persona();
        review.overridePersona(Town.ANN, overridden, "balanced", "x", 0);

        Disagreements found = review.disagreements(1);
        assertThat(found.users()).isEqualTo(1);
        assertThat(found.waiting()).isEqualTo(1);
        found = review.disagreements(100);
        assertThat(found.waiting()).isZero();
        Disagreement advice = found.rules().stream()
                .filter(each -> each.about() == Disagreement.About.ADVICE)
                .reduce((a, b) -> {
                    throw new AssertionError("one rule drafts this advice");
                })
                .orElseThrow();
        assertThat(advice.rule()).isEqualTo("Advise on a full card that costs interest");
        assertThat(advice.rejected()).isEqualTo(1);
        assertThat(advice.rate().hits()).isEqualTo(1);
        assertThat(advice.rate().cases()).isEqualTo(2);
        assertThat(advice.rate().share().orElseThrow().low()).isBetween(0.05, 0.15);
        assertThat(found.rules())
                .filteredOn(each -> each.about() == Disagreement.About.PERSONA)
                .as("rules for " + persona)
                .isNotEmpty()
                .anyMatch(each -> each.overridden() == 1)
                .allMatch(each -> each.rate().cases() <= 2);
    }

    @Test
    void the_recommended_text_is_untouched_by_any_of_this() {
        decide(first, 0, Decision.override("Other", "Words.", "", ""));
        Recommendation stored = Town.findings(file, first.userId()).recommendations().stream()
                .filter(each -> each.code().equals(first.code()))
                .findFirst()
                .orElseThrow();
        assertThat(stored.title()).isNotEqualTo("Other");
        assertThat(file).hasSameBinaryContentAs(made);
    }

    private void override(String title, String body) {
        decide(first, 0, Decision.override(title, body, "", ""));
    }

    private Entry decide(RecommendationId id, long version, Decision decision) {
        return review.decide(Town.ANN, new Expected(id, version), decision);
    }

    private void reopen() {
        review.close();
        review = Town.open(file);
    }

    private static void refused(Refusal.Kind kind, String words, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
