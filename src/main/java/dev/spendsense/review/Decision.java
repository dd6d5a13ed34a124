package dev.spendsense.review;

import dev.spendsense.review.audit.Action;

/**
 * What somebody decides about advice. What does not apply is empty.
 *
 * @param action approved, rejected, overridden, flagged or noted
 * @param reason name from {@link ReviewTerms#reasons()}; needed for a flag
 * @param severity name from {@link ReviewTerms#severities()}; for a flag
 * @param title new heading, for an override
 * @param body new text, for an override
 * @param note free words; needed for a note
 */
public record Decision(Action action, String reason, String severity, String title, String body, String note) {

    private static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2_000;

    public static Decision approve(String note) {
        return new Decision(Action.APPROVED, "", "", "", "", note);
    }

    public static Decision reject(String reason, String note) {
        return new Decision(Action.REJECTED, reason, "", "", "", note);
    }

    public static Decision override(String title, String body, String reason, String note) {
        return new Decision(Action.OVERRIDDEN, reason, "", title, body, note);
    }

    public static Decision flag(String reason, String severity, String note) {
        return new Decision(Action.FLAGGED, reason, severity, "", "", note);
    }

    public static Decision note(String note) {
        return new Decision(Action.NOTED, "", "", "", "", note);
    }

    /** @throws Refusal when a value is missing, too long, or not one of those that can be chosen */
    void check(ReviewTerms terms) {
        boolean decides = action == Action.NOTED || Status.after(action).isPresent();
        require(decides, "decision", action.label() + " is no decision about advice");
        boolean flag = action == Action.FLAGGED;
        boolean override = action == Action.OVERRIDDEN;
        if (flag || !reason.isEmpty()) {
            boolean allowed = flag || override || action == Action.REJECTED;
            require(allowed, "reason", "no reason goes with " + action.label());
            terms.requireReason(reason);
        }
        if (flag || !severity.isEmpty()) {
            require(flag, "severity", "no severity goes with " + action.label());
            terms.requireSeverity(severity);
        }
        if (override) {
            checkText("title", title, LONGEST_TITLE, true);
            checkText("body", body, LONGEST_TEXT, true);
        } else {
            require(title.isEmpty(), "title", "no title goes with " + action.label());
            require(body.isEmpty(), "body", "no body goes with " + action.label());
        }
        checkText("note", note, LONGEST_TEXT, action == Action.NOTED);
    }

    static void checkText(String field, String text, int longest, boolean needed) {
        require(!needed || !text.isBlank(), field, field + ": expected a text of 1 to " + longest + " characters");
        require(
                text.length() <= longest,
                field,
                field + ": expected at most " + longest + " characters, not " + text.length());
        boolean plain = text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c));
        require(plain, field, field + ": expected plain text without control characters");
    }

    private static void require(boolean held, String field, String message) {
        if (!held) {
            throw new Refusal(Refusal.Kind.INVALID, field, message);
        }
    }
}
