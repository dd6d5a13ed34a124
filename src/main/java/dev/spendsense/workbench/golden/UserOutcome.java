package dev.spendsense.workbench.golden;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was planted in one user and what the rules conclude, as it is written down.
 *
 * @param heading profile, number within the profile, user id
 * @param lines everything else, indented
 */
record UserOutcome(String heading, List<String> lines) {

    private static final String DAYS = " days";
    private static final String SEPARATOR = ", ";
    private static final Pattern DETECTED = Pattern.compile("  (\\d+" + DAYS + ") +(.+)");

    UserOutcome {
        lines = List.copyOf(lines);
    }

    /** A line about the user that begins with what it is about. */
    static String line(String about, String text) {
        return String.format(Locale.ROOT, "  %-10s %s", about, text);
    }

    /** The line about detected signals. */
    static String detected(int windowDays, List<String> types) {
        return line(windowDays + DAYS, String.join(SEPARATOR, types));
    }

    /** Detected signals with their windows, shortest window first. */
    Set<String> detected() {
        Set<String> detected = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher found = DETECTED.matcher(line);
            if (found.matches()) {
                for (String type : found.group(2).split(SEPARATOR)) {
                    detected.add(type + " (" + found.group(1) + ")");
                }
            }
        }
        return detected;
    }

    List<Standing> standings() {
        return Standing.among(lines);
    }

    /** Names of the assigned personas, the foremost first. */
    List<String> personas() {
        return standings().stream()
                .filter(Standing::assigned)
                .map(Standing::persona)
                .toList();
    }

    /** The assigned personas with their confidence. */
    String personasInWords() {
        String words = standings().stream()
                .filter(Standing::assigned)
                .map(standing -> standing.persona() + " " + standing.confidence())
                .collect(Collectors.joining(SEPARATOR));
        return words.isEmpty() ? "none" : words;
    }
}
