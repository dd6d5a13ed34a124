package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.truth.Episode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives that go on beyond the days they were planned over: nothing of before changes, and no seam shows. */
class ContinuedLivesTest {

    @ParameterizedTest
    @CsvSource({
        "full-dataset, 1, 95, 180, 2026-07-15, 90",
        "full-dataset, 2, 60, 97, 2025-12-26, 1",
        "full-dataset, 3, 60, 31, 2026-01-31, 200",
        "edge-cases, 4, 0, 180, 2026-05-23, 61",
        "life-events, 5, 150, 365, 2026-07-04, 365",
        "life-events, 6, 150, 120, 2026-02-28, 200",
        "us-households, 7, 40, 400, 2026-07-15, 45"
    })
    void what_was_lived_stays_as_it_was(String name, int seed, int users, int days, LocalDate end, int more) {
        List<String> settings = settings(seed, users);
        Simulation old = new Simulation(planned(name, settings, days, end));
        Simulation now = new Simulation(continued(name, settings, days, end, List.of(more)));
        assertThat(now.users()).isEqualTo(old.users());
        for (int user = 0; user < old.users(); user++) {
            Life before = old.live(user);
            Life after = now.live(user);
            assertThat(after.history().asOf()).isEqualTo(end.plusDays(more));
            assertThat(after.history().until(end)).isEqualTo(before.history());
            assertThat(after.truth().until(end)).isEqualTo(before.truth());
        }
    }

    @Test
    void how_far_a_life_goes_on_changes_nothing_of_it_before() {
        List<String> settings = settings(8, 40);
        LocalDate end = LocalDate.of(2026, 5, 31);
        Simulation once = new Simulation(continued("full-dataset", settings, 120, end, List.of(100)));
        Simulation thrice = new Simulation(continued("full-dataset", settings, 120, end, List.of(45, 45, 10)));
        Simulation further = new Simulation(continued("full-dataset", settings, 120, end, List.of(60, 300)));
        for (int user = 0; user < once.users(); user++) {
            Life life = once.live(user);
            assertThat(thrice.live(user)).isEqualTo(life);
            History more = further.live(user).history();
            assertThat(more.until(end.plusDays(100))).isEqualTo(life.history());
        }
    }

    /**
     * What has an end: full cards take only what was paid off, savings are used up, a growing balance grows by a falling
     * rate, habits that grew go back, and who has fallen behind catches up with more than the minimum.
     */
    private static final Set<String> HAVE_AN_END = Set.of(
            "high_utilization: share of purchases on cards",
            "high_utilization: minimum only",
            "high_utilization: overdue",
            "savings_builder: growth a month",
            "overspender: card debt rises",
            "overspender: savings fall",
            "overspender: spending trend");

    /** What else a profile promises is kept, or at least as well as by lives that were planned over all these days. */
    @ParameterizedTest
    @ValueSource(ints = {90, 500})
    void what_is_planted_goes_on(int more) {
        Map<String, List<Behaviour>> going = new LinkedHashMap<>();
        Map<String, List<Behaviour>> planned = new LinkedHashMap<>();
        for (int seed = 0; seed < 3; seed++) {
            List<String> settings = settings(2_000 + seed, 240);
            LocalDate end = LocalDate.of(2025, 2, 10).plusDays(37L * seed);
            add(going, continued("full-dataset", settings, 180, end, List.of(more)));
            add(planned, planned("full-dataset", settings, 180 + more, end.plusDays(more)));
        }
        Map<String, Promises.Kept> usual = Promises.of(planned);
        Map<String, Promises.Kept> asked = Promises.of(going);
        asked.keySet().removeIf(promise -> HAVE_AN_END.stream().anyMatch(promise::startsWith));
        assertThat(asked)
                .hasSizeGreaterThan(15)
                .allSatisfy((promise, kept) -> assertThat(kept.fine()
                                || kept.share() >= usual.get(promise).share() - 0.02)
                        .as(kept.row() + "; planned " + usual.get(promise).row())
                        .isTrue());
    }

    /** Bills, subscriptions and pay go on in their rhythm: none is missing or doubled where the lives go on. */
    @ParameterizedTest
    @CsvSource({"2026-04-30, 180", "2026-05-15, 180", "2025-12-31, 100", "2026-07-04, 181", "2026-02-28, 150"})
    void what_comes_again_and_again_keeps_its_rhythm(LocalDate end, int days) {
        Scenario scenario = continued(
                "full-dataset",
                List.of(
                        "seed=31",
                        "users=60",
                        "population.high_utilization.users=0",
                        "population.overspender.users=0",
                        "population.variable_income.users=0"),
                days,
                end,
                List.of(92));
        Simulation simulation = new Simulation(scenario);
        int series = 0;
        for (int user = 0; user < simulation.users(); user++) {
            Map<String, List<LocalDate>> dates = simulation.live(user).history().transactions().stream()
                    .filter(ContinuedLivesTest::comesAgain)
                    .collect(Collectors.groupingBy(
                            Transaction::merchant, Collectors.mapping(Transaction::date, Collectors.toList())));
            for (List<LocalDate> one : dates.values()) {
                List<Long> before = new ArrayList<>();
                List<Long> after = new ArrayList<>();
                for (int i = 1; i < one.size(); i++) {
                    (one.get(i).isAfter(end) ? after : before).add(ChronoUnit.DAYS.between(one.get(i - 1), one.get(i)));
                }
                long shortest = before.stream().min(Long::compare).orElseThrow();
                long longest = before.stream().max(Long::compare).orElseThrow();
                assertThat(after)
                        .as("%s before %s, then", before, one)
                        .isNotEmpty()
                        .allMatch(gap -> gap >= shortest - MOVES && gap <= longest + MOVES);
                series++;
            }
        }
        assertThat(series).isGreaterThan(400);
    }

    /** Days by which closed days and months of other lengths change a distance. */
    private static final int MOVES = 5;

    private static boolean comesAgain(Transaction posting) {
        boolean debit = posting.channel() == Channel.ACH && posting.category() != Category.INCOME_WAGES;
        boolean subscription = posting.channel() == Channel.ONLINE && posting.minute() == Transaction.NO_TIME;
        return debit || subscription && posting.amount() > 0 || posting.category() == Category.INCOME_WAGES;
    }

    /** Accounts are opened on the first day, so what happens later happens to those who have the accounts for it. */
    @Test
    void events_of_the_new_days_happen_to_those_who_have_the_accounts_for_them() {
        LocalDate end = LocalDate.of(2026, 3, 1);
        Simulation simulation = new Simulation(continued("life-events", settings(9, 300), 120, end, List.of(245)));
        int late = 0;
        for (int user = 0; user < simulation.users(); user++) {
            Life life = simulation.live(user);
            late += (int) life.truth().events().stream()
                    .filter(event -> event.from().isAfter(end))
                    .count();
            for (Episode episode : life.truth().episodes()) {
                if (episode.profile().equals("high_utilization")) {
                    assertThat(life.history().account(AccountType.CREDIT_CARD)).isPresent();
                } else if (episode.profile().equals("savings_builder")) {
                    assertThat(life.history().account(AccountType.SAVINGS)).isPresent();
                }
            }
        }
        assertThat(late).isGreaterThan(50);
    }

    /** Two calendar months each side, so that every weekday and every day of the month counts as often. */
    @Test
    void no_seam_shows_in_what_a_population_does() {
        LocalDate end = LocalDate.of(2026, 4, 30);
        Scenario scenario = continued("full-dataset", settings(77, 600), 181, end, List.of(61));
        Map<String, Map<Boolean, long[]>> sums = new TreeMap<>();
        Simulation simulation = new Simulation(scenario);
        for (int user = 0; user < simulation.users(); user++) {
            String profile = scenario.seat(user).profile().name();
            for (Transaction posting : simulation.live(user).history().transactions()) {
                if (posting.date().isBefore(LocalDate.of(2026, 3, 1))) {
                    continue;
                }
                long[] side = sums.computeIfAbsent(profile, name -> new TreeMap<>())
                        .computeIfAbsent(posting.date().isAfter(end), late -> new long[3]);
                side[0]++;
                side[1] -= posting.category().isIncome() ? posting.amount() : 0;
                side[2] += posting.category().isSpending() ? posting.amount() : 0;
            }
        }
        assertThat(sums).hasSize(6).allSatisfy((profile, sides) -> {
            long[] before = sides.get(false);
            long[] after = sides.get(true);
            System.out.printf(
                    "%-20s postings %.3f, income %.3f, spending %.3f of the two months before%n",
                    profile,
                    after[0] / (double) before[0],
                    after[1] / (double) before[1],
                    after[2] / (double) before[2]);
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i] / (double) before[i]).as(profile + " " + i).isBetween(0.9, 1.1);
            }
        });
    }

    private static void add(Map<String, List<Behaviour>> behaviours, Scenario scenario) {
        Promises.lived(scenario, 180)
                .forEach((profile, users) -> behaviours
                        .computeIfAbsent(profile, name -> new ArrayList<>())
                        .addAll(users));
    }

    private static List<String> settings(int seed, int users) {
        List<String> settings = new ArrayList<>(List.of("seed=" + seed));
        if (users > 0) {
            settings.add("users=" + users);
        }
        return settings;
    }

    private static Scenario planned(String name, List<String> settings, int days, LocalDate end) {
        return continued(name, settings, days, end, List.of());
    }

    private static Scenario continued(String name, List<String> settings, int days, LocalDate end, List<Integer> more) {
        int added = more.stream().mapToInt(Integer::intValue).sum();
        List<String> all = new ArrayList<>(settings);
        all.add("period.days=" + (days + added));
        all.add("period.end=" + end.plusDays(added));
        if (added > 0) {
            all.add("period.continued=" + more);
        }
        return Shipped.read(name + ".yaml", all.toArray(String[]::new));
    }
}
