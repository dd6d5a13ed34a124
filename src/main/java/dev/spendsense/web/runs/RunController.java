package dev.spendsense.web.runs;

import dev.spendsense.queue.Run;
import dev.spendsense.queue.RunFilter;
import dev.spendsense.queue.RunPage;
import dev.spendsense.queue.RunQueue;
import dev.spendsense.queue.RunRequest;
import dev.spendsense.queue.RunStatus;
import dev.spendsense.queue.Submission;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.security.Caller;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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

@Tag(name = "runs", description = "Datasets in the making.")
@RestController
@RequestMapping(RunController.PATH)
final class RunController {

    static final String PATH = Api.ROOT + "/runs";
    static final String KEY = "Idempotency-Key";

    private static final String YAML = "application/yaml";

    private final RunQueue queue;
    private final RunStreams streams;

    RunController(RunQueue queue, RunStreams streams) {
        this.queue = queue;
        this.streams = streams;
    }

    @Operation(
            operationId = "startRun",
            summary = "Order a run",
            description =
                    "Answers at once; follow the run under its Location. The same Idempotency-Key orders but once.")
    @ApiResponse(responseCode = "202")
    @Needs(Role.ANALYST)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunJson> order(
            @RequestBody PostedRun order,
            @RequestHeader(name = KEY, required = false) String key,
            @Parameter(hidden = true) Caller caller) {
        return accepted(queue.submit(order.request(caller.name(), Optional.ofNullable(key))));
    }

    /**
     * Orders a run of a scenario that is sent. Any number of parameters {@code set=PATH=VALUE} replace fields of it.
     *
     * @param name what the scenario is called
     */
    @Operation(hidden = true)
    @Needs(Role.ANALYST)
    @PostMapping(consumes = YAML)
    ResponseEntity<RunJson> order(
            @RequestBody byte[] text,
            @RequestParam(defaultValue = "scenario") String name,
            @RequestParam(required = false) String dataset,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestHeader(name = KEY, required = false) String key,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        return accepted(queue.submit(new RunRequest(
                name,
                Optional.of(text(text)),
                settings(request.getParameterValues("set")),
                Optional.ofNullable(dataset),
                replace,
                caller.name(),
                Optional.ofNullable(key))));
    }

    @Operation(operationId = "listRuns", summary = "Runs, the latest first")
    @Needs(Role.VIEWER)
    @GetMapping
    Page<RunJson> list(
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam(required = false) String scenario,
            @RequestParam(required = false) String dataset,
            @RequestParam(required = false) String requester,
            PageRequest page) {
        RunFilter filter = new RunFilter(
                status.stream().map(RunController::status).collect(Collectors.toSet()),
                Optional.ofNullable(scenario),
                Optional.ofNullable(dataset),
                Optional.ofNullable(requester));
        RunPage found = queue.list(filter, Optional.ofNullable(page.cursor()), page.limit());
        return new Page<>(
                found.runs().stream().map(RunJson::of).toList(), found.next().orElse(null), found.total());
    }

    @Operation(operationId = "readRun", summary = "How a run stands")
    @Needs(Role.VIEWER)
    @GetMapping("/{id}")
    RunJson get(@PathVariable String id) {
        return RunJson.of(queue.get(id));
    }

    @Operation(
            operationId = "followRun",
            summary = "A run's standing as server-sent events, until its end",
            description = "Each event is named by the status and holds the run; Last-Event-ID goes on after one.")
    @Needs(Role.VIEWER)
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long after,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        streams.start(id, after, request, response);
    }

    @Operation(operationId = "cancelRun", summary = "Cancel a run that has not ended")
    @Needs(Role.ANALYST)
    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunJson cancel(@PathVariable String id) {
        return RunJson.of(queue.cancel(id));
    }

    /** @param withDataset whether the dataset goes as well */
    @Operation(
            operationId = "deleteRun",
            summary = "Forget a run that has ended, and with `dataset=true` what it made",
            description = "The audit log of a dataset that goes is kept, under `deleted` in the data folder.")
    @Needs(Role.ADMIN)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @RequestParam(name = "dataset", defaultValue = "false") boolean withDataset,
            @Parameter(hidden = true) Caller caller) {
        queue.delete(id, withDataset, new Actor(caller.name(), caller.role().toString()));
    }

    private static Map<String, String> settings(String[] given) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : given == null ? new String[0] : given) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw Problem.field("set", setting, "PATH=VALUE, as in users=100");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static RunStatus status(String word) {
        return Stream.of(RunStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        "status",
                        word,
                        Stream.of(RunStatus.values()).map(RunStatus::word).collect(Collectors.joining(", "))));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.field("body", "bytes that are not UTF-8", "YAML in UTF-8");
        }
    }

    private static ResponseEntity<RunJson> accepted(Submission submission) {
        Run run = submission.run();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + run.id()))
                .body(RunJson.of(run));
    }
}
