package dev.spendsense.report.html;

import dev.spendsense.report.Target;
import dev.spendsense.report.Target.Outcome;
import dev.spendsense.report.fairness.Verdict;

/** What came of something: a sign, a word and a color that say the same. */
final class Verdicts {

    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String OPEN = "open";

    private Verdicts() {}

    static Element of(Target target) {
        return switch (target.outcome()) {
            case PASSED -> verdict(GOOD, "✓", "reached");
            case FAILED -> verdict(BAD, "✗", "missed");
            case NOT_MEASURED -> verdict(OPEN, "○", "not measured");
        };
    }

    static Element of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> verdict(GOOD, "✓", "passes");
            case FAILED -> verdict(BAD, "✗", "fails");
            case TOO_SMALL -> verdict(OPEN, "○", "too few to judge");
        };
    }

    static Element of(boolean passed, String good, String bad) {
        return passed ? verdict(GOOD, "✓", good) : verdict(BAD, "✗", bad);
    }

    static String style(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> GOOD;
            case FAILED -> BAD;
            case NOT_MEASURED -> OPEN;
        };
    }

    private static Element verdict(String style, String sign, String word) {
        return Element.styled(
                "span", "verdict " + style, Element.of("span", sign).with("aria-hidden", "true"), " " + word);
    }
}
