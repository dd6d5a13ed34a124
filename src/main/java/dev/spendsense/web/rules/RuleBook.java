package dev.spendsense.web.rules;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.web.Versions;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.workbench.desk.Desk;
import dev.spendsense.workbench.doc.RuleIndex;
import dev.spendsense.workbench.live.LiveRules;
import dev.spendsense.workbench.revisions.NoSuchRevision;
import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

/** The rules as the service has them: those that judge, the folder that analysts edit, and the revisions that were kept. */
final class RuleBook {

    /** What the rules that judge are called where a revision is asked for. */
    static final String LIVE = "live";

    private static final int ENOUGH_OF_A_NAME = 4;

    private final Path folder;
    private final LiveRules live;
    private final RevisionStore revisions;
    private final Desk desk;
    private final AtomicReference<Indexed> indexed = new AtomicReference<>();

    private record Indexed(String revision, RuleIndex index) {}

    RuleBook(Path folder, LiveRules live, RevisionStore revisions, Desk desk) {
        this.folder = folder;
        this.live = live;
        this.revisions = revisions;
        this.desk = desk;
    }

    Path folder() {
        return folder;
    }

    LiveRules live() {
        return live;
    }

    RevisionStore revisions() {
        return revisions;
    }

    Desk desk() {
        return desk;
    }

    /** Every text of the folder, by path. */
    SortedMap<String, String> texts() {
        return desk.texts();
    }

    /** The revision that the folder is, whether or not it judges. */
    String folderRevision() {
        try {
            return RuleSource.read(folder).revision();
        } catch (BrokenRules broken) {
            throw Problem.of(ProblemType.UNUSABLE_RULES, "the rule folder cannot be read: " + broken.getMessage());
        }
    }

    /** The tag of the folder's rules, which whoever adopts a draft has to name. */
    static String tag(String revision) {
        return Versions.tag(revision);
    }

    /** What the rules that judge consist of; read once a revision. */
    RuleIndex index() {
        RuleBase rules = live.current();
        Indexed known = indexed.get();
        if (known == null || !known.revision().equals(rules.revision())) {
            known = new Indexed(rules.revision(), RuleIndex.of(rules.source()));
            indexed.set(known);
        }
        return known.index();
    }

    /** The texts of a revision by the beginning of its name, {@code current} or {@code live}. */
    RuleSource source(String name) {
        RuleSource judging = live.current().source();
        String revision = live.current().revision();
        if (name.equals(LIVE) || name.length() >= ENOUGH_OF_A_NAME && revision.startsWith(name)) {
            return judging;
        }
        try {
            Revision kept = revisions.find(name);
            return revisions.source(kept);
        } catch (NoSuchRevision unknown) {
            throw Problem.of(
                            ProblemType.UNKNOWN_REVISION,
                            "no one revision that was kept is called " + name + ", or it is no longer as it was")
                    .with("revision", name);
        }
    }
}
