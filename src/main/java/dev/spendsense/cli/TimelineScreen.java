package dev.spendsense.cli;

import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which personas a person had from look to look. In short, the foremost ones; in full, those of lower rank too. */
final class TimelineScreen {

    private final List<Findings> timeline;
    private final boolean full;
    private final Map<String, String> titles = new LinkedHashMap<>();

    /** @param timeline findings of several looks, by date */
    TimelineScreen(List<Findings> timeline, RuleText rules, boolean full) {
        this.timeline = timeline;
        this.full = full;
        rules.personas().forEach(persona -> titles.put(persona.name(), persona.title()));
    }

    List<String> lines() {
        List<PersonaStretch> all = PersonaStretch.of(timeline);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  Personas over " + timeline.size() + " looks");
        TextTable table = new TextTable("  ", full ? "lrrll" : "lrll");
        for (PersonaStretch stretch : all) {
            if (full) {
                table.row(dates(stretch), looks(stretch.looks()), stretch.rank(), title(stretch), confidence(stretch));
            } else if (stretch.rank() == 1) {
                table.row(dates(stretch), looks(stretch.looks()), title(stretch), confidence(stretch));
            }
        }
        lines.addAll(table.lines());
        if (!full) {
            lines.addAll(besides(all));
        }
        return lines;
    }

    private List<String> besides(List<PersonaStretch> all) {
        Map<String, Integer> looks = new LinkedHashMap<>();
        all.stream()
                .filter(stretch -> stretch.rank() > 1)
                .forEach(stretch -> looks.merge(title(stretch), stretch.looks(), Integer::sum));
        return looks.isEmpty()
                ? List.of()
                : WrappedText.lines(
                        "  behind them: ",
                        looks.entrySet().stream()
                                .map(persona -> persona.getKey() + " at " + looks(persona.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private String title(PersonaStretch stretch) {
        return titles.getOrDefault(stretch.persona(), stretch.persona());
    }

    private static String dates(PersonaStretch stretch) {
        return stretch.looks() == 1 ? stretch.from().toString() : stretch.from() + " to " + stretch.to();
    }

    private static String looks(int number) {
        return number + (number == 1 ? " look" : " looks");
    }

    private static String confidence(PersonaStretch stretch) {
        String lowest = FindingsScreen.percent(stretch.lowestConfidence());
        String highest = FindingsScreen.percent(stretch.highestConfidence());
        return lowest.equals(highest) ? lowest : lowest + " – " + highest;
    }
}
