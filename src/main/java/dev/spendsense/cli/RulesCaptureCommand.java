package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.text.NearestName;
import dev.spendsense.truth.Episode;
import dev.spendsense.workbench.cases.Capture;
import dev.spendsense.workbench.cases.Capture.Surprise;
import dev.spendsense.workbench.cases.Cases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules capture USER}: a surprising user becomes a test case. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        description = {
            "Reduces a user of a dataset to the smallest history that still surprises and saves it as a test case. What "
                    + "surprises is the first persona, unless --persona or --signal says otherwise."
        })
final class RulesCaptureCommand implements Callable<Integer> {

    private static final String CAPTURED = "captured";

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder (default: rules in the working directory, else the shipped rules).")
    private Path rules;

    @Option(names = "--persona", paramLabel = "P", description = "A persona that it is surprising to find.")
    private String persona;

    @Option(names = "--signal", paramLabel = "S", description = "A signal that it is surprising to see detected.")
    private String signal;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to save the case (default: tests/captured/USER.yaml in the rule folder).")
    private Path out;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Judge at most so many histories on the way (default: ${DEFAULT-VALUE}).")
    private int trials = 5_000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleFolder folder = rules == null ? RuleFolder.usual() : new RuleFolder(rules);
        RuleBase base = folder.load();
        try (Dataset opened = dataset.open()) {
            String id = UserChoice.in(opened, user);
            Path file = out != null
                    ? out
                    : folder.path().resolve(Cases.FOLDER).resolve(CAPTURED).resolve(id + ".yaml");
            if (Files.exists(file)) {
                throw new WrongInput(file + " exists; remove it or choose another file with --out");
            }
            Capture capture = capture(base, opened, id);
            save(capture.yaml(), file);
            PrintWriter lines = spec.commandLine().getOut();
            lines.println(String.format(
                    Locale.ROOT,
                    "%s: %,d postings and transfers reduced to %,d in %,d trials%s",
                    capture.name(),
                    capture.before(),
                    capture.after(),
                    capture.trials(),
                    capture.minimal() ? "" : "; more trials may leave out more"));
            lines.println("saved as " + file);
        }
        return ExitCode.DONE;
    }

    private Capture capture(RuleBase base, Dataset opened, String id) {
        History history = opened.history(id);
        List<String> planted = opened.groundTruth(id).episodes().stream()
                .filter(episode -> episode.holdsOn(history.asOf()))
                .map(Episode::profile)
                .distinct()
                .toList();
        try {
            return Capture.of(
                    base,
                    history,
                    planted.isEmpty() ? "" : planted.get(planted.size() - 1),
                    surprise(base, opened, id),
                    trials);
        } catch (NoSuchElementException nothing) {
            throw new WrongInput(nothing.getMessage());
        }
    }

    private Surprise surprise(RuleBase base, Dataset opened, String id) {
        if (persona != null && signal != null) {
            throw new WrongInput("--persona and --signal exclude each other");
        }
        if (trials < 1) {
            throw new WrongInput("--trials " + trials + "; expected 1 or more");
        }
        if (signal != null) {
            Collection<String> known = base.definitions().vocabulary().signals().keySet();
            return new Surprise.OfSignal(known("signal", signal, known));
        }
        if (persona != null) {
            Collection<String> known =
                    base.definitions().vocabulary().personas().keySet();
            return new Surprise.OfPersona(known("persona", persona, known));
        }
        Findings found = base.evaluate(opened.history(id));
        return new Surprise.OfPersona(found.primaryPersona()
                .map(PersonaAssignment::persona)
                .orElseThrow(() -> new WrongInput(id + " has no persona; say what surprises with --signal")));
    }

    private static String known(String kind, String name, Collection<String> known) {
        if (known.contains(name)) {
            return name;
        }
        throw new WrongInput("no " + kind + " is called " + name
                + NearestName.of(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; known are " + String.join(", ", known)));
    }

    private static void save(String yaml, Path file) {
        try {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Path partial =
                    Files.createTempFile(whole.getParent(), file.getFileName().toString(), ".partial");
            Files.writeString(partial, yaml);
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new WrongInput("the case cannot be saved as " + file + ": " + e.getMessage());
        }
    }
}
