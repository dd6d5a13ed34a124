package dev.spendsense.web.runs;

import dev.spendsense.queue.Run;
import dev.spendsense.queue.RunFilter;
import dev.spendsense.queue.RunPage;
import dev.spendsense.queue.RunQueue;
import dev.spendsense.queue.RunRequest;
import dev.spendsense.queue.RunStatus;
import dev.spendsense.queue.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/runs}. */
@RestController
@RequestMapping("/api/v1/runs")
final class RunController {

    static final String KEY = "Idempotency-Key";

    private static final String YAML = "application/yaml";
    private static final String USUAL_LIMIT = "50";
    private static final int MOST = 200;

    private final RunQueue queue;
    private final RunStreams streams;

    RunController(RunQueue queue, RunStreams streams) {
        this.queue = queue;
        this.streams = streams;
    }

    /** Runs on a page. */
    record RunsJson(List<RunJson> items, String next, long total) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunJson> order(
            @RequestBody PostedRun order,
            @RequestHeader(name = KEY, required = false) String key,
            Principal requester) {
        return accepted(queue.submit(order.request(name(requester), Optional.ofNullable(key))));
    }

    /**
     * Orders a run of a scenario that is sent. Any number of parameters {@code set=PATH=VALUE} replace fields of it.
     *
     * @param name what the scenario is called
     */
    @PostMapping(consumes = YAML)
    ResponseEntity<RunJson> order(
            @RequestBody byte[] text,
            @RequestParam(defaultValue = "scenario") String name,
            @RequestParam(required = false) String dataset,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestHeader(name = KEY, required = false) String key,
            Principal requester,
            HttpServletRequest request) {
        return accepted(queue.submit(new RunRequest(
                name,
                Optional.of(text(text)),
                settings(request.getParameterValues("set")),
                Optional.ofNullable(dataset),
                replace,
                name(requester),
                Optional.ofNullable(key))));
    }

    @GetMapping
    RunsJson list(
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam(required = false) String scenario,
            @RequestParam(required = false) String dataset,
            @RequestParam(required = false) String requester,
            @RequestParam(defaultValue = USUAL_LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        RunFilter filter = new RunFilter(
                status.stream().map(RunController::status).collect(Collectors.toSet()),
                Optional.ofNullable(scenario),
                Optional.ofNullable(dataset),
                Optional.ofNullable(requester));
        RunPage page = queue.list(filter, Optional.ofNullable(cursor), limit(limit));
        return new RunsJson(
                page.runs().stream().map(RunJson::of).toList(), page.next().orElse(null), page.total());
    }

    @GetMapping("/{id}")
    RunJson get(@PathVariable String id) {
        return RunJson.of(queue.get(id));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        streams.start(id, after, request, response);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunJson cancel(@PathVariable String id) {
        return RunJson.of(queue.cancel(id));
    }

    /** @param withDataset whether the dataset goes as well */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestParam(name = "dataset", defaultValue = "false") boolean withDataset) {
        queue.delete(id, withDataset);
    }

    private static Map<String, String> settings(String[] given) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : given == null ? new String[0] : given) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new WrongParameter("set", setting, "PATH=VALUE, as in users=100");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static RunStatus status(String word) {
        return Stream.of(RunStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        "status",
                        word,
                        Stream.of(RunStatus.values()).map(RunStatus::word).collect(Collectors.joining(", "))));
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new WrongParameter("limit", Integer.toString(limit), "1 to " + MOST);
        }
        return limit;
    }

    private static String name(Principal requester) {
        return requester == null ? "anonymous" : requester.getName();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WrongParameter("body", "bytes that are no text", "YAML in UTF-8");
        }
    }

    private static ResponseEntity<RunJson> accepted(Submission submission) {
        Run run = submission.run();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.id()))
                .body(RunJson.of(run));
    }
}
