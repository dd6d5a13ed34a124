package dev.spendsense.web.review;

import dev.spendsense.review.Disagreement;
import dev.spendsense.review.Disagreements;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.EntryWriter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.Verification;
import dev.spendsense.web.Api;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
     * A piece of the log, newest first.
     *
     * @param next the cursor with which it goes on; missing at its end
     * @param total how many entries the filters let through
     */
    record AuditPage(List<EntryWriter.Row> items, String next, long total) {

        static AuditPage of(List<Entry> found, int limit, long total) {
            boolean more = found.size() > limit;
            List<Entry> items = more ? found.subList(0, limit) : found;
            return new AuditPage(
                    items.stream().map(EntryWriter.Row::of).toList(),
                    more ? Long.toString(items.get(items.size() - 1).sequence()) : null,
                    total);
        }
    }

    /**
     * Whether the log is as it was written.
     *
     * @param head to be noted elsewhere, and given the next time
     * @param sequence of the first entry that is not; missing when all are
     * @param problem what is wrong with it
     */
    record VerificationJson(boolean holds, long entries, String head, Long sequence, String problem) {

        static VerificationJson of(Verification found) {
            return new VerificationJson(
                    found.holds(),
                    found.entries(),
                    found.head().toString(),
                    found.fault().map(Verification.Fault::sequence).orElse(null),
                    found.fault().map(Verification.Fault::problem).orElse(null));
        }
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
        EntryFilter filter = filter(who, what, user, target, from, to);
        long before = before(page.cursor());
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
        Optional<Head> pinned = Optional.ofNullable(head)
                .map(text -> Head.parse(text)
                        .orElseThrow(
                                () -> Problem.field("head", text, "a number and 64 hexadecimal digits, as 17:5e0c…")));
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
        if (!format.equals("jsonl") && !format.equals("csv")) {
            throw Problem.field("format", format, "jsonl or csv");
        }
        boolean csv = format.equals("csv");
        EntryFilter filter = filter(who, what, user, target, from, to);
        reviews.with(dataset, (served, review) -> review.revision());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + dataset + "-audit." + format + "\"")
                .body(out -> {
                    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        write(dataset, filter, csv ? EntryWriter.csv(writer) : EntryWriter.jsonLines(writer));
                    }
                });
    }

    /** Piece by piece, so that a slow reader keeps nobody waiting. */
    private void write(String dataset, EntryFilter filter, EntryWriter writer) throws IOException {
        long before = Long.MAX_VALUE;
        List<Entry> piece;
        do {
            long last = before;
            piece = reviews.with(dataset, (served, review) -> review.entries(filter, last, PageRequest.MOST));
            piece.forEach(writer);
            before = piece.isEmpty() ? before : piece.get(piece.size() - 1).sequence();
        } while (!piece.isEmpty());
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

    private static EntryFilter filter(String who, String what, String user, String target, Instant from, Instant to) {
        Optional<Action> action =
                Optional.ofNullable(what).map(label -> Action.labelled(label).orElseThrow(() -> unknownAction(label)));
        return new EntryFilter(
                Optional.ofNullable(who),
                action,
                Optional.ofNullable(user),
                Optional.ofNullable(target),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private static Problem unknownAction(String label) {
        String known = Arrays.stream(Action.values()).map(Action::label).collect(Collectors.joining(", "));
        return Problem.field("what", label, "one of " + known);
    }

    private static long before(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", cursor, "`next` of an earlier answer");
        }
    }
}
