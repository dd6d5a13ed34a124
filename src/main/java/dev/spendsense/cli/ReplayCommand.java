package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.run.Replay;
import dev.spendsense.run.Replay.Difference;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay USER}: lives one user again, and compares. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates one user alone, from the scenario and seed that the dataset keeps, and says whether every stored "
                    + "row is reproduced (exit code 1 when one is not)."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Replay replay;
        try (Dataset opened = dataset.open()) {
            replay = Replay.of(opened, UserChoice.in(opened, user));
        }
        boolean reproduced = replay.differences().isEmpty();
        if (json) {
            Json.print(new ReplayJson(replay.userId(), reproduced, replay.rows(), replay.differences()), out);
        } else {
            print(replay, out);
        }
        return reproduced ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static void print(Replay replay, PrintWriter out) {
        List<Difference> differences = replay.differences();
        if (differences.isEmpty()) {
            out.println(String.format(Locale.ROOT, "%s: all %,d rows reproduced", replay.userId(), replay.rows()));
            return;
        }
        out.println(String.format(
                Locale.ROOT, "%s: %,d differences in %,d rows", replay.userId(), differences.size(), replay.rows()));
        for (Difference difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
            out.println(difference.table() + " " + difference.row());
            out.println("  stored:   " + difference.stored());
            out.println("  replayed: " + difference.replayed());
        }
        if (differences.size() > SHOWN) {
            out.println("…");
        }
    }

    private record ReplayJson(String userId, boolean reproduced, int rows, List<Difference> differences) {}
}
