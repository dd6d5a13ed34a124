package dev.spendsense.cli;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.workbench.revisions.Remark;
import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import dev.spendsense.workbench.revisions.Trial;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules keep [DIR]}: rules that pass their trial become the current revision. */
@Command(
        name = "keep",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a rule folder, judges its cases, and keeps its texts as the current revision; what does not pass is "
                    + "not kept (exit code 1)."
        })
final class RulesKeepCommand implements Callable<Integer> {

    @Mixin
    private RuleFolderArgument folder;

    @Mixin
    private RevisionsOption revisions;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, in a line.")
    private String note = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who (default: the user of the system).")
    private String author = System.getProperty("user.name", "");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path path = folder.existing();
        PrintWriter out = spec.commandLine().getOut();
        Trial trial = Trial.of(path, CompiledStore.standard(), RuleFolderArgument.scenarios());
        TrialScreen.lines(path, trial).forEach(out::println);
        if (!trial.passed()) {
            out.println("refused; nothing was kept");
            return ExitCode.CHECK_FAILED;
        }
        RevisionStore store = revisions.store();
        Optional<Revision> before = store.current();
        boolean known = store.holds(trial.source().revision());
        out.println(said(keep(trial, store, before), known, before));
        return ExitCode.DONE;
    }

    private Revision keep(Trial trial, RevisionStore store, Optional<Revision> before) {
        Remark remark = new Remark(Instant.now(), author, note);
        try {
            return store.keep(trial.source(), before.map(Revision::sha), remark, trial.fitness());
        } catch (UncheckedIOException e) {
            throw new WrongInput(e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    private String said(Revision kept, boolean known, Optional<Revision> before) {
        String where = " in " + revisions.folder();
        if (before.filter(kept::equals).isPresent()) {
            return "revision " + kept.brief() + " is current" + where + " already";
        }
        return (known
                        ? "revision " + kept.brief() + ", kept before" + where + ", is current again"
                        : "kept as revision " + kept.brief() + where + ", now current")
                + before.map(old -> "; before it " + old.brief()).orElse("");
    }
}
