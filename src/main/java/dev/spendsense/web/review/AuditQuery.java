package dev.spendsense.web.review;

import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.EntryWriter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.web.problems.Problem;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is asked of an audit log, read from a request. */
final class AuditQuery {

    private AuditQuery() {}

    static EntryFilter filter(String who, String what, String user, String target, Instant from, Instant to) {
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

    static long before(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", cursor, "`next` of an earlier answer");
        }
    }

    /** A head that was answered before; empty when none is given. */
    static Optional<Head> head(String head) {
        return Optional.ofNullable(head)
                .map(text -> Head.parse(text)
                        .orElseThrow(
                                () -> Problem.field("head", text, "a number and 64 hexadecimal digits, as 17:5e0c…")));
    }

    /**
     * A log as a file, read piece by piece, so that a slow reader keeps nobody waiting.
     *
     * @param entries the next ones before a number, newest first; none at the end
     */
    static ResponseEntity<StreamingResponseBody> export(String name, String format, LongFunction<List<Entry>> entries) {
        if (!format.equals("jsonl") && !format.equals("csv")) {
            throw Problem.field("format", format, "jsonl or csv");
        }
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .body(out -> {
                    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        write(entries, csv ? EntryWriter.csv(writer) : EntryWriter.jsonLines(writer));
                    }
                });
    }

    private static void write(LongFunction<List<Entry>> entries, EntryWriter writer) throws IOException {
        List<Entry> piece = entries.apply(Long.MAX_VALUE);
        while (!piece.isEmpty()) {
            piece.forEach(writer);
            piece = entries.apply(piece.get(piece.size() - 1).sequence());
        }
    }
}
