package dev.spendsense.rules;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The steps of an evaluation, in order. Each is a folder, a package and a ruleflow group of the same name. */
enum Phase {
    SIGNALS,
    EVIDENCE,
    CONFIDENCE,
    PERSONAS,
    RECOMMENDATIONS,
    GUARDRAILS,
    SELECTION;

    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_. -]*(/[A-Za-z0-9_-][A-Za-z0-9_. -]*)*");

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Phase> of(String folder) {
        return Arrays.stream(values())
                .filter(phase -> phase.folder().equals(folder))
                .findFirst();
    }

    /** The phase that a file lies in; that it lies in none is added to the faults. */
    static Optional<Phase> ofFile(String path, List<RuleFault> faults) {
        if (!FILE.matcher(path).matches()) {
            // the compiler writes paths into what it generates
            String problem = "the path of the file holds more than letters, digits, dashes, dots and spaces";
            faults.add(new RuleFault(path, 0, 0, "", FaultKind.BAD_NAME, problem, "name it signals/mine.drl"));
            return Optional.empty();
        }
        int slash = path.indexOf('/');
        Optional<Phase> phase = slash < 0 ? Optional.empty() : of(path.substring(0, slash));
        if (phase.isEmpty()) {
            String folder = slash < 0 ? "" : path.substring(0, slash);
            String remedy = NearestName.of(folder, folders())
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("move it to one of " + String.join(", ", folders()));
            faults.add(new RuleFault(path, 0, 0, "", FaultKind.WRONG_PHASE, "lies in no phase", remedy));
        }
        return phase;
    }

    static List<String> folders() {
        return Arrays.stream(values()).map(Phase::folder).toList();
    }
}
