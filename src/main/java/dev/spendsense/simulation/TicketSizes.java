package dev.spendsense.simulation;

import dev.spendsense.scenario.Range;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ticket sizes of one kind of purchase: log-normal, with the price range as its central 90%. Quantiles are tabulated
 * once, so that a draw is a look-up.
 */
final class TicketSizes {

    private static final int STEPS = 1024;
    private static final double CENTRAL_90 = 1.6448536269514722;
    private static final double[] STANDARD_QUANTILES = standardQuantiles();

    private final double[] quantiles = new double[STEPS + 1];
    private final double mean;

    TicketSizes(Range price) {
        double low = StrictMath.log(price.low());
        double high = StrictMath.log(price.high());
        double centre = (low + high) / 2;
        double spread = (high - low) / (2 * CENTRAL_90);
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            quantiles[i] = StrictMath.exp(centre + spread * STANDARD_QUANTILES[i]);
        }
        for (int i = 0; i < STEPS; i++) {
            sum += (quantiles[i] + quantiles[i + 1]) / 2;
        }
        this.mean = sum / STEPS;
    }

    /** Cents on average. */
    double mean() {
        return mean;
    }

    /** Cents at a share of all tickets, for a share in [0, 1). */
    double at(double share) {
        double position = share * STEPS;
        int step = (int) position;
        return quantiles[step] + (position - step) * (quantiles[step + 1] - quantiles[step]);
    }

    /**
     * Quantiles of the standard normal distribution, cut where one ticket in some thousand lies. Rounded far above the
     * last bit, in which the library's use of {@code Math} may differ between machines.
     */
    private static double[] standardQuantiles() {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double outermost = 1.0 / (4 * STEPS);
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> Math.min(1 - outermost, Math.max(outermost, i / (double) STEPS)))
                .map(standard::inverseCumulativeProbability)
                .map(quantile -> Math.rint(quantile * 1e9) / 1e9)
                .toArray();
    }
}
