package dev.spendsense.bank;

import dev.spendsense.bench.People;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The ledger: what one posting takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PostingLoop {

    private static final int POSTINGS = 200;

    private List<Account> accounts;
    private List<Transaction> transactions;

    @Setup
    public void someone(People people) {
        History history = people.next().history();
        while (history.transactions().size() < POSTINGS) {
            history = people.next().history();
        }
        accounts = history.accounts();
        transactions = history.transactions().subList(0, POSTINGS);
    }

    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public Ledger post() {
        Ledger ledger = new Ledger(accounts);
        for (Transaction each : transactions) {
            ledger.post(
                    each.account(),
                    each.date(),
                    each.minute(),
                    each.amount(),
                    each.merchant(),
                    each.category(),
                    each.channel());
        }
        return ledger;
    }
}
