package dev.spendsense.web.rules;

import dev.spendsense.json.CheckJson;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.web.Api;
import dev.spendsense.web.Versions;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.rules.trial.TrialOrder.Kind;
import dev.spendsense.web.security.Caller;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import dev.spendsense.workbench.desk.Adoption;
import dev.spendsense.workbench.desk.RuleDraft;
import dev.spendsense.workbench.live.Reload;
import dev.spendsense.workbench.revisions.Remark;
import dev.spendsense.workbench.revisions.Revision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts that become the rules. */
@Tag(name = "rules")
@RestController
@RequestMapping(Api.ROOT + "/rules")
class AdoptController {

    private static final Logger LOG = LoggerFactory.getLogger(AdoptController.class);
    private static final int LONGEST_NOTE = 500;
    private static final int PATIENCE_SECONDS = 120;

    private final RuleBook book;
    private final Orders orders;
    private final Trials trials;
    private final AdoptionLog adoptions;
    private final Clock clock;

    AdoptController(RuleBook book, Orders orders, Trials trials, AdoptionLog adoptions, Clock clock) {
        this.book = book;
        this.adoptions = adoptions;
        this.orders = orders;
        this.trials = trials;
        this.clock = clock;
    }

    @Operation(
            operationId = "adoptRules",
            summary = "Makes a draft the rules",
            description =
                    "If-Match is the ETag of `GET /rules`. The draft has to be without errors, and its cases have to "
                            + "pass: else 422. From then on it judges; who adopted it and why stands in the revisions.")
    @Needs(Role.ANALYST)
    @PostMapping("/adopt")
    ResponseEntity<RulesJson.Kept> adopt(
            @RequestBody Posted.Adopt body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            Caller caller) {
        RuleDraft draft = orders.draft(body.draft());
        if (draft.isEmpty()) {
            throw Problem.field("draft", "nothing", "files that are changed or removed");
        }
        String note = body.note() == null ? "" : body.note();
        if (note.length() > LONGEST_NOTE) {
            throw Problem.field("note", note, "at most " + LONGEST_NOTE + " characters");
        }
        String found = book.folderRevision();
        Versions.mustMatch(ifMatch, RuleBook.tag(found));
        tryApart(draft, caller);
        Revision adopted = adopt(draft, found, new Remark(clock.instant(), caller.name(), note));
        writeDown();
        LOG.warn("rules adopted by {}: revision {}", caller.name(), adopted.brief());
        return ResponseEntity.ok()
                .eTag(RuleBook.tag(book.folderRevision()))
                .body(RulesJson.Kept.of(adopted, book.live().current().revision()));
    }

    /** The rules are adopted already; if the disk has no room to say so, the journal keeps it for the next time. */
    private void writeDown() {
        try {
            adoptions.catchUp();
        } catch (OperationsException | UncheckedIOException e) {
            LOG.error("an adoption is written down later", e);
        }
    }

    /** What would take all memory or never end does so in a process of its own, before this one tries it. */
    private void tryApart(RuleDraft draft, Caller caller) {
        Trial trial = trials.submit(
                new Trial(orders.ofTexts(Kind.TEST, draft), Optional.empty(), caller.name(), clock.instant()));
        if (!trial.await(PATIENCE_SECONDS)) {
            trials.cancel(trial);
            throw Problem.of(ProblemType.TRIALS_FULL, "other trials come first; nothing was adopted")
                    .header("Retry-After", Integer.toString(PATIENCE_SECONDS));
        }
        trial.problem().ifPresent(problem -> {
            throw problem;
        });
        JsonNode answer = trial.answer()
                .orElseThrow(() -> Problem.of(ProblemType.TRIALS_FULL, "the trial was cancelled; nothing was adopted"));
        boolean passed = answer.at("/result/passed").asBoolean(false);
        if (!passed || answer.at("/check/errors").asInt(1) > 0) {
            throw refused(answer.get("check"), answer.get("result"));
        }
    }

    private static Problem refused(Object check, Object tested) {
        return Problem.of(ProblemType.RULES_REFUSED, "errors or cases that are not as expected; nothing was adopted")
                .with("check", check)
                .with("tested", tested);
    }

    private Revision adopt(RuleDraft draft, String found, Remark remark) {
        AtomicReference<Adoption> outcome = new AtomicReference<>();
        try {
            keepWhatWas(found, remark);
            book.live().change(() -> outcome.set(book.desk().adopt(draft, found, book.revisions(), remark)));
        } catch (UncheckedIOException e) {
            LOG.error("rules cannot be adopted", e);
            throw Problem.of(ProblemType.NOT_KEPT, "the rules could not be written to the disk");
        }
        Adoption adoption = outcome.get();
        return switch (adoption.outcome()) {
            case ADOPTED -> adoption.revision().orElseThrow();
            case REFUSED ->
                throw refused(
                        CheckJson.of(Path.of("rules"), adoption.check()),
                        adoption.tested().orElse(null));
            case STALE ->
                throw Problem.of(ProblemType.STALE, "it was changed since it was read: read it again")
                        .with("current", RuleBook.tag(adoption.found()));
        };
    }

    /** The first who adopts a draft keeps what was there before as well, so that the log has a beginning. */
    private void keepWhatWas(String found, Remark remark) {
        if (book.revisions().holds(found)) {
            return;
        }
        Reload before = book.live().reload();
        if (before.trial().passed() && before.trial().source().revision().equals(found)) {
            book.revisions()
                    .keep(
                            before.trial().source(),
                            Optional.empty(),
                            new Remark(remark.at(), "", "as the rules were before they were first adopted here"),
                            before.trial().fitness());
        }
    }
}
