package dev.spendsense.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of an evaluation, in order. Each is a folder, a package and a ruleflow group of the same name. */
enum Phase {
    SIGNALS,
    EVIDENCE,
    CONFIDENCE,
    PERSONAS,
    RECOMMENDATIONS,
    GUARDRAILS,
    SELECTION;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Phase> of(String folder) {
        return Arrays.stream(values())
                .filter(phase -> phase.folder().equals(folder))
                .findFirst();
    }

    static List<String> folders() {
        return Arrays.stream(values()).map(Phase::folder).toList();
    }
}
