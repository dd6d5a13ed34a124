package dev.spendsense.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rules capture}. */
@Command(name = "capture", mixinStandardHelpOptions = true, description = "To come.")
final class RulesCaptureCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
