package dev.spendsense.web.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.Decision;
import dev.spendsense.review.Expected;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What somebody decides. What does not apply is left out. */
record DecisionRequest(
        @Schema(allowableValues = {"approve", "reject", "override", "flag", "note"})
        String decision,

        @Schema(description = "Name from the review terms; needed for a flag.")
        String reason,

        @Schema(description = "Name from the review terms; for a flag.")
        String severity,

        @Schema(description = "New heading, for an override.")
        String title,

        @Schema(description = "New text, for an override.") String body,
        String note) {

    /** The same decision about several pieces of advice. */
    record Bulk(List<Seen> recommendations, DecisionRequest decision) {

        List<Expected> expected() {
            if (recommendations == null || recommendations.isEmpty() || recommendations.size() > PageRequest.MOST) {
                int size = recommendations == null ? 0 : recommendations.size();
                throw Problem.field("recommendations", size, "1 to " + PageRequest.MOST + " of them");
            }
            return recommendations.stream().map(Seen::expected).toList();
        }
    }

    /** A piece of advice as it was seen. */
    record Seen(String recommendationId, Long version) {

        Expected expected() {
            if (version == null) {
                throw Problem.field("version", null, "the version that was seen");
            }
            return new Expected(id(recommendationId), version);
        }
    }

    /** Decisions to be undone. */
    record Undo(List<Long> decisions, String note) {}

    static RecommendationId id(String text) {
        return RecommendationId.parse(text == null ? "" : text)
                .orElseThrow(() -> Problem.field("recommendation_id", text, "an id such as u5k2-code-2026-07-15"));
    }

    Decision meant() {
        return switch (text(decision)) {
            case "approve" -> Decision.approve(text(note));
            case "reject" -> Decision.reject(text(reason), text(note));
            case "override" -> Decision.override(text(title), text(body), text(reason), text(note));
            case "flag" -> Decision.flag(text(reason), text(severity), text(note));
            case "note" -> Decision.note(text(note));
            default -> throw Problem.field("decision", decision, "one of approve, reject, override, flag, note");
        };
    }

    static String text(String text) {
        return text == null ? "" : text;
    }
}
