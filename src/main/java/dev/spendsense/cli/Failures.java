package dev.spendsense.cli;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.tables.BrokenTables;
import dev.spendsense.exchange.UnusableFile;
import dev.spendsense.review.Refusal;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.run.NotContinued;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.workbench.revisions.NoSuchRevision;
import dev.spendsense.yaml.Fault;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into lines on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final SpendSense program;

    Failures(SpendSense program) {
        this.program = program;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.WRONG_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (program.stackTraceWanted()) {
            failure.printStackTrace(err);
        }
        int code = explain(failure, err);
        err.flush();
        return code;
    }

    private int explain(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidScenario invalid) {
            for (Fault fault : invalid.faults()) {
                err.println(fault);
            }
            return ExitCode.WRONG_INPUT;
        }
        if (failure instanceof WrongInput
                || failure instanceof RuleFailure
                || failure instanceof NoSuchRevision
                || failure instanceof BrokenTables
                || failure instanceof UnusableFile
                || failure instanceof NotContinued) {
            err.println(failure.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (failure instanceof DatasetException obstacle) {
            return explain(obstacle, err);
        }
        if (failure instanceof Refusal refusal) {
            err.println(refusal.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (failure instanceof OperationsException obstacle) {
            err.println(obstacle.getMessage());
            return obstacle.reason() == OperationsException.Reason.NOT_WRITTEN
                    ? ExitCode.INTERNAL_ERROR
                    : ExitCode.WRONG_INPUT;
        }
        if (failure instanceof CancellationException) {
            err.println(failure.getMessage());
            return ExitCode.INTERNAL_ERROR;
        }
        err.println("internal error: " + failure);
        if (!program.stackTraceWanted()) {
            err.println("(--stacktrace shows where)");
        }
        return ExitCode.INTERNAL_ERROR;
    }

    private static int explain(DatasetException obstacle, PrintWriter err) {
        String advice = switch (obstacle.reason()) {
            case EXISTS -> "; --force replaces it";
            case MISSING -> "; ./spendsense generate makes one";
            default -> "";
        };
        err.println(obstacle.getMessage() + advice);
        return obstacle.reason() == DatasetException.Reason.NOT_WRITTEN
                ? ExitCode.INTERNAL_ERROR
                : ExitCode.WRONG_INPUT;
    }
}
