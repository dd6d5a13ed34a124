package dev.spendsense.web.scenarios;

import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import dev.spendsense.yaml.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "scenarios", description = "What runs are made from.")
@RestController
@RequestMapping(Api.ROOT + "/scenarios")
class ScenariosController {

    /** What a scenario is called in messages when it came without a name. */
    private static final String SENT = "scenario";

    private final ScenarioShelf shelf;
    private final ReadShelf read;

    ScenariosController(ScenarioShelf shelf, ReadShelf read) {
        this.shelf = shelf;
        this.read = read;
    }

    /** A scenario to check: YAML, or the name of one on the shelf, with settings that replace fields of it. */
    record CheckRequest(String scenario, String text, List<String> overrides) {}

    /** What is wrong with a scenario; when nothing is, what it would make. */
    record CheckJson(boolean valid, List<Fault> faults, ScenarioJson scenario) {

        static CheckJson of(Scenario scenario) {
            return new CheckJson(true, List.of(), ScenarioJson.of(scenario));
        }

        static CheckJson of(InvalidScenario invalid) {
            return new CheckJson(false, invalid.faults(), null);
        }
    }

    @Operation(operationId = "listScenarios", summary = "The scenarios on the shelf")
    @Needs(Role.VIEWER)
    @GetMapping
    ResponseEntity<Page<ScenarioJson>> list(PageRequest page) {
        ReadShelf.Known known = read.scenarios();
        return ResponseEntity.ok().eTag(known.tag()).body(page.page(known.scenarios(), scenario -> scenario));
    }

    @Operation(operationId = "readScenario", summary = "A scenario with its texts")
    @Needs(Role.VIEWER)
    @GetMapping("/{scenario}")
    ScenarioTextJson read(@PathVariable String scenario) {
        if (shelf.file(scenario).isEmpty()) {
            throw unknown(scenario);
        }
        ScenarioSource source = shelf.source(scenario, List.of());
        return new ScenarioTextJson(ScenarioJson.of(ScenarioReader.read(source)), source.files());
    }

    @Operation(
            operationId = "checkScenario",
            summary = "Everything that is wrong with a scenario",
            description =
                    "Takes YAML as application/yaml, or JSON with `scenario` (a name) or `text` (YAML) and `overrides`.")
    @Needs(Role.ANALYST)
    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    CheckJson check(@RequestBody CheckRequest request) {
        if ((request.scenario() == null) == (request.text() == null)) {
            throw Problem.field("scenario", request.scenario(), "either scenario or text");
        }
        List<String> overrides = request.overrides() == null ? List.of() : request.overrides();
        if (request.text() != null) {
            return checked(() -> shelf.source(SENT, request.text(), overrides));
        }
        if (shelf.file(request.scenario()).isEmpty()) {
            throw unknown(request.scenario());
        }
        return checked(() -> shelf.source(request.scenario(), overrides));
    }

    @Operation(summary = "Everything that is wrong with a scenario")
    @Needs(Role.ANALYST)
    @PostMapping(
            path = "/check",
            consumes = {MediaType.APPLICATION_YAML_VALUE, MediaType.TEXT_PLAIN_VALUE})
    CheckJson check(@RequestBody String text) {
        return checked(() -> shelf.source(SENT, text, List.of()));
    }

    private static CheckJson checked(Supplier<ScenarioSource> source) {
        try {
            return CheckJson.of(ScenarioReader.read(source.get()));
        } catch (InvalidScenario invalid) {
            return CheckJson.of(invalid);
        }
    }

    private static Problem unknown(String name) {
        return Problem.of(ProblemType.UNKNOWN_SCENARIO, "there is no scenario " + name)
                .with("scenario", name);
    }
}
