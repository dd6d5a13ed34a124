package dev.spendsense.report.figures;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The score interval of a share: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927).
 */
public final class Wilson {

    /** Standard deviations to either side that hold 95% of a normal distribution. */
    static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private Wilson() {}

    /**
     * @param share hits over cases, 0 to 1
     * @param cases how many, above 0; not whole where cases depend on each other
     */
    public static Estimate interval(double share, double cases) {
        double weight = Z * Z / cases;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(share * (1 - share) / cases + weight / (4 * cases));
        return new Estimate(
                share, Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half)));
    }
}
