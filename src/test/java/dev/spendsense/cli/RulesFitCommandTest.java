package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Priors and weights proposed, as it is typed. */
class RulesFitCommandTest {

    @TempDir
    private Path home;

    @Test
    void the_diff_and_what_it_does_to_those_held_out_are_told() {
        Path diff = home.resolve("fit.diff");
        Cli said = Cli.run("rules", "fit", "--seeds", "3,4", "--users", 40, "--out", diff);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("fitted to seeds 3; tried on 4", "On those held out", "calibration_error");
        assertThat(diff).content().contains("+++ b/parameters.yaml");
    }

    @Test
    void a_seed_that_is_no_development_seed_is_refused() {
        Cli said = Cli.run("rules", "fit", "--seeds", "3,4711", "--users", 40);
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.err()).contains("seed 4711 is no development seed");
    }

    @Test
    void a_population_can_be_surveyed() {
        Cli said = Cli.run("rules", "coverage", "--scenario", "demo", "--users", 12);
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("come to a conclusion in everybody:", "12 users judged");
        assertThat(Cli.run("rules", "coverage", "--tests", "--users", 12).code())
                .isEqualTo(ExitCode.WRONG_INPUT);
    }
}
