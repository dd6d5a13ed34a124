package dev.spendsense.bench;

import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The simulation alone, on one thread; nothing is kept. */
final class Living implements Benchmark {

    static final String NAME = "generation";

    private final Material material;
    private Simulation simulation;
    private Passes passes;
    private BareLedger bare;
    private long transactions;

    Living(Material material) {
        this.material = material;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "simulating %,d users, processor time",
                        material.settings().few()),
                "transactions/s and core",
                true,
                Optional.of(BareLedger.IN_WORDS));
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.figure(2e6));
    }

    @Override
    public void prepare() {
        int users = material.settings().few();
        simulation = new Simulation(material.scenario(users));
        passes = new Passes(material.settings(), this::pass).warm();
        List<Life> lives = material.lives(users);
        bare = new BareLedger(material.settings(), lives).warm();
    }

    private void pass() {
        transactions = 0;
        for (int user = 0; user < simulation.users(); user++) {
            transactions += simulation.live(user).history().transactions().size();
        }
    }

    @Override
    public double measure() {
        double seconds = passes.seconds();
        return transactions / seconds;
    }

    @Override
    public OptionalDouble limit() {
        return OptionalDouble.of(bare.rate());
    }
}
