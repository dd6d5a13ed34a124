package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.doc.Catalogue;
import dev.spendsense.workbench.doc.CatalogueFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules doc}: writes a catalogue of the rules to browse. */
@Command(
        name = "doc",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a catalogue of a rule folder: a page for every signal, persona, piece of advice, parameter and rule, "
                    + "with pictures of who produces and who reads what."
        })
final class RulesDocCommand implements Callable<Integer> {

    @Mixin
    private RuleFolderArgument folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where to: a new or empty folder, or a former catalogue, which is replaced.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuse();
        RuleBase rules = folder.load();
        SortedMap<String, String> pages = Catalogue.pages(
                rules.source(), folder.cases(rules).topics(folder.folder().path()));
        try {
            CatalogueFolder.write(pages, out);
        } catch (IOException e) {
            throw new WrongInput("the catalogue cannot be written: " + e.getMessage());
        }
        spec.commandLine()
                .getOut()
                .println(rules.ruleNames().size() + " rules on "
                        + pages.keySet().stream()
                                .filter(page -> page.endsWith(".html"))
                                .count() + " pages: " + out.resolve("index.html"));
        return ExitCode.DONE;
    }

    private void refuse() {
        try {
            String objection = CatalogueFolder.objection(out);
            if (!objection.isEmpty()) {
                throw new WrongInput(
                        "--out " + out + " " + objection + "; expected a new or empty folder, or a former catalogue");
            }
        } catch (IOException e) {
            throw new WrongInput("--out " + out + " cannot be read: " + e.getMessage());
        }
    }
}
