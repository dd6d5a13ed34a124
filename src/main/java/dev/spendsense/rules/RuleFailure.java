package dev.spendsense.rules;

import org.kie.api.runtime.rule.ConsequenceException;

/** A rule failed on a customer. The message names both. */
public final class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static RuleFailure of(String userId, RuntimeException cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof Allowance.Exceeded exceeded) {
                return new RuleFailure(
                        "rule \"" + exceeded.rule() + "\" was stopped on " + userId + ": " + exceeded.getMessage(),
                        null);
            }
        }
        if (cause instanceof ConsequenceException consequence) {
            Throwable reason = cause.getCause() == null ? cause : cause.getCause();
            // The engine's own exception holds the session, with which this one could not leave a machine.
            return new RuleFailure(
                    "rule \"" + consequence.getRule().getName() + "\" failed on " + userId + ": " + reason.getMessage(),
                    cause.getCause());
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new RuleFailure(
                "a condition failed on " + userId + ": " + cause.getMessage()
                        + (root == cause ? "" : " (" + root.getMessage() + ")"),
                cause);
    }

    static RuleFailure endless(String userId, Phase phase, String rule) {
        return new RuleFailure(
                "phase " + phase.folder() + " did not come to an end on " + userId + "; rule \"" + rule
                        + "\" fires again and again",
                null);
    }
}
