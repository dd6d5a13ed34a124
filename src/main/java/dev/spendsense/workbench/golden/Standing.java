package dev.spendsense.workbench.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a user stands with a persona, as it is written down: one that is assigned takes a line and another for each group
 * of its evidence, one whose criterion is met in vain a single line.
 *
 * @param persona name in the vocabulary
 * @param rank 1 for the foremost, 0 when it is not assigned
 * @param confidence in percent, to one decimal
 * @param groups by name, what each group of evidence counts
 */
record Standing(String persona, int rank, String confidence, Map<String, Weight> groups) {

    /** Stands in the place of a rank. */
    private static final String NOT_ASSIGNED = "not";

    private static final Pattern LINE =
            Pattern.compile("  (\\d+|" + NOT_ASSIGNED + ") +(\\S+) (\\d+\\.\\d%)(?:: (.+))?");
    private static final Pattern GROUP = Pattern.compile("    ([+-]\\d+\\.\\d\\d) +(\\S+): (.+)");
    private static final Pattern BRIEF_GROUP = Pattern.compile("(\\S+) ([+-]\\d+\\.\\d\\d)(?:, |$)");

    /**
     * What a group of evidence counts.
     *
     * @param logOdds within the group's cap, to two decimals, with a sign
     * @param seen what was seen, in words; empty for a persona that is not assigned
     */
    record Weight(String logOdds, String seen) {

        static Weight of(double logOdds, String seen) {
            return new Weight(String.format(Locale.ROOT, "%+.2f", logOdds), seen);
        }

        BigDecimal figure() {
            return new BigDecimal(logOdds);
        }

        boolean countsNothing() {
            return figure().signum() == 0;
        }
    }

    boolean assigned() {
        return rank > 0;
    }

    List<String> lines() {
        if (!assigned()) {
            String brief = groups.entrySet().stream()
                    .map(group -> group.getKey() + " " + group.getValue().logOdds())
                    .collect(Collectors.joining(", "));
            return List.of(line(NOT_ASSIGNED) + (brief.isEmpty() ? "" : ": " + brief));
        }
        List<String> lines = new ArrayList<>(List.of(line(Integer.toString(rank))));
        groups.forEach((name, weight) ->
                lines.add(String.format(Locale.ROOT, "    %s    %s: %s", weight.logOdds(), name, weight.seen())));
        return lines;
    }

    private String line(String place) {
        return UserOutcome.line(place, persona + " " + confidence);
    }

    /** The standings among a user's lines, by rank, those that are not assigned last. */
    static List<Standing> among(List<String> lines) {
        List<Standing> standings = new ArrayList<>();
        for (String line : lines) {
            Matcher group = GROUP.matcher(line);
            if (group.matches() && !standings.isEmpty()) {
                standings
                        .get(standings.size() - 1)
                        .groups()
                        .put(group.group(2), new Weight(group.group(1), group.group(3)));
            }
            read(line).ifPresent(standings::add);
        }
        return standings;
    }

    private static Optional<Standing> read(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        Map<String, Weight> groups = new LinkedHashMap<>();
        Matcher brief = BRIEF_GROUP.matcher(found.group(4) == null ? "" : found.group(4));
        while (brief.find()) {
            groups.put(brief.group(1), new Weight(brief.group(2), ""));
        }
        int rank = found.group(1).equals(NOT_ASSIGNED) ? 0 : Integer.parseInt(found.group(1));
        return Optional.of(new Standing(found.group(2), rank, found.group(3), groups));
    }

    /** What differs in the evidence from an earlier standing with the same persona, largest difference first. */
    List<String> evidenceSince(Standing before) {
        Map<String, Weight> all = new LinkedHashMap<>(before.groups);
        groups.forEach(all::putIfAbsent);
        Map<String, BigDecimal> moved = new LinkedHashMap<>();
        for (String group : all.keySet()) {
            BigDecimal difference = figure(group).subtract(before.figure(group)).abs();
            if (difference.signum() > 0) {
                moved.put(group, difference);
            }
        }
        return moved.entrySet().stream()
                .sorted(Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(each -> describe(each.getKey(), before.groups.get(each.getKey()), groups.get(each.getKey())))
                .toList();
    }

    private BigDecimal figure(String group) {
        return groups.containsKey(group) ? groups.get(group).figure() : BigDecimal.ZERO;
    }

    private String describe(String group, Weight before, Weight now) {
        String evidence = "evidence " + group + " of " + persona + " ";
        if (now == null) {
            return evidence + before.logOdds() + " is gone" + inBrackets(before.seen());
        }
        if (before == null) {
            return evidence + now.logOdds() + " is new" + inBrackets(now.seen());
        }
        return evidence + before.logOdds() + " → " + now.logOdds()
                + inBrackets(now.seen().isEmpty() ? before.seen() : now.seen());
    }

    private static String inBrackets(String seen) {
        return seen.isEmpty() ? "" : " [" + seen + "]";
    }
}
