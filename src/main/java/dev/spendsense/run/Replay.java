package dev.spendsense.run;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.ScenarioText;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A user of a dataset lived again, alone, from the scenario and seed that are kept in it.
 *
 * @param userId who was lived again
 * @param rows how many stored rows were compared
 * @param differences rows that are not the same, in the order of the tables; empty when all were reproduced
 */
public record Replay(String userId, int rows, List<Difference> differences) {

    /**
     * A row that was not reproduced.
     *
     * @param table its table, by the public name
     * @param row position among the user's rows of that table, from 1
     * @param stored what the dataset holds, or {@code nothing}
     * @param replayed what was lived, or {@code nothing}
     */
    public record Difference(String table, int row, String stored, String replayed) {}

    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * Lives a user again.
     *
     * @throws NoSuchElementException when the dataset has no such user
     */
    public static Replay of(Dataset dataset, String userId) {
        int position = dataset.position(userId).orElseThrow(() -> new NoSuchElementException("no user " + userId));
        ScenarioText text = dataset.run().origin().scenario();
        ScenarioSource source = new ScenarioSource(text.name(), text.files(), text.overrides());
        Life life = new Simulation(ScenarioReader.read(source)).live(position);
        return compare(dataset.history(userId), dataset.groundTruth(userId), life);
    }

    static Replay compare(History stored, GroundTruth truth, Life life) {
        Comparison comparison = new Comparison();
        History lived = life.history();
        comparison.add("users", List.of(stored.customer()), List.of(lived.customer()), Customer::toString);
        comparison.add("accounts", stored.accounts(), lived.accounts(), Account::toString);
        comparison.add("transactions", stored.transactions(), lived.transactions(), Replay::words);
        comparison.add("statements", stored.statements(), lived.statements(), Replay::words);
        comparison.add("declined_purchases", stored.declined(), lived.declined(), Replay::words);
        comparison.add("ground_truth", truth.episodes(), life.truth().episodes(), Episode::toString);
        return new Replay(stored.customer().id(), comparison.rows, comparison.differences);
    }

    private static String words(Transaction row) {
        return String.join(
                " ",
                row.id(),
                row.date().toString(),
                row.minute() == Transaction.NO_TIME
                        ? "--:--"
                        : String.format("%02d:%02d", row.minute() / 60, row.minute() % 60),
                Money.exact(row.amount()),
                row.merchant(),
                row.category().name(),
                row.channel().name());
    }

    private static String words(Statement row) {
        return row.account().id() + " closed " + row.closingDate() + " balance " + Money.exact(row.balance())
                + " interest " + Money.exact(row.interest()) + " minimum " + Money.exact(row.minimumPayment())
                + " due " + row.dueDate();
    }

    private static String words(DeclinedPurchase row) {
        return row.account().id() + " " + row.date() + " " + Money.exact(row.amount()) + " " + row.merchant() + " "
                + row.category();
    }

    private static final class Comparison {

        private final List<Difference> differences = new ArrayList<>();
        private int rows;

        <T> void add(String table, List<T> stored, List<T> lived, Function<T, String> words) {
            rows += stored.size();
            for (int i = 0; i < Math.max(stored.size(), lived.size()); i++) {
                boolean same =
                        i < stored.size() && i < lived.size() && stored.get(i).equals(lived.get(i));
                if (!same) {
                    differences.add(new Difference(table, i + 1, words(stored, i, words), words(lived, i, words)));
                }
            }
        }

        private static <T> String words(List<T> rows, int i, Function<T, String> words) {
            return i < rows.size() ? words.apply(rows.get(i)) : "nothing";
        }
    }
}
