package dev.spendsense.report.figures;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long something takes, when some waits were cut short before it happened. Quantiles are those of the survival curve
 * of E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958), so a wait that was cut short says that it takes longer, and no more than that.
 */
public final class Waits {

    private final TreeMap<Long, int[]> byDays = new TreeMap<>();
    private int ended;
    private int cutShort;

    /** A wait at whose end it happened. */
    public void ended(long days) {
        byDays.computeIfAbsent(days, key -> new int[2])[0]++;
        ended++;
    }

    /** A wait over which it did not happen. */
    public void cutShort(long days) {
        byDays.computeIfAbsent(days, key -> new int[2])[1]++;
        cutShort++;
    }

    public int ended() {
        return ended;
    }

    public int cutShort() {
        return cutShort;
    }

    /**
     * Days after which it has happened to a share of all.
     *
     * @param share above 0, at most 1
     * @return empty when it is not known to have happened to so many
     */
    public OptionalDouble quantile(double share) {
        double waiting = 1;
        int atRisk = ended + cutShort;
        for (Map.Entry<Long, int[]> day : byDays.entrySet()) {
            int happened = day.getValue()[0];
            waiting *= 1 - happened / (double) atRisk;
            if (happened > 0 && waiting <= 1 - share + 1e-12) {
                return OptionalDouble.of(day.getKey());
            }
            atRisk -= happened + day.getValue()[1];
        }
        return OptionalDouble.empty();
    }
}
