package dev.spendsense.report.accuracy;

import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.truth.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recall against how pronounced a planted profile is, at the latest look at each user. A persona counts as found when it
 * is assigned and nothing untrue is ranked before it, so that each of several planted profiles can be found.
 *
 * @param bins by persona, then by intensity; those without a user are left out, and so is what rules assign for want of
 *     anything else. A bin of persona {@link Confusion#NONE}, meaning all of them, comes first.
 */
public record IntensityCurve(List<Bin> bins) {

    private static final int BINS = 10;

    public IntensityCurve {
        bins = List.copyOf(bins);
    }

    /**
     * Planted profiles of much the same intensity.
     *
     * @param persona name, or {@link Confusion#NONE} for all
     * @param above intensity above which the bin begins
     * @param upTo intensity at which it ends, included
     * @param recall of those planted, how many were found
     */
    public record Bin(String persona, double above, double upTo, Rate recall) {}

    public static IntensityCurve of(Study study) {
        SortedMap<String, int[][]> counts = new TreeMap<>();
        for (Subject subject : study.subjects()) {
            Look look = subject.last();
            for (Episode episode : subject.truth().episodes()) {
                if (episode.holdsOn(look.asOf()) && study.scored().contains(episode.profile())) {
                    boolean found = subject.isNoticed(episode.profile(), look);
                    int bin = (int) Math.min(BINS, Math.max(1, Math.ceil(episode.intensity() * BINS))) - 1;
                    for (String name : List.of(Confusion.NONE, episode.profile())) {
                        int[] cell = counts.computeIfAbsent(name, persona -> new int[BINS][2])[bin];
                        cell[0] += found ? 1 : 0;
                        cell[1]++;
                    }
                }
            }
        }
        List<Bin> bins = new ArrayList<>();
        counts.forEach((persona, cells) -> {
            for (int bin = 0; bin < BINS; bin++) {
                if (cells[bin][1] > 0) {
                    bins.add(new Bin(
                            persona,
                            bin / (double) BINS,
                            (bin + 1) / (double) BINS,
                            Rate.of(cells[bin][0], cells[bin][1])));
                }
            }
        });
        return new IntensityCurve(bins);
    }
}
