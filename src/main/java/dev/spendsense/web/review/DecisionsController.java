package dev.spendsense.web.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.AdviceReview;
import dev.spendsense.review.Decision;
import dev.spendsense.review.Expected;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryWriter;
import dev.spendsense.web.Api;
import dev.spendsense.web.Versions;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.security.Caller;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "review")
@RestController
@RequestMapping(Api.ROOT + "/datasets/{dataset}")
class DecisionsController {

    private final Reviews reviews;

    DecisionsController(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The entries of the log that something has brought. */
    record Done(List<EntryWriter.Row> entries) {}

    @Operation(
            summary = "Decides about a piece of advice",
            description =
                    "With `If-Match`, the ETag of the advice as it was seen. Answers with the advice as it is now.")
    @Needs(Role.OPERATOR)
    @PostMapping("/recommendations/{recommendation}/decisions")
    ResponseEntity<AdviceJson> decide(
            @PathVariable String dataset,
            @PathVariable String recommendation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody DecisionRequest request,
            Caller caller) {
        RecommendationId id = DecisionRequest.id(recommendation);
        Decision decision = request.meant();
        return reviews.with(dataset, (served, review) -> {
            AdviceReview seen = review.advice(id);
            Versions.mustMatch(ifMatch, QueueController.tag(served, seen));
            review.decide(actor(caller), new Expected(id, seen.version()), decision);
            ResponseEntity<AdviceJson> now = QueueController.answer(served, review, id);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .headers(now.getHeaders())
                    .body(now.getBody());
        });
    }

    @Operation(
            summary = "Decides the same about several pieces of advice",
            description = "About all, or when one is not as it was seen, about none.")
    @Needs(Role.OPERATOR)
    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Done decideAll(@PathVariable String dataset, @RequestBody DecisionRequest.Bulk request, Caller caller) {
        if (request.decision() == null) {
            throw Problem.field("decision", null, "what is decided");
        }
        List<Expected> seen = request.expected();
        Decision decision = request.decision().meant();
        return reviews.with(dataset, (served, review) -> done(review.decide(actor(caller), seen, decision)));
    }

    @Operation(summary = "Makes a decision count no more", description = "It stays in the log, and so does this.")
    @Needs(Role.OPERATOR)
    @DeleteMapping("/decisions/{decision}")
    Done undo(
            @PathVariable String dataset,
            @PathVariable long decision,
            @RequestParam(defaultValue = "") String note,
            Caller caller) {
        return reviews.with(dataset, (served, review) -> done(review.undo(actor(caller), List.of(decision), note)));
    }

    @Operation(
            summary = "Makes several decisions count no more",
            description = "All, or when one cannot be undone, none.")
    @Needs(Role.OPERATOR)
    @PostMapping("/decisions/undo")
    Done undoAll(@PathVariable String dataset, @RequestBody DecisionRequest.Undo request, Caller caller) {
        if (request.decisions() == null || request.decisions().isEmpty()) {
            throw Problem.field("decisions", null, "numbers of decisions");
        }
        return reviews.with(
                dataset,
                (served, review) ->
                        done(review.undo(actor(caller), request.decisions(), DecisionRequest.text(request.note()))));
    }

    static Done done(List<Entry> entries) {
        return new Done(entries.stream().map(EntryWriter.Row::of).toList());
    }

    static Actor actor(Caller caller) {
        return new Actor(caller.name(), caller.role().toString());
    }
}
