package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    private static List<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return List.copyOf(
                SpendSense.commandLine(nowhere, nowhere).getSubcommands().values());
    }

    @Test
    void every_command_is_listed_with_what_it_does() {
        Cli help = Cli.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Exit codes: 0 done, 1 a check failed, 2 the input is wrong");
        assertThat(commands()).isNotEmpty().allSatisfy(command -> {
            CommandSpec spec = command.getCommandSpec();
            assertThat(spec.usageMessage().description()).as(spec.name()).isNotEmpty();
            assertThat(help.out().contains("  " + spec.name() + " "))
                    .as(spec.name())
                    .isNotEqualTo(spec.usageMessage().hidden());
        });
    }

    @Test
    void every_option_and_argument_is_explained() {
        for (CommandLine command : commands()) {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                assertThat(argument.description())
                        .as(command.getCommandName() + " " + argument)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_command_prints_help_with_all_its_options() {
        for (CommandLine command : commands()) {
            Cli help = Cli.run(command.getCommandName(), "--help");
            assertThat(help.code()).isZero();
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(help.out()).contains(option.longestName());
            }
        }
    }

    @Test
    void without_a_command_the_input_is_wrong() {
        Cli nothing = Cli.run();
        assertThat(nothing.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(nothing.err()).contains("COMMAND", "generate");
    }

    @Test
    void a_misspelt_command_is_answered_with_the_nearest() {
        Cli refused = Cli.run("genrate");
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("generate");
    }

    @Test
    void the_version_is_printed() {
        assertThat(Cli.run("--version").out()).startsWith("SpendSense ").contains("Java ");
    }
}
