package dev.spendsense.report.realism;

import dev.spendsense.bank.History;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints how far the shipped households are from every figure they are held to, in tolerances, seed by seed. A program,
 * not a test: {@code UsHouseholds SEED ...}. Development seeds are 1 to 5.
 */
final class UsHouseholds {

    private UsHouseholds() {}

    public static void main(String[] seeds) {
        List<Realism> all = List.of(seeds).stream()
                .map(seed -> compared(Long.parseLong(seed)))
                .toList();
        for (int target = 0; target < all.get(0).comparisons().size(); target++) {
            System.out.printf("%-26s", all.get(0).comparisons().get(target).name());
            for (Realism realism : all) {
                Comparison one = realism.comparisons().get(target);
                System.out.printf(
                        " %7.3f %+.2f%s",
                        one.generated().orElseThrow().value(), one.error().orElseThrow(), one.passed() ? "  " : " ✗");
            }
            System.out.println();
        }
    }

    /** The shipped households of a seed beside the figures they are held to. */
    static Realism compared(long seed) {
        Scenario scenario = ScenarioReader.read(
                ScenarioSource.load(Path.of("scenarios", "us-households.yaml"), List.of("seed=" + seed)));
        Simulation simulation = new Simulation(scenario);
        List<History> histories = IntStream.range(0, simulation.users())
                .parallel()
                .mapToObj(user -> simulation.live(user).history())
                .toList();
        return Realism.of(histories, scenario.realism());
    }
}
