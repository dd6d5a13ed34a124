package dev.spendsense.json;

import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.json.PersonJson.AccountJson;
import dev.spendsense.json.PersonJson.PlantedJson;
import dev.spendsense.json.PersonJson.StatementJson;
import dev.spendsense.json.PersonJson.TransactionJson;
import dev.spendsense.simulation.Life;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import dev.spendsense.twin.Both;
import dev.spendsense.twin.CategoryTotals;
import dev.spendsense.twin.Look;
import dev.spendsense.twin.Looks;
import dev.spendsense.twin.Parting;
import dev.spendsense.twin.SignalPair;
import dev.spendsense.twin.StatementPair;
import dev.spendsense.twin.Twins;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two lives of one person, as scripts read them. All money is in cents; differences are the twin's figure less the
 * original's. What is empty or does not apply is missing.
 */
public record TwinJson(
        String userId,
        String whatIf,
        boolean differ,
        PartingJson ledgersPart,
        FindingsPartJson findingsPart,
        String noFindingsBecause,
        LocalDate from,
        LocalDate to,
        Both<TruthJson> truth,
        Both<List<AccountJson>> accounts,
        BalancesJson liquidBalanceCents,
        BalancesJson owedOnCardsCents,
        List<TotalsJson> categories,
        List<StatementsJson> statements,
        List<LookJson> looks) {

    /** Where the ledgers part: the first day, and the first postings that only one of them has. */
    public record PartingJson(LocalDate day, Both<List<TransactionJson>> transactions) {}

    /** The first looks at which something differs: a figure, what is detected, the personas, the advice. */
    public record FindingsPartJson(LocalDate figures, LocalDate behaviors, LocalDate personas, LocalDate advice) {}

    public record TruthJson(List<PlantedJson> planted, List<LifeEvent> events) {

        public static TruthJson of(GroundTruth truth) {
            return new TruthJson(PlantedJson.of(truth), truth.events());
        }
    }

    /** At the end of each day. */
    public record BalancesJson(long[] original, long[] twin, long[] difference) {

        public static BalancesJson of(Both<long[]> daily) {
            return new BalancesJson(
                    daily.original(),
                    daily.twin(),
                    IntStream.range(0, daily.twin().length)
                            .mapToLong(day -> daily.twin()[day] - daily.original()[day])
                            .toArray());
        }
    }

    public record TotalsJson(String category, long originalCents, long twinCents, long differenceCents) {

        public static TotalsJson of(CategoryTotals it) {
            return new TotalsJson(it.category().name(), it.original(), it.twin(), it.difference());
        }
    }

    public record StatementsJson(int card, LocalDate closingDate, StatementJson original, StatementJson twin) {

        public static StatementsJson of(StatementPair it) {
            return new StatementsJson(
                    it.card(),
                    it.closingDate(),
                    it.original().map(StatementJson::of).orElse(null),
                    it.twin().map(StatementJson::of).orElse(null));
        }
    }

    public record FigureJson(double value, boolean detected) {

        public static FigureJson of(Optional<Signal> signal) {
            return signal.map(it -> new FigureJson(it.value(), it.detected())).orElse(null);
        }
    }

    public record SignalsJson(String type, int windowDays, String unit, FigureJson original, FigureJson twin) {

        public static SignalsJson of(SignalPair it) {
            String unit = it.original()
                    .or(it::twin)
                    .map(signal -> signal.unit().label())
                    .orElseThrow();
            return new SignalsJson(
                    it.type(), it.windowDays(), unit, FigureJson.of(it.original()), FigureJson.of(it.twin()));
        }
    }

    public record AdviceJson(String kind, String code, String persona, String title, String rationale) {

        public static List<AdviceJson> of(List<Recommendation> advice) {
            return advice.stream()
                    .map(it -> new AdviceJson(
                            it.kind().name().toLowerCase(Locale.ROOT),
                            it.code(),
                            it.persona(),
                            it.title(),
                            it.rationale()))
                    .toList();
        }
    }

    /** Personas of both lives, the signals that differ, the advice that only the twin gets and that it does not get. */
    public record LookJson(
            LocalDate asOf,
            boolean differs,
            Both<List<PersonaAssignment>> personas,
            List<SignalsJson> signals,
            List<AdviceJson> adviceGained,
            List<AdviceJson> adviceLost) {

        public static LookJson of(Look it) {
            return new LookJson(
                    it.asOf(),
                    it.differs(),
                    it.findings().map(findings -> findings.personas()),
                    it.signalsApart().stream().map(SignalsJson::of).toList(),
                    AdviceJson.of(it.gained()),
                    AdviceJson.of(it.lost()));
        }
    }

    public static TwinJson of(Twins twins) {
        Both<History> histories = twins.lives().map(Life::history);
        History original = histories.original();
        return new TwinJson(
                twins.userId(),
                twins.whatIf().words(),
                twins.differ(),
                twins.parting().map(TwinJson::of).orElse(null),
                of(twins.looks()),
                twins.looks().whyNone().orElse(null),
                twins.balances().original().from(),
                original.asOf(),
                twins.lives().map(it -> TruthJson.of(it.truth())),
                histories.map(history -> history.accounts().stream()
                        .map(it -> AccountJson.of(it, history))
                        .toList()),
                BalancesJson.of(twins.balances().map(DailyBalances::liquid)),
                BalancesJson.of(twins.balances().map(DailyBalances::owed)),
                twins.categories().stream().map(TotalsJson::of).toList(),
                twins.statements().stream().map(StatementsJson::of).toList(),
                twins.looks().all().stream().map(LookJson::of).toList());
    }

    private static PartingJson of(Parting parting) {
        return new PartingJson(parting.day(), parting.postings().map(TwinJson::of));
    }

    private static List<TransactionJson> of(List<Transaction> transactions) {
        return transactions.stream().map(TransactionJson::of).toList();
    }

    private static FindingsPartJson of(Looks looks) {
        return looks.first(Look::differs).isEmpty()
                ? null
                : new FindingsPartJson(
                        looks.first(look -> !look.signalsApart().isEmpty()).orElse(null),
                        looks.first(Look::behaviorsDiffer).orElse(null),
                        looks.first(Look::personasDiffer).orElse(null),
                        looks.first(Look::adviceDiffers).orElse(null));
    }
}
