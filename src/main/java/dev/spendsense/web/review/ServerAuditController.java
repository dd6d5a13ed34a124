package dev.spendsense.web.review;

import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.web.Api;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@Tag(name = "audit")
@RestController
@RequestMapping(Api.ROOT + "/audit")
class ServerAuditController {

    private final AuditLog log;

    ServerAuditController(AuditLog log) {
        this.log = log;
    }

    @Operation(
            operationId = "readServerAudit",
            summary = "The server's own audit log, newest first",
            description =
                    "What concerns no single dataset: rules that were adopted, runs that were started or deleted, "
                            + "datasets that were removed.")
    @Needs(Role.ADMIN)
    @GetMapping
    AuditPage list(
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String target,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            PageRequest page) {
        EntryFilter filter = AuditQuery.filter(who, what, null, target, from, to);
        return AuditPage.of(
                log.page(filter, AuditQuery.before(page.cursor()), page.limit() + 1), page.limit(), log.count(filter));
    }

    @Operation(
            operationId = "verifyServerAudit",
            summary = "Whether the server's audit log is as it was written",
            description = "`head`, as it was answered before, also finds entries that were cut off at the end.")
    @Needs(Role.ADMIN)
    @GetMapping("/verify")
    VerificationJson verify(@RequestParam(required = false) String head) {
        return VerificationJson.of(log.verifyApart(AuditQuery.head(head)));
    }

    @Operation(
            operationId = "exportServerAudit",
            summary = "The server's audit log as JSON lines or CSV",
            description = "`format` is jsonl or csv.")
    @Needs(Role.ADMIN)
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String target,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to) {
        EntryFilter filter = AuditQuery.filter(who, what, null, target, from, to);
        return AuditQuery.export("server-audit", format, before -> log.page(filter, before, PageRequest.MOST));
    }
}
