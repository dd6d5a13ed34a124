package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.json.ExplanationJson;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.run.Provenance;
import dev.spendsense.text.NearestName;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules explain USER}: why one user was judged so, and what would have changed it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains what was concluded of a user of a dataset: from advice to persona to evidence to signal to rule and to "
                    + "the very transactions; for personas that were not assigned, which conditions fail and by how much; "
                    + "and the smallest change of one value that would have judged otherwise, found by judging again."
        })
final class RulesExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(
            names = "--persona",
            paramLabel = "P",
            description =
                    "Explain this persona alone, assigned or not, and try more that would change it: parameters, and "
                            + "what the user did.")
    private String persona;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge as of this day of the history (default: the latest look of the dataset).")
    private String asOf;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Explain what the rules of this folder conclude (default: the rules that the dataset keeps).")
    private Path folder;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            description = "Show the first so many transactions of each source (default: ${DEFAULT-VALUE}).")
    private int transactions = 3;

    @Option(names = "--json", description = "Print the whole chain, with all transactions, as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (transactions < 0) {
            throw new WrongInput("--transactions " + transactions + "; expected 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Dataset opened = dataset.open()) {
            String id = UserChoice.in(opened, user);
            History history = opened.history(id);
            RuleBase rules = rules(opened);
            LocalDate date = date(opened, history);
            Collection<String> known =
                    rules.definitions().vocabulary().personas().keySet();
            if (persona != null && !known.contains(persona)) {
                throw new WrongInput("--persona: no persona is called " + persona
                        + NearestName.of(persona, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; known are " + String.join(", ", known)));
            }
            if (history.customer().consent()) {
                explain(opened, history, rules, date, out);
            } else {
                refuse(id, out);
            }
        }
        return ExitCode.DONE;
    }

    private void refuse(String id, PrintWriter out) {
        String reason = "does not consent to be judged, so nothing was concluded and nothing is";
        if (json) {
            Json.print(new ExplanationJson.NoConsent(id, false, reason), out);
        } else {
            out.println(id + " " + reason);
        }
    }

    private void explain(Dataset opened, History history, RuleBase rules, LocalDate date, PrintWriter out) {
        Explanation explanation = Explanation.of(rules, history, date);
        List<Flips> flips = new ArrayList<>();
        for (String name : rules.definitions().vocabulary().personas().keySet()) {
            if (persona == null) {
                flips.add(Flips.ofSignals(rules, history, date, name));
            } else if (persona.equals(name)) {
                flips.add(Flips.of(rules, history, date, name));
            }
        }
        Optional<Boolean> asStored = folder == null
                ? opened.findings(history.customer().id(), date)
                        .map(it -> it.equals(explanation.findings().untraced()))
                : Optional.empty();
        if (json) {
            Json.print(ExplanationJson.of(explanation, flips, asStored, Optional.ofNullable(persona)), out);
        } else {
            new ExplanationScreen(explanation, flips, history.until(date), rules.definitions(), transactions)
                    .lines(asStored, Optional.ofNullable(persona))
                    .forEach(out::println);
        }
    }

    private RuleBase rules(Dataset opened) {
        if (folder != null) {
            return new RuleFolder(folder).load();
        }
        try {
            return Provenance.of(opened)
                    .ruleBase()
                    .orElseThrow(() -> new WrongInput("no rules judged the users of " + opened.file()
                            + "; name a folder of rules with --rules DIR"));
        } catch (BrokenRules broken) {
            throw new WrongInput("this version cannot use the rules that the dataset keeps: " + broken.getMessage()
                    + "; name others with --rules DIR");
        }
    }

    private LocalDate date(Dataset opened, History history) {
        if (asOf == null) {
            List<LocalDate> looks = opened.looks();
            return looks.isEmpty() ? history.asOf() : looks.get(looks.size() - 1);
        }
        LocalDate date;
        try {
            date = LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new WrongInput("--as-of: expected a date such as 2026-07-15, not " + asOf);
        }
        if (date.isBefore(history.from()) || date.isAfter(history.asOf())) {
            throw new WrongInput("--as-of: expected a day of the history, " + history.from() + " to " + history.asOf()
                    + ", not " + date);
        }
        return date;
    }
}
