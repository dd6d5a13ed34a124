package dev.spendsense.run;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A user of a dataset lived and judged again, alone, from the scenario, seed and rules that are kept in it.
 *
 * @param userId who was lived again
 * @param rows how many stored rows were compared
 * @param differences rows that are not the same, in the order of the tables; empty when all were reproduced
 * @param looks the dates of the looks whose findings were compared, in order
 * @param judgement what came of judging the user again; empty when the user was never judged
 */
public record Replay(
        String userId,
        int rows,
        List<Difference> differences,
        List<LocalDate> looks,
        Optional<SecondJudgement> judgement) {

    /**
     * A row that was not reproduced.
     *
     * @param table its table, by the public name
     * @param look date of the look that the row belongs to; null for rows that belong to none
     * @param row position among the user's rows of that table, and of that look, from 1
     * @param stored what the dataset holds, or {@code nothing}
     * @param replayed what was lived, or {@code nothing}
     */
    public record Difference(String table, LocalDate look, int row, String stored, String replayed) {}

    /**
     * What the rules conclude of the life that was lived again, over all looks.
     *
     * @param revision of the texts that the dataset keeps
     * @param stored fingerprint of the findings that the dataset holds
     * @param replayed fingerprint of those of now
     */
    public record SecondJudgement(String revision, Fingerprint stored, Fingerprint replayed) {

        /** Whether the rules conclude the same as before. */
        public boolean same() {
            return stored.equals(replayed);
        }
    }

    public Replay {
        differences = List.copyOf(differences);
        looks = List.copyOf(looks);
    }

    /** Whether everything is as it is stored. */
    public boolean reproduced() {
        return differences.isEmpty() && judgement.map(SecondJudgement::same).orElse(true);
    }

    /**
     * Lives a user again, and has the user judged again if that was done before.
     *
     * @throws NoSuchElementException when the dataset has no such user
     * @throws BrokenRules when this version of the program cannot use the rules that are kept
     */
    public static Replay of(Dataset dataset, String userId) {
        int position = dataset.position(userId).orElseThrow(() -> new NoSuchElementException("no user " + userId));
        Provenance provenance = Provenance.of(dataset);
        Life life = new Simulation(provenance.scenario()).live(position);
        List<Findings> stored = dataset.timeline(userId);
        List<LocalDate> looks = stored.stream().map(Findings::asOf).toList();
        List<Findings> replayed = looks.isEmpty()
                ? List.of()
                : provenance.ruleBase().orElseThrow().evaluate(life.history(), looks);
        return compare(dataset.history(userId), dataset.groundTruth(userId), stored, life, replayed);
    }

    static Replay compare(
            History stored, GroundTruth truth, List<Findings> found, Life life, List<Findings> foundAgain) {
        Comparison comparison = new Comparison();
        History lived = life.history();
        comparison.add("users", List.of(stored.customer()), List.of(lived.customer()), Customer::toString);
        comparison.add("accounts", stored.accounts(), lived.accounts(), Account::toString);
        comparison.add("transactions", stored.transactions(), lived.transactions(), Replay::words);
        comparison.add("statements", stored.statements(), lived.statements(), Replay::words);
        comparison.add("declined_purchases", stored.declined(), lived.declined(), Replay::words);
        comparison.add("ground_truth", truth.episodes(), life.truth().episodes(), Episode::toString);
        comparison.add("life_events", truth.events(), life.truth().events(), LifeEvent::toString);
        if (found.isEmpty()) {
            return new Replay(
                    stored.customer().id(), comparison.rows, comparison.differences, List.of(), Optional.empty());
        }
        for (int i = 0; i < found.size(); i++) {
            compare(found.get(i), foundAgain.get(i), comparison);
        }
        String userId = stored.customer().id();
        SecondJudgement judgement = new SecondJudgement(
                foundAgain.get(0).revision(), Fingerprint.of(userId, found), Fingerprint.of(userId, foundAgain));
        List<LocalDate> looks = found.stream().map(Findings::asOf).toList();
        return new Replay(userId, comparison.rows, comparison.differences, looks, Optional.of(judgement));
    }

    private static void compare(Findings before, Findings now, Comparison comparison) {
        comparison.look = before.asOf();
        comparison.add("rules", List.of(before.revision()), List.of(now.revision()), revision -> revision);
        comparison.add("signals", before.signals(), now.signals(), Signal::text);
        comparison.add("candidates", before.candidates(), now.candidates(), Candidate::toString);
        comparison.add("evidence", before.evidence(), now.evidence(), Replay::words);
        comparison.add("scores", before.scores(), now.scores(), Score::toString);
        comparison.add("persona_assignments", before.personas(), now.personas(), PersonaAssignment::toString);
        comparison.add("recommendations", before.recommendations(), now.recommendations(), Replay::words);
        comparison.add("blocked", before.blocked(), now.blocked(), Blocked::toString);
    }

    private static String words(Evidence row) {
        return row.persona() + " " + row.group() + " " + row.logOdds() + " " + row.weight() + " " + row.because();
    }

    private static String words(Recommendation row) {
        return row.code() + " for " + row.persona() + ", priority " + row.priority() + ": " + row.rationale();
    }

    private static String words(Transaction row) {
        return String.join(
                " ",
                row.id(),
                row.date().toString(),
                row.minute() == Transaction.NO_TIME
                        ? "--:--"
                        : String.format(Locale.ROOT, "%02d:%02d", row.minute() / 60, row.minute() % 60),
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
        private LocalDate look;
        private int rows;

        <T> void add(String table, List<T> stored, List<T> lived, Function<T, String> words) {
            rows += stored.size();
            for (int i = 0; i < Math.max(stored.size(), lived.size()); i++) {
                boolean same =
                        i < stored.size() && i < lived.size() && stored.get(i).equals(lived.get(i));
                if (!same) {
                    differences.add(
                            new Difference(table, look, i + 1, words(stored, i, words), words(lived, i, words)));
                }
            }
        }

        private static <T> String words(List<T> rows, int i, Function<T, String> words) {
            return i < rows.size() ? words.apply(rows.get(i)) : "nothing";
        }
    }
}
