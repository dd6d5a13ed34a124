package dev.spendsense.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules COMMAND}: what authors of rules work with. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Works on rules: checks them before they are used.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesCheckCommand.class})
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
