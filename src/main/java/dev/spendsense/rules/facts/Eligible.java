package dev.spendsense.rules.facts;

/**
 * Advice that no guardrail holds back.
 *
 * @param kind {@code education} or {@code offer}
 * @param generic whether it is good advice for anybody
 * @param draft the advice
 */
public record Eligible(String kind, boolean generic, Draft draft) {

    public Eligible(Draft draft) {
        this(draft.kind(), draft.generic(), draft);
    }

    /** Whether this one comes before another; see {@link Draft#aheadOf}. */
    public boolean aheadOf(Eligible other) {
        return draft.aheadOf(other.draft);
    }
}
