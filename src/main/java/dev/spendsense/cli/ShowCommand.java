package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.truth.GroundTruth;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show USER}: one person on one screen. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one person: accounts, cards with their statements, the last transactions, a chart of balances, and the "
                    + "profile that was planted."
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(names = "--json", description = "Print the whole history as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Dataset opened = dataset.open()) {
            String id = UserChoice.in(opened, user);
            History history = opened.history(id);
            GroundTruth truth = opened.groundTruth(id);
            if (json) {
                Json.print(PersonJson.of(history, truth), out);
            } else {
                new PersonScreen(history, truth).lines().forEach(out::println);
            }
        }
        return ExitCode.DONE;
    }
}
