package dev.spendsense.report.calibration;

import dev.spendsense.report.figures.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Claims by confidence, each with what it counts; laid out for being summed up hundreds of times. */
final class Claims {

    private static final int BINS = ReliabilityBin.COUNT;

    private final int[] customer;
    private final double[] confidence;
    private final boolean[] right;
    private final double[] weight;

    /**
     * @param weight how much a claim counts, 0 or more
     */
    Claims(List<Claim> claims, ToDoubleFunction<Claim> weight) {
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparingDouble(Claim::confidence))
                .toList();
        int size = sorted.size();
        this.customer = new int[size];
        this.confidence = new double[size];
        this.right = new boolean[size];
        this.weight = new double[size];
        for (int i = 0; i < size; i++) {
            customer[i] = sorted.get(i).customer();
            confidence[i] = sorted.get(i).confidence();
            right[i] = sorted.get(i).right();
            this.weight[i] = weight.applyAsDouble(sorted.get(i));
        }
    }

    /**
     * Share that is right, expected calibration error, Brier score, Brier skill and AUROC; NaN where there is no value.
     *
     * @param times how often each customer counts
     */
    double[] figures(int[] times) {
        double[] off = new double[BINS];
        double all = 0;
        double allRight = 0;
        double squares = 0;
        double rightOverWrong = 0;
        double wrongBelow = 0;
        for (int i = 0; i < confidence.length; ) {
            double wrongHere = 0;
            double rightHere = 0;
            double tie = confidence[i];
            for (; i < confidence.length && confidence[i] == tie; i++) {
                double counts = weight[i] * times[customer[i]];
                rightHere += right[i] ? counts : 0;
                wrongHere += right[i] ? 0 : counts;
            }
            off[ReliabilityBin.of(tie)] += tie * (rightHere + wrongHere) - rightHere;
            squares += (1 - tie) * (1 - tie) * rightHere + tie * tie * wrongHere;
            rightOverWrong += rightHere * (wrongBelow + wrongHere / 2);
            wrongBelow += wrongHere;
            all += rightHere + wrongHere;
            allRight += rightHere;
        }
        double error = 0;
        for (double one : off) {
            error += Math.abs(one);
        }
        double base = allRight / all;
        double brier = squares / all;
        boolean mixed = allRight > 0 && wrongBelow > 0;
        return new double[] {
            base,
            error / all,
            brier,
            mixed ? 1 - brier / (base * (1 - base)) : Double.NaN,
            mixed ? rightOverWrong / allRight / wrongBelow : Double.NaN
        };
    }

    /** The bins that have something in them. */
    List<ReliabilityBin> curve() {
        int[] count = new int[BINS];
        double[] sum = new double[BINS];
        double[] squares = new double[BINS];
        double[] sumRight = new double[BINS];
        double[] sumConfidence = new double[BINS];
        for (int i = 0; i < confidence.length; i++) {
            int bin = ReliabilityBin.of(confidence[i]);
            count[bin]++;
            sum[bin] += weight[i];
            squares[bin] += weight[i] * weight[i];
            sumRight[bin] += right[i] ? weight[i] : 0;
            sumConfidence[bin] += weight[i] * confidence[i];
        }
        List<ReliabilityBin> curve = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (sum[bin] > 0) {
                // Kish's effective size: unequal weights tell less than equal ones.
                double effective = sum[bin] * sum[bin] / squares[bin];
                curve.add(new ReliabilityBin(
                        bin / (double) BINS,
                        (bin + 1) / (double) BINS,
                        count[bin],
                        sumConfidence[bin] / sum[bin],
                        Wilson.interval(Math.min(1, sumRight[bin] / sum[bin]), effective)));
            }
        }
        return curve;
    }

    int size() {
        return confidence.length;
    }
}
