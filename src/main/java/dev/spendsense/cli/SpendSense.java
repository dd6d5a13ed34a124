package dev.spendsense.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code spendsense COMMAND}. */
@Command(
        name = "spendsense",
        description = "Simulates the customers of a retail bank.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {WarmUp.class})
public final class SpendSense {

    private SpendSense() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SpendSense()).execute(arguments));
    }
}
