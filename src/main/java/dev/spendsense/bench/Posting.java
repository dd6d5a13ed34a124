package dev.spendsense.bench;

import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;
import dev.spendsense.simulation.Life;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The ledger alone: transactions that are known already are posted again. */
final class Posting implements Benchmark {

    static final String NAME = "ledger";

    private final Material material;
    private List<Life> lives;
    private Passes passes;
    private BareLedger bare;
    private long balances;

    Posting(Material material) {
        this.material = material;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "posting the transactions of %,d users on their accounts, processor time",
                        material.settings().few()),
                "postings/s and core",
                true,
                Optional.of(BareLedger.IN_WORDS));
    }

    @Override
    public void prepare() {
        lives = material.lives(material.settings().few());
        passes = new Passes(material.settings(), this::pass).warm();
        bare = new BareLedger(material.settings(), lives).warm();
    }

    private void pass() {
        for (Life life : lives) {
            Ledger ledger = new Ledger(life.history().accounts());
            for (Transaction each : life.history().transactions()) {
                ledger.post(
                        each.account(),
                        each.date(),
                        each.minute(),
                        each.amount(),
                        each.merchant(),
                        each.category(),
                        each.channel());
            }
            balances += ledger.balance(ledger.accounts().get(0));
        }
    }

    @Override
    public double measure() {
        return BareLedger.transactions(lives) / passes.seconds();
    }

    @Override
    public OptionalDouble limit() {
        return OptionalDouble.of(bare.rate());
    }
}
