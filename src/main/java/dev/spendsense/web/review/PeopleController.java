package dev.spendsense.web.review;

import dev.spendsense.review.Review;
import dev.spendsense.review.UserReview;
import dev.spendsense.review.audit.EntryWriter;
import dev.spendsense.web.Api;
import dev.spendsense.web.Versions;
import dev.spendsense.web.datasets.ServedDataset;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "review")
@RestController
@RequestMapping(Api.ROOT + "/datasets/{dataset}/users/{user}")
class PeopleController {

    private final Reviews reviews;

    PeopleController(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * What was decided about a user.
     *
     * @param consents whether findings may be shown
     * @param erasing whether an erasure was begun and has not come to its end
     * @param persona the first persona that somebody has said; missing when it is as the rules have it, or must not be
     *     shown
     * @param decision number of the entry that said so
     * @param history all entries about the persona, oldest first
     */
    record UserReviewJson(
            String userId,
            boolean consents,
            boolean erasing,
            long version,
            String persona,
            Long decision,
            List<EntryWriter.Row> history) {

        static UserReviewJson of(UserReview user, boolean consents) {
            return new UserReviewJson(
                    user.userId(),
                    consents,
                    user.erasing(),
                    user.version(),
                    consents ? user.persona().orElse(null) : null,
                    consents
                            ? user.personaEntry().map(entry -> entry.sequence()).orElse(null)
                            : null,
                    consents ? user.entries().stream().map(EntryWriter.Row::of).toList() : List.of());
        }
    }

    /** Another first persona, and why. */
    record PersonaRequest(String persona, String justification) {}

    /** What a user says about consent. */
    record ConsentRequest(Boolean given, String reason) {}

    /** Why a user is erased. */
    record ErasureRequest(String reason) {}

    /**
     * An erasure that was done.
     *
     * @param before fingerprints of the dataset before
     * @param after fingerprints of the dataset now
     * @param entry number of the entry of the log
     */
    record ErasureJson(String userId, String before, String after, long entry) {}

    @Operation(operationId = "readUserReview", summary = "What was decided about a user")
    @Needs(Role.VIEWER)
    @GetMapping("/review")
    ResponseEntity<UserReviewJson> read(@PathVariable String dataset, @PathVariable String user) {
        return reviews.with(dataset, (served, review) -> answer(served, review, user));
    }

    private static ResponseEntity<UserReviewJson> answer(ServedDataset served, Review review, String user) {
        UserReview found = review.user(user);
        boolean consents = review.consents(user);
        return ResponseEntity.ok().eTag(tag(served, found, consents)).body(UserReviewJson.of(found, consents));
    }

    private static String tag(ServedDataset served, UserReview user, boolean consents) {
        return Versions.tag(served.tag().replace("\"", ""), user.version(), consents, user.erasing());
    }

    @Operation(
            summary = "Says what a user's first persona is",
            description = "With `If-Match`, the ETag of `review` of that user as it was seen.")
    @Needs(Role.OPERATOR)
    @PostMapping("/persona-override")
    ResponseEntity<UserReviewJson> overridePersona(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody PersonaRequest request,
            Caller caller) {
        return reviews.with(dataset, (served, review) -> {
            UserReview seen = review.user(user);
            Versions.mustMatch(ifMatch, tag(served, seen, review.consents(user)));
            review.overridePersona(
                    DecisionsController.actor(caller),
                    user,
                    DecisionRequest.text(request.persona()),
                    DecisionRequest.text(request.justification()),
                    seen.version());
            ResponseEntity<UserReviewJson> now = answer(served, review, user);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .headers(now.getHeaders())
                    .body(now.getBody());
        });
    }

    @Operation(
            summary = "Notes what a user says about consent",
            description = "Holds at once: findings of a user without consent are shown nowhere.")
    @Needs(Role.OPERATOR)
    @PutMapping("/consent")
    ResponseEntity<UserReviewJson> consent(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestBody ConsentRequest request,
            Caller caller) {
        if (request.given() == null) {
            throw Problem.field("given", null, "true or false");
        }
        return reviews.with(dataset, (served, review) -> {
            review.setConsent(
                    DecisionsController.actor(caller), user, request.given(), DecisionRequest.text(request.reason()));
            return answer(served, review, user);
        });
    }

    @Operation(
            summary = "Erases everything that was found about a user",
            description = "The dataset is written anew, under other fingerprints. It cannot be undone.")
    @Needs(Role.ADMIN)
    @PostMapping("/erasure")
    ErasureJson erase(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestBody ErasureRequest request,
            Caller caller) {
        return reviews.with(dataset, (served, review) -> {
            Review.Erased erased =
                    review.erase(DecisionsController.actor(caller), user, DecisionRequest.text(request.reason()));
            return new ErasureJson(
                    user, erased.before(), erased.after(), erased.entry().sequence());
        });
    }
}
