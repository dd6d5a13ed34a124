package dev.spendsense.cli;

import dev.spendsense.workbench.revisions.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What came of trying a rule folder, for people: faults, then cases. */
final class TrialScreen {

    private TrialScreen() {}

    static List<String> lines(Path folder, Trial trial) {
        List<String> lines = new ArrayList<>(new CheckScreen(folder, trial.check()).lines());
        lines.addAll(trial.obstacles());
        if (trial.rules().isPresent() && trial.obstacles().isEmpty()) {
            lines.addAll(CasesScreen.lines(trial.cases()));
        }
        return lines;
    }
}
