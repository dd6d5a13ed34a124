package dev.spendsense.review.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a dataset, and to what a server keeps besides. */
public enum Action {
    /** The log belongs to this dataset from now on. */
    BOUND,
    APPROVED,
    REJECTED,
    /** Advice got other words. */
    OVERRIDDEN,
    FLAGGED,
    /** Something was written down; nothing else changed. */
    NOTED,
    /** An earlier entry counts no more. */
    UNDONE,
    /** A user got another first persona than the rules gave. */
    PERSONA_OVERRIDDEN,
    CONSENT_REVOKED,
    CONSENT_GRANTED,
    /** The dataset without the user's findings is written and is about to replace the old one. */
    ERASURE_BEGUN,
    /** The user's findings are gone, and so are the details of what was decided about them. */
    ERASED,
    /** The dataset is about to be removed; nothing is done to it any more, unless it stays and is opened again. */
    REMOVAL_BEGUN,
    /** The server's rules are others from now on. */
    RULES_ADOPTED,
    /** The server's rules are again some that were kept earlier. */
    RULES_ROLLED_BACK,
    /** Somebody asked for a run. */
    RUN_STARTED,
    /** A run was forgotten. */
    RUN_DELETED,
    /** A dataset was removed; its own log is kept. */
    DATASET_DELETED;

    /** As it is stored and shown: {@code consent_revoked}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of a label. */
    public static Optional<Action> labelled(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst();
    }
}
