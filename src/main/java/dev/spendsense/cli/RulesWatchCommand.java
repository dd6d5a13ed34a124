package dev.spendsense.cli;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.workbench.diff.OutcomeChanges;
import dev.spendsense.workbench.diff.Population;
import dev.spendsense.workbench.live.LiveRules;
import dev.spendsense.workbench.live.Reload;
import dev.spendsense.workbench.live.Reload.Outcome;
import dev.spendsense.workbench.revisions.Revision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules watch [DIR]}: says at every save whether the rules are fit to judge. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a rule folder and judges its cases now and whenever a file is saved, and says what came of it. "
                    + "Ctrl-C ends."
        })
final class RulesWatchCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Mixin
    private RuleFolderArgument folder;

    @Option(
            names = "--outcomes",
            description =
                    "Also say who gets another persona, confidence or advice than by the rules that passed before "
                            + "(unless told otherwise, of the people in demo).")
    private boolean outcomes;

    @Mixin
    private PopulationOption population;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path path = folder.existing();
        PrintWriter out = spec.commandLine().getOut();
        List<Population> people = outcomes ? population.few() : List.of();
        LiveRules live =
                new LiveRules(path, Optional.empty(), CompiledStore.standard(), RuleFolderArgument.scenarios());
        live.listen(reload -> print(path, reload, people, out));
        out.println("watching " + path + "; Ctrl-C ends");
        live.reload();
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                live.look(Instant.now());
            }
        } catch (InterruptedException e) {
            return ExitCode.DONE;
        }
    }

    private static void print(Path path, Reload reload, List<Population> people, PrintWriter out) {
        out.println();
        out.println("── " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS));
        TrialScreen.lines(path, reload.trial()).forEach(out::println);
        if (reload.outcome() == Outcome.SWAPPED && reload.before().isPresent() && !people.isEmpty()) {
            outcomes(reload.before().get(), reload.trial().rules().orElseThrow(), people)
                    .forEach(out::println);
        }
        out.println(verdict(reload));
    }

    private static List<String> outcomes(RuleBase before, RuleBase after, List<Population> people) {
        try {
            return OutcomeScreen.lines(OutcomeChanges.between(before, after, people));
        } catch (RuleFailure failure) {
            return List.of(failure.getMessage());
        }
    }

    private static String verdict(Reload reload) {
        String now = Revision.brief(reload.trial().source().revision());
        Optional<String> before = reload.before().map(RuleBase::revision).map(Revision::brief);
        return switch (reload.outcome()) {
            case SWAPPED ->
                "passed: revision " + now
                        + before.map(old -> " in place of " + old).orElse("");
            case SAME -> "passed: revision " + now + " as before";
            case REFUSED ->
                "refused" + before.map(old -> "; revision " + old + " stays").orElse("");
        };
    }
}
