package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.workbench.revisions.FolderJournal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The folder whose rules judge the users.
 *
 * @param path where it is
 */
record RuleFolder(Path path) {

    /** The folder in the working directory if there is one, else the one that the program came with. */
    static RuleFolder usual() {
        return new RuleFolder(RuleSource.folderNear(Path.of(System.getProperty("spendsense.home", ""))));
    }

    /**
     * Sees to it that the folder is no mixture of old and new: an adoption that a service was killed in is finished, one that
     * is under way is waited for.
     *
     * @throws WrongInput when that fails
     */
    RuleFolder settled() {
        try {
            FolderJournal.of(path).resume();
            return this;
        } catch (UncheckedIOException e) {
            throw new WrongInput(e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    /**
     * Reads the rules; those that were compiled before are not compiled again.
     *
     * @throws WrongInput when they cannot be used, with a line for everything that is wrong
     */
    RuleBase load() {
        settled();
        try {
            return RuleBase.load(path);
        } catch (BrokenRules broken) {
            throw new WrongInput(
                    broken.faults().stream().map(this::line).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /** File, line and column as editors take them, then the rule, what is wrong, and what to do. */
    private String line(RuleFault fault) {
        boolean file = fault.file().endsWith(".drl") || fault.file().endsWith(".yaml");
        return (file ? path.resolve(fault.file()) : path)
                + (fault.line() > 0 ? ":" + fault.line() + (fault.column() > 0 ? ":" + fault.column() : "") : "")
                + (fault.rule().isEmpty() ? "" : ": rule \"" + fault.rule() + "\"")
                + ": " + fault.problem()
                + (fault.remedy().isEmpty() ? "" : "; " + fault.remedy());
    }
}
