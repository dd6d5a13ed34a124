package dev.spendsense.bench;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.simulation.Life;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judging users who consent, one look at the end, on one thread. */
final class Judging implements Benchmark {

    static final String NAME = "evaluation";

    private static final int MONTHS = 12;

    private final Material material;
    private List<History> histories;
    private Passes passes;
    private Passes bare;
    private long concluded;
    private long summed;

    Judging(Material material) {
        this.material = material;
    }

    /** Those of some lives at which somebody may look. */
    static List<History> consenting(List<Life> lives) {
        List<History> consenting = lives.stream()
                .map(Life::history)
                .filter(history -> history.customer().consent())
                .toList();
        if (consenting.isEmpty()) {
            throw new NotMeasurable("nobody consents among so few users");
        }
        return consenting;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "judging those of %,d users who consent, one look, processor time",
                        material.settings().few()),
                "µs a user and core",
                false,
                Optional.of("one pass over the same transactions, summed by category and month"));
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.figure(150));
    }

    @Override
    public void prepare() {
        histories = consenting(material.lives(material.settings().few()));
        passes = new Passes(material.settings(), this::judge).warm();
        bare = new Passes(material.settings(), this::sum).warm();
    }

    private void judge() {
        for (History history : histories) {
            concluded += material.rules().evaluate(history).signals().size();
        }
    }

    private void sum() {
        for (History history : histories) {
            long[] sums = new long[Category.values().length * MONTHS];
            for (Transaction each : history.transactions()) {
                sums[each.category().ordinal() * MONTHS + each.date().getMonthValue() - 1] += each.amount();
            }
            summed += sums[sums.length / 2];
        }
    }

    @Override
    public double measure() {
        return passes.seconds() * 1e6 / histories.size();
    }

    @Override
    public OptionalDouble limit() {
        return OptionalDouble.of(bare.seconds() * 1e6 / histories.size());
    }
}
