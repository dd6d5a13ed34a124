package dev.spendsense.simulation;

import java.util.Map;
import java.util.Set;

/**
 * What one customer buys, and how often compared with other things. A tight budget for many purchases leans the basket
 * towards kinds with small tickets, by exponential tilting of the weights.
 */
final class Basket {

    private static final int WEEKDAYS = 7;
    private static final double TASTE = 0.35;

    private final Market market;
    private final double[] weights;
    private final int[] favourites;
    private final Set<String> shunned;
    private final double[][] runningShares = new double[WEEKDAYS][];
    private final double[] busyness = new double[WEEKDAYS];
    private final double[] outsizedShares;
    private final double meanTicket;
    private final double discretionaryShare;

    private Basket(Market market, double[] weights, int[] favourites, Set<String> shunned) {
        this.market = market;
        this.weights = weights;
        this.favourites = favourites;
        this.shunned = shunned;
        double sum = 0;
        double value = 0;
        double discretionary = 0;
        double[] outsized = new double[weights.length];
        double outsizedSum = 0;
        for (int kind = 0; kind < weights.length; kind++) {
            Market.Stall stall = market.stall(kind);
            double worth = weights[kind] * stall.meanTicket();
            sum += weights[kind];
            value += worth;
            if (stall.kind().discretionary()) {
                discretionary += worth;
                outsizedSum += weights[kind];
            }
            outsized[kind] = outsizedSum;
        }
        this.meanTicket = sum > 0 ? value / sum : 0;
        this.discretionaryShare = value > 0 ? discretionary / value : 0;
        this.outsizedShares = outsized;
        for (int kind = 0; kind < outsized.length; kind++) {
            outsized[kind] = outsizedSum > 0 ? outsized[kind] / outsizedSum : 0;
        }
        spreadOverWeek();
    }

    /**
     * The basket of a customer with these tastes whose average ticket comes closest to the wanted one.
     *
     * @param wantedTicket cents
     * @param shunned merchants the customer does not go to
     * @param preferred merchants the customer goes to first
     */
    static Basket fit(
            Market market,
            Map<String, Double> factors,
            RandomStream taste,
            Set<String> shunned,
            Set<String> preferred,
            double wantedTicket) {
        int kinds = market.kinds();
        double[] base = new double[kinds];
        int[] favourites = new int[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            Market.Stall stall = market.stall(kind);
            double liking = 1 + TASTE * (2 * taste.nextDouble() - 1);
            base[kind] =
                    stall.kind().weight() * factors.getOrDefault(stall.kind().name(), 1.0) * liking;
            favourites[kind] = favourite(stall, taste.nextDouble(), shunned, preferred);
        }
        return new Basket(market, tilted(market, base, wantedTicket), favourites, shunned);
    }

    private static int favourite(Market.Stall stall, double share, Set<String> shunned, Set<String> preferred) {
        int favourite = stall.merchantAt(share);
        for (int merchant = 0; merchant < stall.merchants(); merchant++) {
            if (preferred.contains(stall.merchant(merchant))) {
                return merchant;
            }
        }
        for (int i = 0; i < stall.merchants() && shunned.contains(stall.merchant(favourite)); i++) {
            favourite = (favourite + 1) % stall.merchants();
        }
        return favourite;
    }

    private static double[] tilted(Market market, double[] base, double wantedTicket) {
        double[][] tilts = market.tilts();
        int dear = 0;
        int cheap = tilts.length - 1;
        while (cheap - dear > 1) {
            int middle = (dear + cheap) / 2;
            if (meanTicket(market, base, tilts[middle]) > wantedTicket) {
                dear = middle;
            } else {
                cheap = middle;
            }
        }
        double dearTicket = meanTicket(market, base, tilts[dear]);
        double cheapTicket = meanTicket(market, base, tilts[cheap]);
        double lean = dearTicket > cheapTicket
                ? Math.min(1, Math.max(0, (wantedTicket - cheapTicket) / (dearTicket - cheapTicket)))
                : 0;
        double[] weights = new double[base.length];
        if (dearTicket <= 0 || cheapTicket <= 0) {
            return base;
        }
        for (int kind = 0; kind < base.length; kind++) {
            weights[kind] = base[kind] * (lean * tilts[dear][kind] + (1 - lean) * tilts[cheap][kind]);
        }
        return weights;
    }

    private static double meanTicket(Market market, double[] base, double[] tilt) {
        double sum = 0;
        double value = 0;
        for (int kind = 0; kind < base.length; kind++) {
            double weight = base[kind] * tilt[kind];
            sum += weight;
            value += weight * market.stall(kind).meanTicket();
        }
        return sum > 0 ? value / sum : 0;
    }

    private void spreadOverWeek() {
        double week = 0;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            double[] shares = new double[weights.length];
            double sum = 0;
            for (int kind = 0; kind < weights.length; kind++) {
                sum += weights[kind] * market.stall(kind).kind().weekdays().get(weekday);
                shares[kind] = sum;
            }
            for (int kind = 0; kind < weights.length; kind++) {
                shares[kind] = sum > 0 ? shares[kind] / sum : 0;
            }
            runningShares[weekday] = shares;
            busyness[weekday] = sum;
            week += sum;
        }
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            busyness[weekday] = week > 0 ? busyness[weekday] * WEEKDAYS / week : 0;
        }
    }

    /** Cents on average over everyday purchases. */
    double meanTicket() {
        return meanTicket;
    }

    /** Share of the money spent here that goes to things a household can do without. */
    double discretionaryShare() {
        return discretionaryShare;
    }

    /** Factor on the number of purchases on a weekday, 1 on average. */
    double busyness(int weekday) {
        return busyness[weekday];
    }

    Market.Stall stallOn(int weekday, double share) {
        return market.stall(Market.indexAt(runningShares[weekday], share));
    }

    /** A stall of discretionary things, where an outsized purchase happens; only asked where there are any. */
    Market.Stall discretionaryStall(double share) {
        return market.stall(Market.indexAt(outsizedShares, share));
    }

    /** Cents that a discretionary purchase costs on average; 0 when nothing discretionary is bought. */
    double meanDiscretionaryTicket() {
        double mean = 0;
        double before = 0;
        for (int kind = 0; kind < outsizedShares.length; kind++) {
            mean += (outsizedShares[kind] - before) * market.stall(kind).meanTicket();
            before = outsizedShares[kind];
        }
        return mean;
    }

    /** The merchant of a purchase: often the usual one, else any but those the customer shuns. */
    String merchant(Market.Stall stall, double habit, double share) {
        int kind = stall.index();
        if (habit < stall.kind().loyalty()) {
            return stall.merchant(favourites[kind]);
        }
        String merchant = stall.merchant(stall.merchantAt(share));
        return shunned.contains(merchant) ? stall.merchant(favourites[kind]) : merchant;
    }
}
