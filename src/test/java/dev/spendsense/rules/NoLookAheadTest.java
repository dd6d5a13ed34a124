package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Card;
import dev.spendsense.bank.measure.Flow;
import dev.spendsense.bank.measure.Lookback;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that comes after a date shows in what is measured or concluded at it. */
class NoLookAheadTest {

    private static final int DATES = 3;

    private static List<History> histories(int seed) {
        List<String> settings = List.of("seed=" + seed, "period.end=2026-0" + (3 + seed % 6) + "-1" + seed % 10);
        Simulation simulation = new Simulation(
                ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), settings)));
        return Stream.iterate(seed % 4, user -> user < simulation.users(), user -> user + 4)
                .map(user -> simulation.live(user).history())
                .toList();
    }

    /** Some dates of a history, its first and its last day among them. */
    private static List<LocalDate> dates(History history, Random random) {
        List<LocalDate> dates = new ArrayList<>(List.of(history.from(), history.asOf()));
        int days = (int) (history.asOf().toEpochDay() - history.from().toEpochDay());
        for (int i = 0; i < DATES; i++) {
            dates.add(history.from().plusDays(random.nextInt(days)));
        }
        return dates.stream().sorted().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23})
    void findings_at_a_date_are_those_of_a_history_that_ends_there(int seed) {
        Random random = new Random(seed);
        for (History history : histories(seed)) {
            List<LocalDate> dates = dates(history, random);
            assertThat(Shipped.RULES.evaluate(history, dates))
                    .isEqualTo(dates.stream()
                            .map(date -> Shipped.RULES.evaluate(history.until(date)))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32})
    void every_measure_at_a_date_is_that_of_a_history_that_ends_there(int seed) {
        Random random = new Random(seed);
        for (History history : histories(seed)) {
            Behavior whole = Shipped.RULES.behavior(history);
            for (LocalDate date : dates(history, random)) {
                Map<String, Object> then = measured(Shipped.RULES.behavior(history.until(date)));
                assertThat(then).hasSizeGreaterThan(100);
                assertThat(measured(whole.at(date))).isEqualTo(then);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void a_date_that_is_still_to_come_is_refused(int days) {
        Behavior then = Shipped.RULES.behavior(Lives.quiet().build()).at(HistoryBuilder.AS_OF.minusDays(60));
        assertThatThrownBy(() -> then.at(then.asOf().plusDays(days)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is later than " + then.asOf());
    }

    /** Whatever can be asked without an argument, and some of the rest, by the way to it. */
    private static Map<String, Object> measured(Behavior behavior) {
        Map<String, Object> measured = new TreeMap<>();
        measured.put("recurring", behavior.recurring());
        for (int days : new int[] {30, 180}) {
            Lookback last = behavior.last(days);
            for (Lookback lookback : List.of(last, last.income().cycles(), last.daysAgo(45, days))) {
                String way = days + " days, " + lookback.from() + " to " + lookback.to() + " ";
                ask(lookback.income(), way + "income", measured);
                ask(lookback.cash(), way + "cash", measured);
                ask(lookback.savings(), way + "savings", measured);
                ask(lookback.cards(), way + "cards", measured);
                for (Card card : lookback.cards().all()) {
                    ask(card, way + card.id(), measured);
                    measured.put(way + card.id() + " minimum only", card.minimumOnly(0.05));
                }
                for (String set : List.of("spending", "discretionary", "INCOME", "TRANSFER_OUT")) {
                    for (Flow flow : List.of(lookback.paid(set), lookback.received(set))) {
                        ask(flow, way + set + flow.total().formula(), measured);
                        ask(
                                flow.onWeekends(),
                                way + set + " weekends " + flow.total().formula(),
                                measured);
                        ask(
                                flow.onCredit(),
                                way + set + " credit " + flow.total().formula(),
                                measured);
                    }
                }
                Flow spending = lookback.spending();
                measured.put(way + "outsized", spending.outsized(2));
                measured.put(way + "beyond", spending.outsizedBeyondExpected(2));
                measured.put(way + "level", lookback.income().levelChange(2));
                measured.put(way + "percentile", lookback.cash().percentile(10));
                measured.put(way + "days below", lookback.cash().daysBelow(500));
            }
        }
        return measured;
    }

    private static void ask(Object helper, String way, Map<String, Object> measured) {
        for (Method method : helper.getClass().getMethods()) {
            if (method.getReturnType() == Measure.class
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())) {
                try {
                    measured.put(way + " " + method.getName(), method.invoke(helper));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(way + " " + method.getName(), e);
                }
            }
        }
    }
}
