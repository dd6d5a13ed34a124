package dev.spendsense.web.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.AdviceReview;
import dev.spendsense.review.QueueFacet;
import dev.spendsense.review.QueuePage;
import dev.spendsense.review.QueueQuery;
import dev.spendsense.review.QueueSort;
import dev.spendsense.review.Review;
import dev.spendsense.review.ReviewTerms;
import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.Versions;
import dev.spendsense.web.datasets.ServedDataset;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "review", description = "What people decide.")
@RestController
@RequestMapping(Api.ROOT)
class QueueController {

    private final Reviews reviews;

    QueueController(Reviews reviews) {
        this.reviews = reviews;
    }

    @Operation(summary = "Reasons and severities to choose from, and what makes advice urgent")
    @Needs(Role.VIEWER)
    @GetMapping("/review-terms")
    ReviewTerms terms() {
        return reviews.terms();
    }

    @Operation(
            operationId = "listRecommendations",
            summary = "The review queue",
            description =
                    "Each filter takes one value or several, of which advice has to have one; `rule`, which wrote it, takes one. `sort` is priority "
                            + "(the most urgent first), age (the oldest first), confidence (the lowest first) or user; with - "
                            + "before it, the other way round.")
    @Needs(Role.VIEWER)
    @GetMapping("/datasets/{dataset}/recommendations")
    ResponseEntity<QueueJson> queue(
            @PathVariable String dataset,
            @RequestParam(required = false) Set<String> status,
            @RequestParam(required = false) Set<String> priority,
            @RequestParam(required = false) Set<String> persona,
            @RequestParam(required = false) Set<String> code,
            @RequestParam(required = false) Set<String> kind,
            @RequestParam(required = false) Set<String> severity,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String user,
            @RequestParam(defaultValue = "priority") String sort,
            PageRequest page) {
        Map<QueueFacet, Set<String>> chosen = new EnumMap<>(QueueFacet.class);
        put(chosen, QueueFacet.STATUS, status);
        put(chosen, QueueFacet.PRIORITY, priority);
        put(chosen, QueueFacet.PERSONA, persona);
        put(chosen, QueueFacet.CODE, code);
        put(chosen, QueueFacet.KIND, kind);
        put(chosen, QueueFacet.SEVERITY, severity);
        put(chosen, QueueFacet.RULE, rule == null ? null : Set.of(rule));
        boolean reversed = sort.startsWith("-");
        QueueSort by = QueueSort.labelled(reversed ? sort.substring(1) : sort).orElseThrow(() -> unknownSort(sort));
        QueueQuery query = new QueueQuery(chosen, Optional.ofNullable(user), by, reversed);
        return reviews.with(dataset, (served, review) -> {
            QueuePage found = review.queue(query, Optional.ofNullable(page.cursor()), page.limit());
            return ResponseEntity.ok()
                    .eTag(Versions.tag(served.tag().replace("\"", ""), found.revision()))
                    .body(QueueJson.of(found));
        });
    }

    private static void put(Map<QueueFacet, Set<String>> chosen, QueueFacet facet, Set<String> values) {
        if (values != null && !values.isEmpty()) {
            chosen.put(facet, values);
        }
    }

    private static Problem unknownSort(String sort) {
        String known = Arrays.stream(QueueSort.values()).map(QueueSort::label).collect(Collectors.joining(", "));
        return Problem.field("sort", sort, "one of " + known + ", or one of them with - before it");
    }

    @Operation(
            operationId = "readRecommendation",
            summary = "A piece of advice with everything that was decided about it")
    @Needs(Role.VIEWER)
    @GetMapping("/datasets/{dataset}/recommendations/{recommendation}")
    ResponseEntity<AdviceJson> read(@PathVariable String dataset, @PathVariable String recommendation) {
        RecommendationId id = DecisionRequest.id(recommendation);
        return reviews.with(dataset, (served, review) -> answer(served, review, id));
    }

    static ResponseEntity<AdviceJson> answer(ServedDataset served, Review review, RecommendationId id) {
        AdviceReview advice = review.advice(id);
        return ResponseEntity.ok()
                .eTag(tag(served, advice))
                .body(AdviceJson.of(advice, review.item(id), review.given(id)));
    }

    static String tag(ServedDataset served, AdviceReview advice) {
        return Versions.tag(served.tag().replace("\"", ""), advice.version());
    }

    @Operation(summary = "Decisions on advice that the dataset does not give any more")
    @Needs(Role.VIEWER)
    @GetMapping("/datasets/{dataset}/orphans")
    Page<AdviceJson> orphans(@PathVariable String dataset, PageRequest page) {
        List<AdviceReview> all = reviews.with(dataset, (served, review) -> review.orphans());
        return page.page(all, each -> AdviceJson.of(each, Optional.empty(), Optional.empty()));
    }
}
