package dev.spendsense.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules COMMAND}: the workbench of those who write rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks, tests and explains rules, and shows what a change of them does.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesGoldenCommand.class,
            RulesCaptureCommand.class,
            RulesExplainCommand.class,
            RulesImpactCommand.class,
            RulesSweepCommand.class,
            RulesFitCommand.class,
            RulesKeepCommand.class,
            RulesLogCommand.class,
            RulesDiffCommand.class,
            RulesWatchCommand.class,
            RulesDocCommand.class
        })
final class RulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** No command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_INPUT;
    }
}
