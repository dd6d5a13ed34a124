package dev.spendsense.report;

import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Paydays and what arrived on them, from the deposits themselves. */
final class PayRecount {

    private final List<LocalDate> days;
    private final List<Long> cents;

    PayRecount(List<Transaction> deposits) {
        TreeMap<LocalDate, Long> byDay = new TreeMap<>();
        deposits.forEach(deposit -> byDay.merge(deposit.date(), -deposit.amount(), Long::sum));
        this.days = List.copyOf(byDay.keySet());
        this.cents = List.copyOf(byDay.values());
    }

    int paydays() {
        return days.size();
    }

    double medianGap() {
        return median(gaps());
    }

    double gapDeviation() {
        return gaps().size() < 2 ? Double.NaN : deviation(gaps());
    }

    double variation() {
        return cents.size() < 2 ? Double.NaN : deviation(cents) / Math.abs(mean(cents));
    }

    double levelChange(int latest) {
        int earlier = cents.size() - latest;
        return earlier < latest
                ? Double.NaN
                : median(cents.subList(earlier, cents.size())) / median(cents.subList(0, earlier)) - 1;
    }

    double longestWait(LocalDate from, LocalDate to) {
        if (days.isEmpty()) {
            return Double.NaN;
        }
        long atTheEdges = Math.max(
                ChronoUnit.DAYS.between(from, days.get(0)), ChronoUnit.DAYS.between(days.get(days.size() - 1), to));
        return gaps().stream().mapToLong(Long::longValue).reduce(atTheEdges, Math::max);
    }

    double daysSince(LocalDate date) {
        return days.isEmpty() ? Double.NaN : ChronoUnit.DAYS.between(days.get(days.size() - 1), date);
    }

    /** The middle of what a balance was on the evenings before paydays. */
    double medianBefore(ToLongFunction<LocalDate> balance) {
        return median(
                days.stream().map(day -> balance.applyAsLong(day.minusDays(1))).toList());
    }

    private List<Long> gaps() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return gaps;
    }

    static double median(List<Long> sample) {
        List<Long> sorted = sample.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static double mean(List<Long> sample) {
        return sample.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
    }

    private static double deviation(List<Long> sample) {
        double mean = mean(sample);
        double squares = sample.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (sample.size() - 1));
    }
}
