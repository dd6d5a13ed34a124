package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.truth.GroundTruth;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show USER}: one person on one screen, and below it what the rules concluded. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one person: accounts, cards with their statements, the last transactions, a chart of balances and the "
                    + "profile that was planted; then what the rules concluded: personas with their evidence, signals with "
                    + "their sources, advice with its rationale."
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(
            names = "--full",
            description = "Show everything that was measured and concluded, in place of what counts most.")
    private boolean full;

    @Option(names = "--json", description = "Print the whole history and all findings as JSON.")
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
            Optional<Findings> findings = opened.findings(id);
            if (json) {
                Json.print(PersonJson.of(history, truth, findings), out);
            } else {
                new PersonScreen(history, truth).lines().forEach(out::println);
                findings.ifPresent(found -> new FindingsScreen(
                                found, history, opened.run().origin().rules().orElseThrow(), full)
                        .lines()
                        .forEach(out::println));
            }
        }
        return ExitCode.DONE;
    }
}
