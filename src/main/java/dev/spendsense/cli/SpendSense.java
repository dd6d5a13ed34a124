package dev.spendsense.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: {@code spendsense COMMAND}. */
@Command(
        name = "spendsense",
        description = "Simulates the customers of a retail bank.",
        footer = {
            "",
            "Exit codes: 0 done, 1 a check failed, 2 the input is wrong, 3 an internal error.",
            "SPENDSENSE_OPTS holds further options for the JVM, for example -Xmx2g."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GenerateCommand.class,
            ValidateCommand.class,
            ReportCommand.class,
            ShowCommand.class,
            ReplayCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            EvaluateCommand.class,
            RulesCommand.class,
            TwinCommand.class,
            AuditCommand.class,
            EraseCommand.class,
            BenchCommand.class,
            WarmUp.class
        })
public final class SpendSense implements Callable<Integer> {

    private static final int HELP_WIDTH = 100;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
    private boolean stackTrace;

    @Spec
    private CommandSpec spec;

    private SpendSense() {}

    /**
     * Does what the arguments say.
     *
     * @param more commands that are known elsewhere, as picocli takes them
     * @return the exit code
     */
    public static int run(String[] arguments, Object... more) {
        // Independent of the locale: the files and tables that these lines are pasted into are UTF-8.
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        CommandLine commandLine = commandLine(out, err, more);
        return run(commandLine, arguments);
    }

    private static int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (Error failure) {
            // Out of memory, for one; the JVM's own exit code would say that a check failed.
            commandLine.getErr().println("internal error: " + failure);
            return ExitCode.INTERNAL_ERROR;
        }
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, Object... more) {
        SpendSense program = new SpendSense();
        Failures failures = new Failures(program);
        CommandLine commandLine = new CommandLine(program);
        for (Object command : more) {
            commandLine.addSubcommand(command);
        }
        return commandLine
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** No command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_INPUT;
    }

    boolean stackTraceWanted() {
        return stackTrace;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
