package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.cases.BrokenCases;
import dev.spendsense.workbench.cases.Cases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which rule folder a command of the workbench is about. */
final class RuleFolderArgument {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The rule folder (default: rules in the working directory, else the shipped rules).")
    private Path folder;

    RuleFolder folder() {
        return folder == null ? RuleFolder.usual() : new RuleFolder(folder);
    }

    /**
     * Where the folder is.
     *
     * @throws WrongInput when it is not there
     */
    Path existing() {
        Path path = folder().settled().path();
        if (!Files.isDirectory(path)) {
            throw new WrongInput(path + " is no folder; name a folder with rules in it");
        }
        return path;
    }

    RuleBase load() {
        return folder().load();
    }

    /**
     * The cases of the folder.
     *
     * @throws WrongInput when one cannot be read
     */
    Cases cases(RuleBase rules) {
        try {
            return Cases.read(folder().path().resolve(Cases.FOLDER), rules);
        } catch (BrokenCases broken) {
            throw new WrongInput(broken.getMessage());
        }
    }

    /** Where scenarios of simulated users are. */
    static List<Path> scenarios() {
        return ScenarioChoice.here().folders();
    }
}
