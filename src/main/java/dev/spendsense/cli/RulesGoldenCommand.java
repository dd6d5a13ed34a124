package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.golden.BrokenGolden;
import dev.spendsense.workbench.golden.GoldenChanges;
import dev.spendsense.workbench.golden.GoldenFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules golden}: what a change of the rules does to known people. */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        description = {
            "Judges the people of tests/golden/ again and says who is judged otherwise than was accepted, and why "
                    + "(exit code 1 when anybody is)."
        })
final class RulesGoldenCommand implements Callable<Integer> {

    @Mixin
    private RuleFolderArgument folder;

    @ArgGroup
    private Choice choice = new Choice();

    @Spec
    private CommandSpec spec;

    /** What to do about a difference. */
    private static final class Choice {

        @Option(names = "--check", description = "Tell differences (which is the default).")
        private boolean check;

        @Option(names = "--accept", description = "Tell who changed persona, and write what is concluded now.")
        private boolean accept;
    }

    @Override
    public Integer call() {
        try {
            return compare(GoldenFile.of(folder.folder().path()), folder.load());
        } catch (BrokenGolden broken) {
            throw new WrongInput(broken.getMessage());
        }
    }

    private int compare(List<GoldenFile> files, RuleBase rules) {
        PrintWriter out = spec.commandLine().getOut();
        boolean differs = false;
        for (GoldenFile file : files) {
            GoldenChanges changes = file.compare(rules, RulesGoldenCommand::scenario);
            out.print(file.path() + ": ");
            changes.summary().forEach(out::println);
            differs |= !changes.none();
            if (choice.accept) {
                file.accept(changes);
            } else {
                changes.diff(Integer.MAX_VALUE).forEach(out::println);
            }
        }
        if (differs) {
            out.println(choice.accept ? "accepted" : "--accept accepts this");
        }
        return differs && !choice.accept ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private static Scenario scenario(String name, long seed) {
        ScenarioChoice here = ScenarioChoice.here();
        return ScenarioReader.read(
                ScenarioSource.load(here.file(name), List.of(here.shipped()), List.of("seed=" + seed)));
    }
}
