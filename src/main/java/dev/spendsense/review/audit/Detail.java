package dev.spendsense.review.audit;

/**
 * What an entry says beyond who did what to whom. A text that does not apply is empty.
 *
 * @param target recommendation, user or dataset, by its public name
 * @param before how it was
 * @param after how it is from then on
 * @param reason name from the closed list, or why in words
 * @param severity of a flag
 * @param title new title of advice
 * @param body new text of advice
 * @param note free words
 * @param undoes sequence of the entry that counts no more; 0 when none
 */
public record Detail(
        String target,
        String before,
        String after,
        String reason,
        String severity,
        String title,
        String body,
        String note,
        long undoes) {

    /** A change for a reason. */
    public static Detail change(String target, String before, String after, String reason) {
        return new Detail(target, before, after, reason, "", "", "", "", 0);
    }
}
