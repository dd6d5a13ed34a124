package dev.spendsense.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings that replace fields of a scenario for one run, as people write them. */
public final class Overrides {

    /** Fields that many change, and what they are short for. */
    private static final Map<String, String> SHORT =
            Map.of("days", "period.days", "end", "period.end", "every", "evaluate.every");

    private static final String TODAY = "today";

    private final String today;
    private final List<String> settings = new ArrayList<>();

    /** @param today what an end of {@code today} means from now on */
    public Overrides(LocalDate today) {
        this.today = today.toString();
    }

    /** Settings in which an end of {@code today} means nothing, as where there is no saying which day it is. */
    public Overrides() {
        this.today = TODAY;
    }

    /**
     * Adds a setting, which wins over earlier ones.
     *
     * @param field path of a field, as in {@code population.high_utilization.users}, or {@code days}, {@code end} and {@code
     *     every} for short
     * @param value as it would be written in the file; null when nothing is to be replaced
     */
    public Overrides set(String field, Object value) {
        if (value == null) {
            return this;
        }
        String path = SHORT.getOrDefault(field, field);
        String text = value.toString();
        settings.add(path + "=" + (path.equals("period.end") && text.equals(TODAY) ? today : text));
        return this;
    }

    /** {@code path=value} as scenarios take them, in order. */
    public List<String> settings() {
        return List.copyOf(settings);
    }
}
