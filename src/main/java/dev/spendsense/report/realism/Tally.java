package dev.spendsense.report.realism;

import dev.spendsense.bank.History;
import dev.spendsense.report.figures.Clusters;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.scenario.RealismMeasure;
import dev.spendsense.scenario.RealismMeasure.PaymentShare;
import dev.spendsense.scenario.RealismMeasure.PaymentsAMonth;
import dev.spendsense.scenario.RealismMeasure.RevolvingShare;
import dev.spendsense.scenario.RealismMeasure.SpendingShare;
import dev.spendsense.scenario.RealismMeasure.UtilizationPercentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects user by user what one measure needs. Users are the unit of all intervals: one person's postings are alike. */
interface Tally {

    void add(History history);

    /** The figure with its interval of 95% confidence; empty when nobody could be measured. */
    Optional<Estimate> figure();

    static Tally of(RealismMeasure measure) {
        if (measure instanceof SpendingShare share) {
            return new Ratio(history -> Spending.share(history, share), Clusters::share);
        } else if (measure instanceof PaymentsAMonth) {
            return new Ratio(Payments::perMonth, Clusters::perTime);
        } else if (measure instanceof PaymentShare share) {
            return new Ratio(history -> Payments.share(history, share.instrument()), Clusters::share);
        } else if (measure instanceof RevolvingShare) {
            return new Ratio(CardDebt::revolving, Clusters::share);
        } else if (measure instanceof UtilizationPercentile utilization) {
            return new Percentile(CardDebt::utilizations, utilization.percentile());
        }
        throw new IllegalArgumentException(measure.name());
    }

    /**
     * What one user adds to a ratio of two sums.
     *
     * @param hits to the sum above
     * @param cases to the sum below
     */
    record Part(double hits, double cases) {}

    /** A ratio of two sums over all users. */
    final class Ratio implements Tally {

        private final Function<History, Part> part;
        private final Function<Clusters, Optional<Estimate>> interval;
        private final List<Part> parts = new ArrayList<>();

        Ratio(Function<History, Part> part, Function<Clusters, Optional<Estimate>> interval) {
            this.part = part;
            this.interval = interval;
        }

        @Override
        public void add(History history) {
            parts.add(part.apply(history));
        }

        @Override
        public Optional<Estimate> figure() {
            Clusters clusters = new Clusters(parts.size());
            for (int user = 0; user < parts.size(); user++) {
                clusters.add(user, parts.get(user).hits(), parts.get(user).cases());
            }
            return interval.apply(clusters);
        }
    }
}
