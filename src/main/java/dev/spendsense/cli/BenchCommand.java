package dev.spendsense.cli;

import dev.spendsense.bench.Comparison;
import dev.spendsense.bench.Material;
import dev.spendsense.bench.Result;
import dev.spendsense.bench.Settings;
import dev.spendsense.bench.Suite;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.text.NearestName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast all this is here. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast each part of the product is on this machine, beside the limit that a bare loop over the same "
                    + "data reaches in the same minute, and holds it against its target. Takes a few minutes."
        })
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Measure less of everything: about half a minute.")
    private boolean quick;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "How many users are simulated, judged and written end to end (default: 4,000; quick: 600).")
    private Integer users;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            description = "How often each thing is measured, in turn with the others (default: 7; quick: 5).")
    private Integer repetitions;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = {
                "How much processor time each thing gets before it is measured (default: 4; quick: 0.8); a sample is a "
                        + "fifth of it."
            })
    private Double warmUp;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Measure just this; may be repeated. Known are the names in the table.")
    private List<String> only = List.of();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of rules that judge (default: rules/, here or where the program is).")
    private Path rules;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the outcome as JSON, for --compare.")
    private Path json;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            arity = "2",
            description = {
                "Measure nothing; say what got faster or slower from one outcome to another, OLD.json NEW.json, beyond "
                        + "what noise does."
            })
    private List<Path> compared = List.of();

    @Option(names = "--across", description = "With --compare: although they come from different machines.")
    private boolean across;

    @Option(
            names = "--strict",
            description = "End with exit code 1 when a target is missed; with --compare, when anything got slower.")
    private boolean strict;

    @Option(
            names = "--inner",
            description = {
                "Measure inner loops by JMH instead, all or those whose names match; what follows are options of JMH, -h "
                        + "lists them."
            })
    private boolean inner;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (inner) {
            throw new WrongInput("--inner: expected first, as in ./spendsense bench --inner, which starts JMH");
        }
        if (!compared.isEmpty()) {
            return compare();
        }
        if (across) {
            throw new WrongInput("--across: expected with --compare");
        }
        Settings settings = settings();
        Collection<String> names = names();
        Result result = measure(settings, names);
        new BenchScreen(result).lines().forEach(spec.commandLine().getOut()::println);
        if (json != null) {
            Json.save(result, json);
        }
        return strict && !result.metAll() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private Result measure(Settings settings, Collection<String> names) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ScenarioChoice choice = ScenarioChoice.here();
        Path scenario = choice.file(ScenarioShelf.DEFAULT);
        Path folder = Files.createTempDirectory("spendsense-bench");
        try {
            return Suite.run(
                    new Material(
                            overrides -> ScenarioSource.load(scenario, List.of(choice.shipped()), overrides),
                            (rules != null ? new RuleFolder(rules) : RuleFolder.usual()).load(),
                            launcher(),
                            folder,
                            settings),
                    names,
                    err::println);
        } finally {
            remove(folder);
        }
    }

    private Settings settings() {
        Settings usual = quick ? Settings.QUICK : Settings.USUAL;
        try {
            return new Settings(
                    users != null ? users : usual.users(),
                    users != null ? users : usual.foreseenUsers(),
                    repetitions != null ? repetitions : usual.repetitions(),
                    warmUp != null ? warmUp : usual.warmUpSeconds());
        } catch (IllegalArgumentException e) {
            throw new WrongInput(e.getMessage());
        }
    }

    private Collection<String> names() {
        for (String name : only) {
            if (!Suite.names().contains(name)) {
                throw new WrongInput("--only: nothing is called " + name
                        + NearestName.of(name, Suite.names())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")
                        + "; known are " + String.join(", ", Suite.names()));
            }
        }
        return only.isEmpty() ? Suite.names() : only;
    }

    private int compare() throws IOException {
        if (quick || users != null || repetitions != null || warmUp != null || !only.isEmpty() || json != null) {
            throw new WrongInput("--compare: expected alone, or with --across or --strict: it measures nothing");
        }
        Result old = read(compared.get(0));
        Result now = read(compared.get(1));
        List<String> machines = Comparison.machines(old, now);
        if (!machines.isEmpty() && !across) {
            throw new WrongInput("these were measured on different machines; --across compares them all the same"
                    + System.lineSeparator() + String.join(System.lineSeparator(), machines));
        }
        Comparison comparison = Comparison.of(old, now);
        new ComparisonScreen(comparison, machines)
                .lines()
                .forEach(spec.commandLine().getOut()::println);
        return strict && comparison.slower() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private static Result read(Path file) throws IOException {
        Result result = Json.read(file, Result.class);
        if (result.format() != Result.FORMAT) {
            throw new WrongInput(
                    file + ": format " + result.format() + ", which another version of this program wrote");
        }
        return result;
    }

    /** What started this program, if a shell can start it so again. */
    private static Optional<Path> launcher() {
        return Optional.ofNullable(System.getProperty("spendsense.home"))
                .map(home -> Path.of(home, "spendsense"))
                .filter(Files::isExecutable);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
