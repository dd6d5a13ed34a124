package dev.spendsense.report.fairness;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.figures.Wilson;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** How the customers of one group were treated, by what was planted in them. */
final class Treatment {

    private final SortedMap<String, Cell> cells = new TreeMap<>();

    /** Customers of one group and one truth. */
    private static final class Cell {
        private int users;
        private int right;
        private int wrong;
    }

    void add(String truth, boolean right, boolean wrong) {
        Cell cell = cells.computeIfAbsent(truth, name -> new Cell());
        cell.users++;
        cell.right += right ? 1 : 0;
        cell.wrong += wrong ? 1 : 0;
    }

    /** Customers in whom one of some profiles was planted. */
    int users(Map<String, Double> shares) {
        return cells.entrySet().stream()
                .filter(cell -> shares.containsKey(cell.getKey()))
                .mapToInt(cell -> cell.getValue().users)
                .sum();
    }

    Rate right(Map<String, Double> shares) {
        return standardized(shares, cell -> cell.right);
    }

    Rate wrong(Map<String, Double> shares) {
        return standardized(shares, cell -> cell.wrong);
    }

    /**
     * The rate that the group would have if planted profiles had given shares in it (direct standardization; profiles
     * that the group lacks are left out). The interval is that of as many customers as leave a share as uncertain.
     */
    private Rate standardized(Map<String, Double> shares, ToIntFunction<Cell> hits) {
        int allHits = 0;
        int users = 0;
        double rate = 0;
        double share = 0;
        double variance = 0;
        for (Map.Entry<String, Cell> entry : cells.entrySet()) {
            Double weight = shares.get(entry.getKey());
            if (weight != null) {
                Cell cell = entry.getValue();
                double own = hits.applyAsInt(cell) / (double) cell.users;
                allHits += hits.applyAsInt(cell);
                users += cell.users;
                rate += weight * own;
                share += weight;
                variance += weight * weight * own * (1 - own) / cell.users;
            }
        }
        if (users == 0) {
            return new Rate(0, 0, Optional.empty());
        }
        double value = Math.min(1, rate / share);
        double effective = variance == 0 ? users : value * (1 - value) / (variance / share / share);
        Estimate estimate = Wilson.interval(value, effective);
        return new Rate(allHits, users, Optional.of(estimate));
    }
}
