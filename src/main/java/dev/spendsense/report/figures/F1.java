package dev.spendsense.report.figures;

import java.util.List;
import java.util.Optional;

/**
 * F1 with its interval.
 *
 * <p>Of the cases in which a persona is true or was given, both hold in a share J, and F1 = 2J / (1 + J) rises with J, so
 * the ends of J's score interval give the ends of F1's (K. F. Y. Lam, V. Gopal and J. Qian, "Confidence intervals for the
 * F1 score: a comparison of four methods", 2023, the indirect Wilson method).
 */
public final class F1 {

    private final Clusters agreement;

    /**
     * @param agreement cases in which the persona is true or was given; a hit is one in which both hold
     */
    public F1(Clusters agreement) {
        this.agreement = agreement;
    }

    /** Empty when the persona is nobody's and was given to nobody. */
    public Optional<Estimate> estimate() {
        return agreement
                .share()
                .map(share ->
                        new Estimate(ofAgreement(share.value()), ofAgreement(share.low()), ofAgreement(share.high())));
    }

    /**
     * The mean of several F1, each as weighty as any other. Its interval joins theirs with the correlation between their
     * errors (the method of variance estimates recovery; G. Y. Zou and A. Donner, "Construction of confidence limits
     * about effect measures", Statistics in Medicine 27, 2008).
     */
    public static Optional<Estimate> macro(List<F1> several, int customers) {
        List<F1> scores =
                several.stream().filter(one -> one.estimate().isPresent()).toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        List<Estimate> estimates =
                scores.stream().map(one -> one.estimate().orElseThrow()).toList();
        double mean = estimates.stream().mapToDouble(Estimate::value).average().orElseThrow();
        double below = 0;
        double above = 0;
        for (int i = 0; i < scores.size(); i++) {
            for (int j = 0; j < scores.size(); j++) {
                double correlation = i == j ? 1 : correlation(scores.get(i), scores.get(j), customers);
                Estimate one = estimates.get(i);
                Estimate other = estimates.get(j);
                below += correlation * (one.value() - one.low()) * (other.value() - other.low());
                above += correlation * (one.high() - one.value()) * (other.high() - other.value());
            }
        }
        double low = mean - Math.sqrt(Math.max(0, below)) / scores.size();
        double high = mean + Math.sqrt(Math.max(0, above)) / scores.size();
        return Optional.of(new Estimate(mean, Math.max(0, low), Math.min(1, high)));
    }

    private static double correlation(F1 one, F1 other, int customers) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int customer = 0; customer < customers; customer++) {
            double a = one.agreement.influence(customer);
            double b = other.agreement.influence(customer);
            both += a * b;
            first += a * a;
            second += b * b;
        }
        return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
    }

    private static double ofAgreement(double share) {
        return 2 * share / (1 + share);
    }
}
