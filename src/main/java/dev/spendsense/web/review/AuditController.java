package dev.spendsense.web.review;

import dev.spendsense.review.Disagreement;
import dev.spendsense.review.Disagreements;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.web.Api;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@Tag(name = "audit", description = "What people did, and whether the log of it is whole.")
@RestController
@RequestMapping(Api.ROOT + "/datasets/{dataset}")
class AuditController {

    private static final int TRACED_AT_ONCE = 300;

    private final Reviews reviews;

    AuditController(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * How often people think otherwise than a rule.
     *
     * @param about advice or persona
     * @param disagreed rejected, overridden and flagged together
     * @param decided all that was decided
     * @param rate disagreed over decided, with the ends of its 95% interval
     */
    record DisagreementJson(
            String rule,
            String about,
            int rejected,
            int overridden,
            int flagged,
            int disagreed,
            int decided,
            Double rate,
            Double low,
            Double high) {

        static DisagreementJson of(Disagreement it) {
            return new DisagreementJson(
                    it.rule(),
                    it.about().name().toLowerCase(Locale.ROOT),
                    it.rejected(),
                    it.overridden(),
                    it.flagged(),
                    it.rate().hits(),
                    it.rate().cases(),
                    it.rate().share().map(share -> share.value()).orElse(null),
                    it.rate().share().map(share -> share.low()).orElse(null),
                    it.rate().share().map(share -> share.high()).orElse(null));
        }
    }

    /**
     * The rules that people disagree with, the most disagreed with first.
     *
     * @param users whose findings were traced to their rules
     * @param waiting further users who are traced when this is asked for again
     */
    record DisagreementsJson(List<DisagreementJson> items, int total, int users, int waiting) {}

    @Operation(
            operationId = "readAudit",
            summary = "The audit log, newest first",
            description = "What entries say of users who do not consent, or were erased, is left out.")
    @Needs(Role.VIEWER)
    @GetMapping("/audit")
    AuditPage list(
            @PathVariable String dataset,
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String user,
            @RequestParam(required = false) String target,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            PageRequest page) {
        EntryFilter filter = AuditQuery.filter(who, what, user, target, from, to);
        long before = AuditQuery.before(page.cursor());
        return reviews.with(
                dataset,
                (served, review) -> AuditPage.of(
                        review.entries(filter, before, page.limit() + 1), page.limit(), review.entryCount(filter)));
    }

    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the audit log is as it was written",
            description = "`head`, as it was answered before, also finds entries that were cut off at the end.")
    @Needs(Role.VIEWER)
    @GetMapping("/audit/verify")
    VerificationJson verify(@PathVariable String dataset, @RequestParam(required = false) String head) {
        Optional<Head> pinned = AuditQuery.head(head);
        return reviews.with(dataset, (served, review) -> VerificationJson.of(review.verify(pinned)));
    }

    @Operation(
            operationId = "exportAudit",
            summary = "The audit log as JSON lines or CSV",
            description = "`format` is jsonl or csv.")
    @Needs(Role.VIEWER)
    @GetMapping(path = "/audit/export")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String dataset,
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String user,
            @RequestParam(required = false) String target,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to) {
        EntryFilter filter = AuditQuery.filter(who, what, user, target, from, to);
        reviews.with(dataset, (served, review) -> review.revision());
        return AuditQuery.export(
                dataset + "-audit",
                format,
                before -> reviews.with(dataset, (served, review) -> review.entries(filter, before, PageRequest.MOST)));
    }

    @Operation(
            summary = "The rules that people disagree with most",
            description = "Users with new decisions are judged again to find the rules behind them, " + TRACED_AT_ONCE
                    + " at a time; `waiting` says how many are left.")
    @Needs(Role.VIEWER)
    @GetMapping("/disagreements")
    DisagreementsJson disagreements(@PathVariable String dataset) {
        Disagreements found = reviews.with(dataset, (served, review) -> review.disagreements(TRACED_AT_ONCE));
        return new DisagreementsJson(
                found.rules().stream().map(DisagreementJson::of).toList(),
                found.rules().size(),
                found.users(),
                found.waiting());
    }
}
