package dev.spendsense.web.rules;

import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.rules.trial.TrialAnswer;
import dev.spendsense.web.rules.trial.TrialOrder;
import dev.spendsense.web.rules.trial.TrialOrder.Kind;
import dev.spendsense.web.security.Caller;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "rules")
@RestController
@RequestMapping(Api.ROOT + "/rules")
class TrialController {

    private static final String WAITING =
            " Without `draft` it is about the rules as they are. Answers when it is done, if "
                    + "that is within `wait` seconds; else 202 with the trial, whose address is in Location.";
    private static final String SOON = "30";
    private static final String NOT = "0";
    private static final int LONGEST_WAIT = 60;

    private final Orders orders;
    private final Trials trials;
    private final Clock clock;

    TrialController(Orders orders, Trials trials, Clock clock) {
        this.orders = orders;
        this.trials = trials;
        this.clock = clock;
    }

    @Operation(
            operationId = "checkRules",
            summary = "Everything that is wrong with rules",
            description = "Errors and warnings, with lines." + WAITING)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialAnswer.Checked.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Trial.Json.class)))
    @Needs(Role.ANALYST)
    @PostMapping("/check")
    ResponseEntity<Object> check(
            @RequestBody Posted.Texts body, @RequestParam(defaultValue = SOON) int wait, Caller caller) {
        return answer(orders.ofTexts(Kind.CHECK, orders.draft(body.draft())), null, wait, caller);
    }

    @Operation(
            operationId = "testRules",
            summary = "The cases of rules, judged",
            description = "What each expects and what came of it." + WAITING)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialAnswer.Tested.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Trial.Json.class)))
    @Needs(Role.ANALYST)
    @PostMapping("/test")
    ResponseEntity<Object> test(
            @RequestBody Posted.Texts body, @RequestParam(defaultValue = SOON) int wait, Caller caller) {
        return answer(orders.ofTexts(Kind.TEST, orders.draft(body.draft())), null, wait, caller);
    }

    @Operation(
            operationId = "findImpact",
            summary = "Whom a draft changes",
            description = "Who is given other personas, by which rules, and what advice comes and goes." + WAITING)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialAnswer.Felt.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Trial.Json.class)))
    @Needs(Role.ANALYST)
    @PostMapping("/impact")
    ResponseEntity<Object> impact(
            @RequestBody Posted.Impact body, @RequestParam(defaultValue = NOT) int wait, Caller caller) {
        return answer(orders.impact(body), dataset(body.people()), wait, caller);
    }

    @Operation(
            operationId = "sweepParameter",
            summary = "A parameter at several values",
            description = "How well personas are found at each, and where it makes little difference." + WAITING)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialAnswer.Swept.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Trial.Json.class)))
    @Needs(Role.ANALYST)
    @PostMapping("/sweep")
    ResponseEntity<Object> sweep(
            @RequestBody Posted.Sweep body, @RequestParam(defaultValue = NOT) int wait, Caller caller) {
        return answer(orders.sweep(body), dataset(body.people()), wait, caller);
    }

    @Operation(
            operationId = "explainByRules",
            summary = "Why a user is judged so",
            description = "From advice down to transactions, and what would have judged otherwise." + WAITING)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TrialAnswer.Explained.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Trial.Json.class)))
    @Needs(Role.ANALYST)
    @PostMapping("/explain")
    ResponseEntity<Object> explain(
            @RequestBody Posted.Explain body, @RequestParam(defaultValue = SOON) int wait, Caller caller) {
        return answer(orders.explain(body), body.dataset(), wait, caller);
    }

    private static String dataset(Posted.People people) {
        return people == null ? null : people.dataset();
    }

    private ResponseEntity<Object> answer(TrialOrder order, String dataset, int wait, Caller caller) {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw Problem.field("wait", wait, "0 to " + LONGEST_WAIT);
        }
        Trial trial = trials.submit(new Trial(order, Optional.ofNullable(dataset), caller.name(), clock.instant()));
        if (trial.await(wait)) {
            trial.problem().ifPresent(problem -> {
                throw problem;
            });
            if (trial.answer().isPresent()) {
                return ResponseEntity.ok(orders.shown(trial).answer());
            }
        }
        return ResponseEntity.accepted()
                .location(URI.create(Api.ROOT + "/rules/trials/" + trial.id()))
                .body(orders.shown(trial));
    }

    @Operation(
            operationId = "listTrials",
            summary = "Trials of rules, the last first",
            description = "Without answers.")
    @Needs(Role.ANALYST)
    @GetMapping("/trials")
    Page<Trial.Json> list(PageRequest page) {
        return page.page(trials.list(), trial -> {
            Trial.Json json = trial.json();
            return new Trial.Json(
                    json.id(),
                    json.kind(),
                    json.status(),
                    json.requester(),
                    json.submitted(),
                    json.progress(),
                    null,
                    json.problem());
        });
    }

    @Operation(
            operationId = "readTrial",
            summary = "A trial of rules",
            description = "Its progress; once it is over, what came of it.")
    @Needs(Role.ANALYST)
    @GetMapping("/trials/{id}")
    Trial.Json get(@PathVariable String id) {
        return orders.shown(trials.get(id));
    }

    @Operation(operationId = "cancelTrial", summary = "Ends a trial")
    @Needs(Role.ANALYST)
    @PostMapping("/trials/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Trial.Json cancel(@PathVariable String id) {
        Trial trial = trials.get(id);
        trials.cancel(trial);
        return orders.shown(trial);
    }
}
