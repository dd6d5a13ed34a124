package dev.spendsense.workbench.cases;

import dev.spendsense.rules.RuleBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cases of a test, written to a folder and judged by the shipped rules. */
final class Written {

    static final RuleBase RULES = RuleBase.load(Path.of("rules"));

    private Written() {}

    static Cases cases(Path folder, String yaml) {
        try {
            Files.writeString(folder.resolve("cases.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Cases.read(folder, RULES);
    }

    static TestReport report(Path folder, String yaml) {
        return cases(folder, yaml).run(List.of(Path.of("scenarios")));
    }

    static List<String> failures(Path folder, String yaml) {
        return report(folder, yaml).results().stream()
                .flatMap(result -> result.failures().stream())
                .toList();
    }

    /** What is wrong, a line each, with the folder left out. */
    static List<String> faults(Path folder, String yaml) {
        try {
            cases(folder, yaml);
            return List.of();
        } catch (BrokenCases broken) {
            return broken.faults().stream()
                    .map(fault -> fault.toString().replace(folder + "/", ""))
                    .toList();
        }
    }
}
