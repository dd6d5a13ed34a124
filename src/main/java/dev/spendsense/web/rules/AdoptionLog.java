package dev.spendsense.web.rules;

import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.NewEntry;
import dev.spendsense.workbench.revisions.FolderJournal;
import dev.spendsense.workbench.revisions.FolderJournal.Adopted;
import dev.spendsense.workbench.revisions.Remark;
import java.util.List;
import java.util.Optional;

/** Takes what was adopted over from the rule folder's journal into the server's log: each adoption once. */
final class AdoptionLog {

    private static final String RULES = "rules";

    /** The role that it takes to adopt. */
    private static final String ADOPTING = "analyst";

    private static final int AS_MANY_AS_WAIT = 100;

    private final FolderJournal journal;
    private final AuditLog log;

    AdoptionLog(FolderJournal journal, AuditLog log) {
        this.journal = journal;
        this.log = log;
    }

    /** Writes down every adoption that nobody has written down yet, whichever process has carried it out. */
    synchronized void catchUp() {
        journal.tell(this::write);
    }

    private void write(Adopted adopted) {
        Remark remark = adopted.revision().remark();
        Actor actor = new Actor(remark.author(), ADOPTING);
        Action action = adopted.returning() ? Action.RULES_ROLLED_BACK : Action.RULES_ADOPTED;
        Detail detail = new Detail(
                RULES,
                adopted.revision().parent().orElse(""),
                adopted.revision().sha(),
                remark.note(),
                "",
                "",
                "",
                "adopted at " + remark.at(),
                0);
        log.append(
                () -> isWritten(actor, action, detail) ? List.of() : List.of(new NewEntry(actor, action, "", detail)));
    }

    private boolean isWritten(Actor actor, Action action, Detail detail) {
        EntryFilter likely = new EntryFilter(
                Optional.of(actor.name()),
                Optional.of(action),
                Optional.empty(),
                Optional.of(RULES),
                Optional.empty(),
                Optional.empty());
        return log.page(likely, Long.MAX_VALUE, AS_MANY_AS_WAIT).stream()
                .map(Entry::detail)
                .anyMatch(Optional.of(detail)::equals);
    }
}
