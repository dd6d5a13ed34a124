package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.json.PersonJson;
import dev.spendsense.truth.GroundTruth;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
                    + "their sources, advice with its rationale. Where the rules looked more than once, the personas over time."
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

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Show the person as the bank and the rules saw them at an earlier look.")
    private String at;

    @Option(names = "--json", description = "Print the whole history and all findings as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Dataset opened = dataset.open()) {
            String id = UserChoice.in(opened, user);
            GroundTruth truth = opened.groundTruth(id);
            List<Findings> timeline = opened.timeline(id);
            Optional<Findings> findings = at == null ? timeline.stream().reduce((a, b) -> b) : look(timeline, opened);
            History whole = opened.history(id);
            History history = at == null ? whole : whole.until(date());
            if (json) {
                Json.print(PersonJson.of(history, truth, findings, timeline), out);
            } else {
                new PersonScreen(history, truth).lines().forEach(out::println);
                findings.ifPresent(found -> print(
                        found, timeline, history, opened.run().origin().rules().orElseThrow(), out));
            }
        }
        return ExitCode.DONE;
    }

    private void print(Findings findings, List<Findings> timeline, History history, RuleText rules, PrintWriter out) {
        if (timeline.size() > 1) {
            new TimelineScreen(timeline, rules, full).lines().forEach(out::println);
        }
        new FindingsScreen(findings, history, rules, full).lines().forEach(out::println);
    }

    /** The look that was asked for. */
    private Optional<Findings> look(List<Findings> timeline, Dataset opened) {
        LocalDate date = date();
        if (!opened.looks().contains(date)) {
            throw new WrongInput("--at: expected the date of a look, not " + date + "; " + looks(opened.looks(), date));
        }
        return timeline.stream().filter(found -> found.asOf().equals(date)).findFirst();
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(at);
        } catch (DateTimeParseException e) {
            throw new WrongInput("--at: expected a date such as 2026-07-15, not " + at);
        }
    }

    private static String looks(List<LocalDate> looks, LocalDate date) {
        if (looks.isEmpty()) {
            return "the rules never looked";
        }
        String nearest = looks.stream()
                .sorted(Comparator.comparingLong(look -> Math.abs(ChronoUnit.DAYS.between(look, date))))
                .limit(2)
                .sorted()
                .map(LocalDate::toString)
                .collect(Collectors.joining(" and "));
        return "the nearest of " + looks.size() + (looks.size() == 1 ? " is " : " are ") + nearest;
    }
}
