package dev.spendsense.bench;

import dev.spendsense.bank.Transaction;
import dev.spendsense.simulation.Life;
import java.util.ArrayList;
import java.util.List;

/** The least that making transactions takes: each is made anew and put into a list; no balances, no habits. */
final class BareLedger {

    static final String IN_WORDS = "making the same transactions anew from ready values, and keeping them in a list";

    private final List<Life> lives;
    private final Passes passes;
    private final long transactions;
    private long kept; // so that the JIT compiler cannot find out that nobody wants them

    BareLedger(Settings settings, List<Life> lives) {
        this.lives = lives;
        this.passes = new Passes(settings, this::pass);
        this.transactions = transactions(lives);
    }

    static long transactions(List<Life> lives) {
        return lives.stream()
                .mapToLong(life -> life.history().transactions().size())
                .sum();
    }

    BareLedger warm() {
        passes.warm();
        return this;
    }

    /** Transactions in a second of processor time. */
    double rate() {
        return transactions / passes.seconds();
    }

    private void pass() {
        for (Life life : lives) {
            List<Transaction> posted = life.history().transactions();
            List<Transaction> copies = new ArrayList<>(posted.size());
            for (Transaction each : posted) {
                copies.add(new Transaction(
                        each.account(),
                        each.sequence(),
                        each.date(),
                        each.minute(),
                        each.amount(),
                        each.merchant(),
                        each.category(),
                        each.channel()));
            }
            kept += copies.size();
        }
    }
}
