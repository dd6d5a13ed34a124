package dev.spendsense.cli;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.diff.OutcomeChanges;
import dev.spendsense.workbench.diff.Population;
import dev.spendsense.workbench.diff.RuleChanges;
import dev.spendsense.workbench.diff.TextDiff;
import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules diff A B}: what lies between two revisions. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two revisions: what changed in the rules, line by line and thing by thing, and what becomes of "
                    + "people whom both judge (unless told otherwise, those of demo and 200 of full-dataset)."
        })
final class RulesDiffCommand implements Callable<Integer> {

    private static final String MEANING = "the beginning of a revision's name, current, or a rule folder";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "A",
            description = "Before: " + MEANING + " (default: current).")
    private String before = RevisionStore.CURRENT;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "After, likewise (default: rules in the working directory, else the shipped rules).")
    private String after;

    @Mixin
    private RevisionsOption revisions;

    @Mixin
    private PopulationOption population;

    @Option(names = "--no-outcomes", description = "Compare the texts alone; judge nobody.")
    private boolean textsAlone;

    @Option(names = "--json", description = "Print the differences as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** One of the two. */
    private record Side(String name, RuleSource source) {

        String shown() {
            String brief = Revision.brief(source.revision());
            return name.equals(brief) ? brief : name + " (" + brief + ")";
        }

        RuleBase load() {
            try {
                return RuleBase.load(source, CompiledStore.standard());
            } catch (BrokenRules broken) {
                throw new WrongInput(name + " cannot judge anybody:\n" + broken.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        Side old = side(before);
        Side now = side(after == null ? RuleFolder.usual().path().toString() : after);
        List<Change> changes = RuleChanges.between(old.source(), now.source());
        List<String> text = TextDiff.between(old.source(), now.source());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(
                    new DiffJson(
                            old.source().revision(),
                            now.source().revision(),
                            changes,
                            text,
                            textsAlone ? null : outcomes(old, now, population.many())),
                    out);
            return ExitCode.DONE;
        }
        out.println(old.shown() + " → " + now.shown());
        if (text.isEmpty()) {
            out.println("the same");
            return ExitCode.DONE;
        }
        out.println();
        print(changes.isEmpty() ? List.of("only comments or layout") : ChangeScreen.lines(changes), out);
        print(text, out);
        if (!textsAlone) {
            List<Population> people = population.many();
            out.println("Outcomes for " + people.stream().map(Population::name).collect(Collectors.joining(" and ")));
            OutcomeScreen.lines(outcomes(old, now, people)).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private static void print(List<String> lines, PrintWriter out) {
        lines.forEach(out::println);
        out.println();
    }

    private static OutcomeChanges outcomes(Side old, Side now, List<Population> people) {
        return OutcomeChanges.between(old.load(), now.load(), people);
    }

    private Side side(String word) {
        if (!word.equals(RevisionStore.CURRENT) && Files.isDirectory(Path.of(word))) {
            try {
                return new Side(
                        word,
                        RuleSource.read(new RuleFolder(Path.of(word)).settled().path()));
            } catch (BrokenRules broken) {
                throw new WrongInput(broken.getMessage());
            }
        }
        RevisionStore store = revisions.store();
        Revision revision = store.find(word);
        return new Side(word.equals(RevisionStore.CURRENT) ? word : revision.brief(), store.source(revision));
    }

    /** The differences as scripts read them; without outcomes when nobody was judged. */
    private record DiffJson(
            String before, String after, List<Change> changes, List<String> text, OutcomeChanges outcomes) {}
}
