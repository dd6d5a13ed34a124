package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.run.Progress.Stage;
import dev.spendsense.run.Progress.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressOnTerminalTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void shows_the_time_left_that_the_run_tells_and_not_one_of_its_own() {
        show(new State(Stage.LIVES, 1_000, 10_000, 600_000, Duration.ofSeconds(4), Duration.ofSeconds(83)));
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("1000/10000")
                .contains("/ 0:01:23)");
    }

    @Test
    void shows_no_time_left_before_there_is_anything_to_go_by() {
        show(new State(Stage.LIVES, 0, 10_000, 0, Duration.ofSeconds(4), Duration.ZERO));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("0/10000").contains("/ ?)");
    }

    @Test
    void does_not_appear_for_a_short_run() {
        show(new State(Stage.LIVES, 90, 95, 50_000, Duration.ofMillis(300), Duration.ofMillis(10)));
        assertThat(shown.size()).isZero();
    }

    @Test
    void shows_no_question_mark_for_users_who_are_overdue_but_for_what_nobody_foretells() {
        show(
                new State(Stage.LIVES, 9_000, 10_000, 600_000, Duration.ofSeconds(40), Duration.ofSeconds(1)),
                new State(Stage.LIVES, 9_000, 10_000, 600_000, Duration.ofSeconds(43), Duration.ZERO));
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("/ 0:00:00)")
                .doesNotContain("/ ?)");
        show(new State(Stage.SYNC, 10_000, 10_000, 6_000_000, Duration.ofSeconds(44), Duration.ZERO));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("/ ?) syncing");
    }

    private void show(State... states) {
        try (ProgressOnTerminal display =
                new ProgressOnTerminal(new PrintStream(shown, true, StandardCharsets.UTF_8))) {
            for (State state : states) {
                display.report(state);
            }
        }
    }
}
