package dev.spendsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.Checks;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped scenario judged by the shipped rules. */
class ShippedDatasetTest {

    @TempDir
    private static Path folder;

    private static Scenario scenario;
    private static GenerationResult result;
    private static Dataset dataset;

    @BeforeAll
    static void generate() {
        scenario = scenario("full-dataset.yaml");
        result = generate("full-dataset.yaml", RuleBase.load(Path.of("rules")));
        dataset = Dataset.open(result.dataset());
    }

    private static GenerationResult generate(String file, RuleBase rules) {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios", file), List.of());
        return Generation.of(scenario(file), source, Optional.of(rules), "test")
                .into(folder.resolve(file + ".db"), false, 2, Progress.NONE);
    }

    private static Scenario scenario(String file) {
        return ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", file), List.of()));
    }

    @AfterAll
    static void close() {
        dataset.close();
    }

    @Test
    void it_passes_its_own_ten_checks_and_those_of_the_guide() {
        Compliance compliance = Compliance.of(dataset, thresholds(scenario.checks()));
        assertThat(thresholds(scenario.checks())).isEqualTo(Thresholds.GUIDE);
        assertThat(compliance.checks())
                .extracting(Check::name)
                .containsExactly(
                        "users",
                        "consent",
                        "coverage",
                        "rationales",
                        "personas",
                        "signal_types",
                        "transactions",
                        "accounts",
                        "recommendations",
                        "freshness");
        assertThat(compliance.rationales().faults()).isEmpty();
        assertThat(compliance.checks()).filteredOn(check -> !check.passed()).isEmpty();
        assertThat(compliance.passed()).isTrue();
    }

    @Test
    void a_demo_of_six_is_judged_as_one() {
        GenerationResult demo = generate("demo.yaml", RuleBase.load(Path.of("rules")));
        try (Dataset six = Dataset.open(demo.dataset())) {
            Thresholds own = thresholds(scenario("demo.yaml").checks());
            assertThat(Compliance.of(six, own).checks())
                    .filteredOn(check -> !check.passed())
                    .isEmpty();
            assertThat(Compliance.of(six, Thresholds.GUIDE).checks())
                    .filteredOn(check -> !check.passed())
                    .extracting(Check::name)
                    .contains("users");
        }
    }

    @Test
    void a_dataset_that_nobody_judged_is_not_complete() {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of());
        GenerationResult plain = Generation.of(scenario("demo.yaml"), source, "test")
                .into(folder.resolve("plain.db"), false, 2, Progress.NONE);
        try (Dataset unjudged = Dataset.open(plain.dataset())) {
            assertThat(Compliance.of(unjudged, thresholds(scenario("demo.yaml").checks()))
                            .checks())
                    .filteredOn(check -> !check.passed())
                    .extracting(Check::name)
                    .containsExactly("coverage", "rationales", "personas", "signal_types", "recommendations");
            assertThat(Confusion.of(unjudged).users()).isZero();
        }
    }

    @Test
    void a_check_fails_just_beyond_its_figure() {
        Thresholds own = thresholds(scenario.checks());
        Thresholds harder = new Thresholds(96, 96, 1, 1, 99, 1, 6, 1, 100_000, 4, 1_000, 30);
        assertThat(Compliance.of(dataset, harder).checks())
                .filteredOn(check -> !check.passed())
                .extracting(Check::name)
                .containsExactly("users", "coverage", "personas", "transactions", "accounts", "recommendations");
        assertThat(own.usersAtMost()).isLessThanOrEqualTo(100);
    }

    @Test
    void the_planted_profile_is_found_more_often_than_not() {
        Confusion confusion = Confusion.of(dataset);
        assertThat(confusion.users()).isEqualTo(dataset.tallies().judged());
        assertThat(confusion.names())
                .containsExactly(
                        "balanced",
                        "high_utilization",
                        "overspender",
                        "savings_builder",
                        "subscription_heavy",
                        "variable_income");
        assertThat(confusion.macroF1()).isGreaterThan(0.9);
    }

    @Test
    void a_figure_is_not_true_of_a_ledger_that_differs_by_one_cent() {
        RationaleChecker checker = checker();
        int figures = 0;
        for (String userId : dataset.userIds().subList(0, 30)) {
            History history = dataset.history(userId);
            Findings findings = dataset.findings(userId).orElseThrow();
            for (Recommendation recommendation : findings.recommendations()) {
                for (Binding binding : recommendation.bindings()) {
                    Optional<Transaction> posting = history.transactions().stream()
                            .filter(one -> binding.sources().stream().anyMatch(source -> source.selects(one)))
                            .findFirst();
                    if (posting.isPresent()) {
                        figures++;
                        History other = withOneCentMore(history, posting.get());
                        assertThat(checker.check(other, findings.asOf(), recommendation))
                                .as(recommendation.rationale())
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(figures).isGreaterThan(100);
    }

    @Test
    void a_figure_is_not_true_when_its_value_was_made_up() {
        RationaleChecker checker = checker();
        int figures = 0;
        for (String userId : dataset.userIds()) {
            History history = dataset.history(userId);
            Findings findings = dataset.findings(userId).orElseThrow();
            for (Recommendation recommendation : findings.recommendations()) {
                for (Binding binding : recommendation.bindings()) {
                    if (binding.unit().isPresent()) {
                        figures++;
                        double value = binding.value() + 0.001;
                        Binding other = new Binding(
                                binding.name(),
                                binding.text(),
                                value,
                                binding.unit(),
                                binding.origin(),
                                binding.sources());
                        assertThat(checker.check(history, findings.asOf(), with(recommendation, binding, other)))
                                .as(binding.origin())
                                .anyMatch(fault -> fault.startsWith(binding.name() + " is said to be"));
                    }
                }
            }
        }
        assertThat(figures).isGreaterThan(500);
    }

    @Test
    void one_users_advice_is_untrue_of_another() {
        RationaleChecker checker = checker();
        List<String> users = dataset.userIds();
        History other = dataset.history(users.get(1));
        Findings findings = dataset.findings(users.get(0)).orElseThrow();
        assertThat(findings.recommendations())
                .filteredOn(recommendation -> !recommendation.bindings().isEmpty())
                .isNotEmpty()
                .allSatisfy(recommendation -> assertThat(checker.check(other, findings.asOf(), recommendation))
                        .isNotEmpty());
    }

    @Test
    void every_signal_can_be_worked_out_again_from_the_stored_ledger() {
        List<String> wrong = new ArrayList<>();
        for (String userId : dataset.userIds()) {
            History history = dataset.history(userId);
            Findings findings = dataset.findings(userId).orElseThrow();
            for (Signal signal : findings.signals()) {
                Recount recount =
                        new Recount(new Postings(history), findings.asOf(), signal.sources(), Optional.empty());
                double value = recount.value(signal.measure().formula()).orElse(Double.NaN);
                if (!(Math.abs(value - signal.value()) <= 1.5e-6)) {
                    wrong.add(
                            signal.type() + " = " + signal.measure().formula() + ": " + signal.value() + " / " + value);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static RationaleChecker checker() {
        return new RationaleChecker(result.run().origin().rules().orElseThrow().parameters());
    }

    private static Recommendation with(Recommendation old, Binding binding, Binding other) {
        List<Binding> bindings = new ArrayList<>(old.bindings());
        bindings.replaceAll(each -> each == binding ? other : each);
        return new Recommendation(
                old.kind(),
                old.code(),
                old.persona(),
                old.priority(),
                old.title(),
                old.body(),
                old.rationale(),
                bindings,
                old.disclosure());
    }

    private static History withOneCentMore(History old, Transaction posting) {
        List<Transaction> transactions = new ArrayList<>(old.transactions());
        transactions.replaceAll(each -> each == posting
                ? new Transaction(
                        each.account(),
                        each.sequence(),
                        each.date(),
                        each.minute(),
                        each.amount() + 1,
                        each.merchant(),
                        each.category(),
                        each.channel())
                : each);
        return new History(
                old.customer(), old.from(), old.asOf(), old.accounts(), transactions, old.statements(), old.declined());
    }

    private static Thresholds thresholds(Checks checks) {
        return new Thresholds(
                (int) checks.users().low(),
                (int) checks.users().high(),
                checks.consent(),
                checks.coverage(),
                checks.behaviors(),
                checks.rationales(),
                checks.personas(),
                checks.signalTypes(),
                checks.transactionsAbove(),
                checks.accountTypes(),
                checks.contents(),
                checks.freshDays());
    }
}
