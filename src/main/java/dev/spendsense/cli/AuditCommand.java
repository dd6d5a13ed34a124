package dev.spendsense.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit COMMAND}: what people did to a dataset. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads the log of what people did to a dataset, which is kept beside it in NAME.ops.db.",
        subcommands = {AuditVerifyCommand.class})
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** No command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_INPUT;
    }
}
