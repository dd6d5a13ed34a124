package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void what_was_lived_stays_as_it_was(
            String name, int seed, int users, int days, LocalDate end, int more) {
        List<String> settings = settings(seed, users);
        Simulation old = new Simulation(planned(name, settings, days, end));
        Simulation now = new Simulation(continued(name, settings, days, end, List.of(more)));
        assertThat(now.users()).isEqualTo(old.users());
        for (int user = 0; user < old.users(); user++) {
            Life before = old.live(user);
            Life after = now.live(user);
            assertThat(after.history().asOf()).isEqualTo(end.plusDays(more));
            assertThat(after.history().until(end)).isEqualTo(before.history());
            assertThat(until(after.truth(), end)).isEqualTo(before.truth());
        }
    }

    @Test
    void how_far_a_life_goes_on_changes_nothing_of_it_before() {
        List<String> settings = settings(8, 40);
        LocalDate end = LocalDate.of(2026, 5, 31);
        Simulation once = new Simulation(continued("full-dataset", settings, 120, end, List.of(100)));
        Simulation thrice = new Simulation(continued("full-dataset", settings, 120, end, List.of(60, 1, 39)));
        Simulation further = new Simulation(continued("full-dataset", settings, 120, end, List.of(60, 300)));
        for (int user = 0; user < once.users(); user++) {
            Life life = once.live(user);
            assertThat(thrice.live(user)).isEqualTo(life);
            History more = further.live(user).history();
            assertThat(more.until(end.plusDays(100))).isEqualTo(life.history());
        }
    }

    private static List<String> settings(int seed, int users) {
        List<String> settings = new ArrayList<>(List.of("seed=" + seed));
        if (users > 0) {
            settings.add("users=" + users);
        }
        return settings;
    }

    private static GroundTruth until(GroundTruth truth, LocalDate end) {
        return new GroundTruth(
                truth.userId(),
                truth.episodes().stream()
                        .filter(it -> !it.from().isAfter(end))
                        .map(it -> new Episode(
                                it.profile(), it.from(), earlier(it.to(), end), it.cause(), it.intensity()))
                        .toList(),
                truth.events().stream()
                        .filter(it -> !it.from().isAfter(end))
                        .map(it -> new dev.spendsense.truth.LifeEvent(it.name(), it.from(), earlier(it.to(), end)))
                        .toList());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Scenario planned(String name, List<String> settings, int days, LocalDate end) {
        return continued(name, settings, days, end, List.of());
    }

    private static Scenario continued(
            String name, List<String> settings, int days, LocalDate end, List<Integer> more) {
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
