package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parameter at many values, as it is typed. */
class RulesSweepCommandTest {

    @TempDir
    private Path home;

    @Test
    void a_range_may_begin_below_zero() {
        Path page = home.resolve("sweep.html");
        Cli said = Cli.run(
                "rules",
                "sweep",
                "weight.growth",
                "-6..4",
                "--steps",
                3,
                "--scenario",
                "demo",
                "--users",
                60,
                "--html",
                page);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("weight.growth (log_odds)", "demo, seed", "◂ rules", "Plateau:", "precision");
        assertThat(page).content().contains("<svg");
    }

    @Test
    void what_cannot_be_swept_is_refused() {
        Cli unknown = Cli.run("rules", "sweep", "weight.grwth", "0..1");
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(unknown.err()).contains("did you mean weight.growth?");
        Cli percent = Cli.run("rules", "sweep", "card_high", "30..80");
        assertThat(percent.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(percent.err()).contains("card_high.value is 30").contains("0.3 for 30%");
        Cli backwards = Cli.run("rules", "sweep", "weight.growth", "4..1");
        assertThat(backwards.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(backwards.err()).contains("4..1").contains("FROM..TO");
    }
}
