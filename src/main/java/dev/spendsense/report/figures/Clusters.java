package dev.spendsense.report.figures;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A ratio of two sums over customers, of whom each gives a part of both.
 *
 * <p>The variance comes from each customer's influence on the ratio, (hits − ratio · cases) / all cases (the linearized
 * ratio estimator; W. G. Cochran, "Sampling Techniques", 3rd edition, 1977, section 6.4), so that a hundred looks at one
 * customer count as one customer. What is left of the cases once that is taken into account, the effective cases, goes
 * into the usual intervals (N. Dean and M. Pagano, "Evaluating confidence interval methods for binomial proportions in
 * clustered surveys", Journal of Survey Statistics and Methodology 3, 2015). With one case a customer this is the plain
 * interval.
 */
public final class Clusters {

    private final double[] hits;
    private final double[] cases;
    private double allHits;
    private double allCases;

    /** For a number of customers, of whom nothing has been counted yet. */
    public Clusters(int customers) {
        this.hits = new double[customers];
        this.cases = new double[customers];
    }

    /** Counts something of one customer, numbered from 0. */
    public void add(int customer, double hit, double ofCases) {
        hits[customer] += hit;
        cases[customer] += ofCases;
        allHits += hit;
        allCases += ofCases;
    }

    /** Hits over cases; NaN without cases. */
    public double ratio() {
        return allHits / allCases;
    }

    /** Cases of all customers together. */
    public double cases() {
        return allCases;
    }

    /** What one customer adds to the error of the ratio. */
    double influence(int customer) {
        return (hits[customer] - ratio() * cases[customer]) / allCases;
    }

    /** The ratio as a share, 0 to 1. */
    public Rate rate() {
        return new Rate((int) Math.round(allHits), (int) Math.round(allCases), share());
    }

    /** The ratio as a share, 0 to 1; empty without cases. */
    public Optional<Estimate> share() {
        return allCases == 0 ? Optional.empty() : Optional.of(Wilson.interval(ratio(), effectiveCases()));
    }

    /**
     * The ratio as a number of events in a length of time, 0 or more; empty without time. The interval is that of a
     * Poisson count as large as the variance warrants (M. P. Fay and E. J. Feuer, "Confidence intervals for directly
     * standardized rates", Statistics in Medicine 16, 1997); without any event it is the exact Poisson interval.
     */
    public Optional<Estimate> perTime() {
        if (allCases == 0) {
            return Optional.empty();
        }
        if (allHits == 0) {
            return Optional.of(new Estimate(0, 0, chiSquared(0.975, 2) / 2 / allCases));
        }
        double variance = variance();
        double count = variance == 0 ? allHits : Math.min(allHits, ratio() * ratio() / variance);
        double unit = ratio() / count;
        return Optional.of(new Estimate(
                ratio(), unit * chiSquared(0.025, 2 * count) / 2, unit * chiSquared(0.975, 2 * count + 2) / 2));
    }

    /** Independent cases that would leave the share as uncertain as it is. */
    private double effectiveCases() {
        double variance = variance();
        double share = ratio();
        // Where all agree nothing tells how much looks at a customer resemble each other: count customers.
        return variance == 0 ? customersWithCases() : Math.min(allCases, share * (1 - share) / variance);
    }

    private double variance() {
        double sum = 0;
        for (int customer = 0; customer < cases.length; customer++) {
            double influence = influence(customer);
            sum += influence * influence;
        }
        return sum;
    }

    private int customersWithCases() {
        int customers = 0;
        for (double one : cases) {
            customers += one > 0 ? 1 : 0;
        }
        return customers;
    }

    private static double chiSquared(double probability, double degrees) {
        return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(probability);
    }
}
