package dev.spendsense.web.datasets;

import dev.spendsense.json.ReportJson;
import dev.spendsense.json.ValidationJson;
import dev.spendsense.report.Compliance;
import dev.spendsense.report.Conclusions;
import dev.spendsense.report.Report;
import dev.spendsense.report.Thresholds;
import dev.spendsense.run.Provenance;
import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.datasets.Studies.Depth;
import dev.spendsense.web.datasets.Studies.Study;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "datasets", description = "What runs have made.")
@RestController
@RequestMapping(Api.ROOT + "/datasets")
class DatasetsController {

    private static final String SECONDS_TO_WAIT = "2";

    private final Datasets datasets;
    private final Studies studies;

    DatasetsController(Datasets datasets, Studies studies) {
        this.datasets = datasets;
        this.studies = studies;
    }

    @Operation(operationId = "listDatasets", summary = "All datasets, damaged ones too")
    @Needs(Role.VIEWER)
    @GetMapping
    Page<ListedDatasetJson> list(PageRequest page) {
        return page.page(datasets.list(), ListedDatasetJson::of);
    }

    @Operation(operationId = "readDataset", summary = "What a dataset says of itself")
    @Needs(Role.VIEWER)
    @GetMapping("/{dataset}")
    ResponseEntity<DatasetJson> read(@PathVariable String dataset) {
        ServedDataset found = datasets.find(dataset);
        return ResponseEntity.ok().eTag(found.tag()).body(DatasetJson.of(found));
    }

    @Operation(summary = "A dataset in sums", description = "202 with Retry-After while they are computed, once.")
    @Needs(Role.VIEWER)
    @GetMapping("/{dataset}/summary")
    ResponseEntity<SummaryJson> summary(@PathVariable String dataset) {
        return study(dataset, found -> studies.find(found, SummaryJson.class, Depth.SUMS, SummaryJson::of));
    }

    @Operation(
            summary = "Whether a dataset is complete and says nothing untrue",
            description = "202 with Retry-After while it is checked, once.")
    @Needs(Role.VIEWER)
    @GetMapping("/{dataset}/checks")
    ResponseEntity<ValidationJson> checks(@PathVariable String dataset) {
        return study(
                dataset,
                found -> studies.find(
                        found,
                        ValidationJson.class,
                        Depth.EVERYTHING,
                        opened -> ValidationJson.of(
                                Path.of(found.name()),
                                Compliance.of(
                                        opened,
                                        Thresholds.of(
                                                Provenance.of(opened).scenario().checks())),
                                Conclusions.of(opened))));
    }

    @Operation(
            summary = "How good the rules are, measured against what was planted",
            description = "202 with Retry-After while it is measured, once.")
    @Needs(Role.VIEWER)
    @GetMapping("/{dataset}/report")
    ResponseEntity<ReportJson> report(@PathVariable String dataset) {
        return study(dataset, found -> {
            if (found.run().looks().isEmpty()) {
                throw Problem.of(ProblemType.NOT_JUDGED, "no rules have judged these users")
                        .with("dataset", dataset);
            }
            return studies.find(
                    found, ReportJson.class, Depth.EVERYTHING, opened -> ReportJson.of(Report.of(List.of(opened))));
        });
    }

    private <T> ResponseEntity<T> study(String name, Function<ServedDataset, Study<T>> result) {
        Study<T> study = result.apply(datasets.find(name));
        return study.found()
                .map(body -> ResponseEntity.ok().eTag(study.tag()).body(body))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.ACCEPTED)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build());
    }
}
