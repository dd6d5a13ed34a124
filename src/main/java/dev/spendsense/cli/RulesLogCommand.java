package dev.spendsense.cli;

import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules log}: the revisions that were kept. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {"Lists the revisions that were kept, the last one first; * marks the current one."})
final class RulesLogCommand implements Callable<Integer> {

    @Mixin
    private RevisionsOption revisions;

    @Option(names = "--json", description = "Print the revisions as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RevisionStore store = revisions.store();
        List<Revision> log = store.log();
        Optional<Revision> current = store.current();
        if (json) {
            Json.print(LogJson.of(log, current), out);
        } else if (log.isEmpty()) {
            out.println("no revision is kept in " + revisions.folder());
        } else {
            print(log, current, out);
        }
        return ExitCode.DONE;
    }

    private static void print(List<Revision> log, Optional<Revision> current, PrintWriter out) {
        TextTable table = new TextTable("", "llllrrrl");
        table.row("", "revision", "kept", "by", "rules", "warnings", "cases", "note");
        for (Revision each : log) {
            table.row(
                    current.filter(each::equals).isPresent() ? "*" : "",
                    each.brief(),
                    each.remark().at().toString(),
                    each.remark().author(),
                    each.fitness().rules(),
                    each.fitness().warnings(),
                    each.fitness().cases(),
                    each.remark().note());
        }
        table.lines().forEach(out::println);
    }

    /** The log as scripts read it. */
    private record LogJson(String current, List<RevisionJson> revisions) {

        static LogJson of(List<Revision> log, Optional<Revision> current) {
            return new LogJson(
                    current.map(Revision::sha).orElse(null),
                    log.stream().map(RevisionJson::of).toList());
        }
    }

    private record RevisionJson(
            String revision,
            String parent,
            String kept,
            String author,
            String note,
            int rules,
            int warnings,
            int cases) {

        static RevisionJson of(Revision each) {
            return new RevisionJson(
                    each.sha(),
                    each.parent().orElse(null),
                    each.remark().at().toString(),
                    each.remark().author(),
                    each.remark().note(),
                    each.fitness().rules(),
                    each.fitness().warnings(),
                    each.fitness().cases());
        }
    }
}
