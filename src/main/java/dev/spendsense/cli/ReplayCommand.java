package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.run.Replay;
import dev.spendsense.run.Replay.Difference;
import dev.spendsense.run.Replay.SecondJudgement;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay USER}: lives and judges one user again, and compares. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates one user alone, from the scenario and seed that the dataset keeps, has the user judged again by the "
                    + "rules that it keeps, and says whether every stored row is reproduced (exit code 1 when one is not)."
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
        } catch (BrokenRules broken) {
            throw new WrongInput("this version cannot use the rules that the dataset keeps: " + broken.getMessage());
        }
        boolean reproduced = replay.reproduced();
        if (json) {
            Json.print(ReplayJson.of(replay), out);
        } else {
            print(replay, out);
        }
        return reproduced ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static void print(Replay replay, PrintWriter out) {
        List<Difference> differences = replay.differences();
        if (differences.isEmpty()) {
            int looks = replay.looks().size();
            out.println(String.format(
                    Locale.ROOT,
                    "%s: all %,d rows reproduced%s",
                    replay.userId(),
                    replay.rows(),
                    looks > 1 ? ", those of all " + looks + " looks among them" : ""));
            print(replay.judgement(), out);
            return;
        }
        out.println(String.format(
                Locale.ROOT, "%s: %,d differences in %,d rows", replay.userId(), differences.size(), replay.rows()));
        for (Difference difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
            out.println(difference.table() + " " + difference.row()
                    + (difference.look() == null ? "" : " at " + difference.look()));
            out.println("  stored:   " + difference.stored());
            out.println("  replayed: " + difference.replayed());
        }
        if (differences.size() > SHOWN) {
            out.println("…");
        }
        print(replay.judgement(), out);
    }

    private static void print(Optional<SecondJudgement> judgement, PrintWriter out) {
        judgement.ifPresent(it -> {
            out.println("findings " + it.replayed() + (it.same() ? "" : ", stored are " + it.stored()));
            out.println("by rules " + it.revision());
        });
    }

    /** What came of it, as scripts read it; the last three are missing when the user was never judged. */
    private record ReplayJson(
            String userId,
            boolean reproduced,
            int rows,
            List<Difference> differences,
            List<LocalDate> looks,
            String ruleRevision,
            String storedFindings,
            String replayedFindings) {

        static ReplayJson of(Replay replay) {
            Optional<SecondJudgement> judgement = replay.judgement();
            return new ReplayJson(
                    replay.userId(),
                    replay.reproduced(),
                    replay.rows(),
                    replay.differences(),
                    replay.looks(),
                    judgement.map(SecondJudgement::revision).orElse(null),
                    judgement.map(it -> it.stored().toString()).orElse(null),
                    judgement.map(it -> it.replayed().toString()).orElse(null));
        }
    }
}
