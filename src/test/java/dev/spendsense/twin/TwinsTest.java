package dev.spendsense.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.truth.LifeEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two savers who slide into overspending, then four balanced people who lose their job. */
class TwinsTest {

    private static final List<String> POPULATION = List.of(
            "population.*.users=0",
            "population.savings_builder.users=2",
            "population.savings_builder.events={slide_into_overspending: 1}",
            "population.balanced.users=4",
            "population.balanced.events={job_loss: 1}",
            "events.job_loss.day=[120, 150]",
            "evaluate.every=30d");

    private static final int SAVER = 1;
    private static final int WORKER = 3;

    @TempDir
    private static Path folder;

    private static Dataset dataset;
    private static List<Twins> everybodyWithout;

    @BeforeAll
    static void make() {
        dataset = Dataset.open(generate("lives.db", Optional.of(RuleBase.load(Path.of("rules")))));
        everybodyWithout = IntStream.range(0, dataset.userIds().size())
                .mapToObj(TwinsTest::without)
                .toList();
    }

    @AfterAll
    static void close() {
        dataset.close();
    }

    private static Path generate(String name, Optional<RuleBase> rules) {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios", "life-events.yaml"), POPULATION);
        Scenario scenario = ScenarioReader.read(source);
        Path file = folder.resolve(name);
        Generation.of(scenario, source, rules, "test").into(file, false, 2, Progress.NONE);
        return file;
    }

    private static Twins twins(int user, WhatIf whatIf) {
        return Twins.of(dataset, dataset.userIds().get(user), whatIf, Optional.empty());
    }

    private static Twins without(int user) {
        return twins(user, new WhatIf.Without(user <= SAVER ? "slide_into_overspending" : "job_loss"));
    }

    private static Twins with(int user, String... settings) {
        return twins(user, new WhatIf.With(List.of(settings)));
    }

    @Test
    void without_an_event_nothing_differs_until_its_day() {
        for (Twins twins : everybodyWithout) {
            LifeEvent event = twins.lives().original().truth().events().get(0);
            assertThat(twins.lives().twin().truth().events()).isEmpty();
            assertThat(twins.differ()).isTrue();
            LocalDate parting = twins.parting().orElseThrow().day();
            assertThat(parting).isAfterOrEqualTo(event.from());
            assertThat(twins.lives()
                            .map(it -> it.history().until(parting.minusDays(1)))
                            .same())
                    .isTrue();
            assertThat(twins.lives().map(it -> it.history().until(parting)).same())
                    .isFalse();
            assertThat(twins.looks().first(Look::differs).orElseThrow()).isAfterOrEqualTo(parting);
        }
    }

    @Test
    void the_original_is_the_life_that_the_dataset_has() {
        Twins twins = without(WORKER);
        assertThat(twins.lives().original().history()).isEqualTo(dataset.history(twins.userId()));
        assertThat(twins.looks().all().stream()
                        .map(look -> look.findings().original())
                        .toList())
                .isEqualTo(dataset.timeline(twins.userId()));
    }

    @Test
    void differences_add_up_to_the_cent() {
        for (Twins twins : everybodyWithout) {
            assertThat(twins.categories().stream()
                            .mapToLong(CategoryTotals::difference)
                            .sum())
                    .isEqualTo(twins.balances().original().net()
                            - twins.balances().twin().net())
                    .isNotZero();
            for (CategoryTotals totals : twins.categories()) {
                assertThat(totals.twin())
                        .isEqualTo(twins.lives().twin().history().transactions().stream()
                                .filter(it -> it.category() == totals.category())
                                .mapToLong(Transaction::amount)
                                .sum());
            }
        }
    }

    @Test
    void the_first_postings_that_differ_are_those_of_one_life_only() {
        for (Twins twins : everybodyWithout) {
            Parting parting = twins.parting().orElseThrow();
            assertThat(parting.opened().original()).isEmpty();
            assertThat(parting.opened().twin()).isEmpty();
            Both<List<String>> alone = parting.postings()
                    .map(it -> it.stream().map(TwinsTest::words).toList());
            Both<List<String>> all = twins.lives()
                    .map(Life::history)
                    .map(history -> history.transactions().stream()
                            .map(TwinsTest::words)
                            .toList());
            assertThat(alone.original().size() + alone.twin().size()).isPositive();
            assertThat(all.original()).containsAll(alone.original()).noneMatch(alone.twin()::contains);
            assertThat(all.twin()).containsAll(alone.twin()).noneMatch(alone.original()::contains);
        }
    }

    private static String words(Transaction it) {
        return it.date() + " " + it.minute() + " " + it.account().id() + " " + it.amount() + " " + it.merchant();
    }

    @Test
    void advice_is_gained_or_lost_by_one_life_only() {
        Twins saver = without(SAVER);
        Look last = saver.looks().last().orElseThrow();
        assertThat(last.personasDiffer()).isTrue();
        assertThat(last.gained()).isNotEmpty();
        assertThat(last.lost()).isNotEmpty();
        Both<List<String>> codes = last.findings()
                .map(it ->
                        it.recommendations().stream().map(Recommendation::code).toList());
        assertThat(codes.twin()).containsAll(codesOf(last.gained())).doesNotContainAnyElementsOf(codesOf(last.lost()));
        assertThat(codes.original())
                .containsAll(codesOf(last.lost()))
                .doesNotContainAnyElementsOf(codesOf(last.gained()));
        assertThat(last.signalsApart())
                .allSatisfy(it -> assertThat(it.original()).isNotEqualTo(it.twin()));
    }

    private static List<String> codesOf(List<Recommendation> advice) {
        return advice.stream().map(Recommendation::code).toList();
    }

    @Test
    void a_setting_changes_those_whom_it_is_about() {
        String fuller = "population.balanced.budget.opening_months=[4, 4]";
        Twins worker = with(WORKER, fuller);
        Parting parting = worker.parting().orElseThrow();
        assertThat(parting.day()).isEqualTo(worker.lives().original().history().from());
        assertThat(parting.opened().twin()).hasSameSizeAs(parting.opened().original());
        assertThat(parting.opened().twin().get(0).openingBalance())
                .isGreaterThan(parting.opened().original().get(0).openingBalance());
        assertThat(with(SAVER, fuller).differ()).isFalse();
    }

    @Test
    void the_user_is_found_wherever_the_change_puts_them() {
        Twins worker = with(WORKER, "population.savings_builder.users=0", "population.balanced.users=300");
        assertThat(worker.differ()).isFalse();
        assertThat(worker.parting()).isEmpty();
        assertThat(worker.lives().same()).isTrue();
    }

    @Test
    void an_event_that_the_user_does_not_meet_is_answered_with_those_that_the_user_meets() {
        assertThatThrownBy(() -> twins(WORKER, new WhatIf.Without("baby")))
                .isInstanceOf(NoTwin.class)
                .hasMessageContaining(
                        dataset.userIds().get(WORKER) + " does not meet baby; expected one of job_loss (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed=1                              | seed: 1; expected 20260715",
                "period.days=300                     | period: 2025-09-19 to 2026-07-15; expected 2025-07-16 to 2026-07-15",
                "period.end=2026-01-01               | period: ",
                "evaluate.every=60d                  | evaluate: other looks than in the dataset; expected --every",
                "population.balanced.users=1         | population.balanced.users: too few; expected at least 2",
            })
    void what_makes_the_lives_incomparable_is_refused(String setting, String complaint) {
        assertThatThrownBy(() -> with(WORKER, setting))
                .isInstanceOf(NoTwin.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void a_setting_that_is_none_is_refused() {
        assertThatThrownBy(() -> with(WORKER, "population.balanced.budgit=1"))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("budgit");
    }

    @Test
    void the_rules_look_at_both_as_often_as_is_wanted() {
        String user = dataset.userIds().get(SAVER);
        WhatIf whatIf = new WhatIf.Without("slide_into_overspending");
        Looks usual = without(SAVER).looks();
        Looks often = Twins.of(dataset, user, whatIf, Optional.of("15d")).looks();
        assertThat(often.all().size())
                .isBetween(2 * usual.all().size() - 1, 2 * usual.all().size() + 1);
        assertThat(often.all()).containsAll(usual.all());
        assertThat(Twins.of(dataset, user, new WhatIf.With(List.of("users=6")), Optional.of("15d"))
                        .looks()
                        .all())
                .hasSameSizeAs(often.all());
    }

    @Test
    void without_consent_there_are_ledgers_but_no_findings() {
        Twins worker = with(WORKER, "consent_rate=0", "population.balanced.budget.opening_months=[4, 4]");
        assertThat(worker.looks().all()).isEmpty();
        assertThat(worker.looks().whyNone())
                .hasValueSatisfying(why -> assertThat(why).contains("the twin does not consent"));
        assertThat(worker.categories()).isNotEmpty();
    }

    @Test
    void without_rules_there_are_ledgers_but_no_findings() {
        try (Dataset unjudged = Dataset.open(generate("unjudged.db", Optional.empty()))) {
            Twins twins = Twins.of(
                    unjudged, unjudged.userIds().get(WORKER), new WhatIf.Without("job_loss"), Optional.empty());
            assertThat(twins.looks().whyNone()).contains("the dataset was made without rules");
            assertThat(twins.parting()).isPresent();
        }
    }

    @Test
    void a_dataset_that_does_not_have_the_life_anew_is_refused() throws SQLException {
        Path altered = generate("altered.db", Optional.empty());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE user SET fingerprint = zeroblob(32) WHERE number = " + WORKER);
        }
        try (Dataset dataset = Dataset.open(altered)) {
            assertThatThrownBy(() -> Twins.of(
                            dataset, dataset.userIds().get(WORKER), new WhatIf.Without("job_loss"), Optional.empty()))
                    .isInstanceOf(NoTwin.class)
                    .hasMessageContaining("replay");
        }
    }

    @Test
    void statements_stand_beside_each_other() {
        Twins saver = without(SAVER);
        Both<List<dev.spendsense.bank.Statement>> all =
                saver.lives().map(Life::history).map(History::statements);
        assertThat(saver.statements().stream()
                        .flatMap(it -> it.original().stream())
                        .collect(Collectors.toSet()))
                .hasSameElementsAs(all.original());
        assertThat(saver.statements().stream().flatMap(it -> it.twin().stream()).collect(Collectors.toSet()))
                .hasSameElementsAs(all.twin());
        assertThat(saver.statements()).allSatisfy(it -> {
            assertThat(it.original().map(dev.spendsense.bank.Statement::closingDate))
                    .contains(it.closingDate());
            assertThat(it.twin().map(dev.spendsense.bank.Statement::closingDate))
                    .contains(it.closingDate());
        });
    }
}
