package dev.spendsense.simulation;

import dev.spendsense.bank.Category;
import dev.spendsense.scenario.PurchaseKind;
import dev.spendsense.scenario.PurchaseKind.PriceEnding;
import dev.spendsense.scenario.Range;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The catalog's purchase kinds made ready for drawing: ticket sizes tabulated, weights summed up. Shared by all
 * customers.
 */
final class Market {

    /**
     * How strongly a basket leans towards small tickets, per dollar of a kind's average ticket: from leaning to dear
     * kinds, over not at all, to hardly anything above a few dollars.
     */
    private static final double FLATTEST_TILT = -0.008;

    private static final double TILT_STEP = 0.001;
    private static final int TILTS = 73;

    private final List<Stall> stalls;
    private final double[][] tilts;

    Market(List<PurchaseKind> kinds) {
        this.stalls = IntStream.range(0, kinds.size())
                .mapToObj(index -> new Stall(index, kinds.get(index)))
                .toList();
        this.tilts = new double[TILTS][stalls.size()];
        double cheapest = stalls.stream().mapToDouble(Stall::meanTicket).min().orElse(0);
        double dearest = stalls.stream().mapToDouble(Stall::meanTicket).max().orElse(0);
        for (int tilt = 0; tilt < TILTS; tilt++) {
            for (int kind = 0; kind < stalls.size(); kind++) {
                double strength = FLATTEST_TILT + tilt * TILT_STEP;
                double favoured = strength < 0 ? dearest : cheapest;
                tilts[tilt][kind] = StrictMath.exp(-strength * (stalls.get(kind).meanTicket() - favoured) / 100);
            }
        }
    }

    int kinds() {
        return stalls.size();
    }

    Stall stall(int kind) {
        return stalls.get(kind);
    }

    /** Factors up to 1 on the weights of the kinds at each step of the tilt, from dear to cheap baskets. */
    double[][] tilts() {
        return tilts;
    }

    /** One kind of purchase, ready for drawing. */
    static final class Stall {

        private final int index;
        private final PurchaseKind kind;
        private final TicketSizes tickets;
        private final String[] merchants;
        private final double[] merchantShares;
        private final int[] endings;
        private final double[] endingShares;

        Stall(int index, PurchaseKind kind) {
            this.index = index;
            this.kind = kind;
            this.tickets = new TicketSizes(kind.price());
            this.merchants = kind.merchants().options().toArray(String[]::new);
            this.merchantShares = runningShares(kind.merchants().weights());
            this.endings = kind.endings().stream().mapToInt(PriceEnding::cents).toArray();
            this.endingShares = runningShares(
                    kind.endings().stream().map(PriceEnding::weight).toList());
        }

        /** Position among the kinds of the catalog. */
        int index() {
            return index;
        }

        PurchaseKind kind() {
            return kind;
        }

        Category category() {
            return kind.category();
        }

        /** Cents on average. */
        double meanTicket() {
            return tickets.mean();
        }

        int merchants() {
            return merchants.length;
        }

        String merchant(int index) {
            return merchants[index];
        }

        int merchantAt(double share) {
            return indexAt(merchantShares, share);
        }

        /** Cents of a ticket at a share of all tickets, before the price finds its ending. */
        double ticketAt(double share) {
            return tickets.at(share);
        }

        /** The price nearest to the amount that ends as prices of this kind do; at least 25 cents. */
        long priced(double amount, double endingShare) {
            long cents = (long) Math.rint(amount);
            if (endings.length > 0) {
                int ending = endings[indexAt(endingShares, endingShare)];
                cents = (long) Math.rint((amount - ending) / 100) * 100 + ending;
            }
            return Math.max(25, cents);
        }

        /** Minutes since midnight; the middle of the opening hours is busiest. */
        int minuteAt(double first, double second) {
            Range hours = kind.hours();
            double open = (hours.high() + 1 - hours.low()) * 60;
            return (int) (hours.low() * 60 + open * (first + second) / 2);
        }
    }

    /** Running sums of weights, scaled to end at 1. */
    static double[] runningShares(List<Double> weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] shares = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += weights.get(i);
            shares[i] = sum / total;
        }
        return shares;
    }

    /** The first index whose running share lies above the given share. */
    static int indexAt(double[] runningShares, double share) {
        int index = 0;
        while (index < runningShares.length - 1 && share >= runningShares[index]) {
            index++;
        }
        return index;
    }
}
