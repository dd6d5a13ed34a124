package dev.spendsense.json;

import dev.spendsense.report.accuracy.Confusion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Planted profiles against primary personas, as scripts read it; an empty name stands for no persona. */
public record AccuracyJson(
        int users,
        double macroF1,
        double correct,
        Map<String, ? extends SortedMap<String, Integer>> primaryPersonasByProfile,
        List<ScoreJson> personas) {

    public record ScoreJson(
            String persona, int planted, int assigned, int correct, double precision, double recall, double f1) {}

    public static AccuracyJson of(Confusion confusion) {
        return new AccuracyJson(
                confusion.users(),
                confusion.macroF1(),
                confusion.correct(),
                confusion.counts(),
                confusion.scores().stream()
                        .map(it -> new ScoreJson(
                                it.persona(),
                                it.planted(),
                                it.assigned(),
                                it.correct(),
                                it.precision(),
                                it.recall(),
                                it.f1()))
                        .toList());
    }
}
