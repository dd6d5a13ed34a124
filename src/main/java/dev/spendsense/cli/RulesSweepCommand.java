package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.text.NearestName;
import dev.spendsense.workbench.sweep.Sweep;
import dev.spendsense.workbench.sweep.SweepPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules sweep PARAMETER FROM..TO}: how much a number matters. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Lives a population once, judges everybody with a parameter at many values, and says how well personas are "
                    + "found at each, and over which range the value makes little difference."
        })
final class RulesSweepCommand implements Callable<Integer> {

    private static final String NUMBER = "[-+]?\\d*\\.?\\d+";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")");

    @CommandLine.Parameters(index = "0", paramLabel = "PARAMETER", description = "A name in parameters.yaml.")
    private String parameter;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "FROM..TO",
            description = "Lowest and highest value, as in 0.3..0.8 or -4..4.")
    private String range;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "11",
            description = "How many values are tried beside the one the rules have (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of rules (default: rules/, here or where the program is).")
    private Path rules;

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Mixin
    private PageOption page = new PageOption();

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    private CommandSpec spec;

    /** A range that begins with a negative number looks like an option, and is none. */
    @Spec
    private void specify(CommandSpec own) {
        spec = own;
        own.parser().unmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() {
        RuleBase base = (rules != null ? new RuleFolder(rules) : RuleFolder.usual()).load();
        Collection<String> known = base.definitions().parameters().names();
        if (!known.contains(parameter)) {
            throw new WrongInput("no parameter is called " + parameter
                    + NearestName.of(parameter, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        if (steps < 2) {
            throw new WrongInput("--steps: expected at least 2, not " + steps);
        }
        Range values = range(base.definitions().parameters().get(parameter));
        return population.with(people -> print(
                people.title(),
                Sweep.of(people.lives(), base, parameter, values.from, values.to, steps, population.threads())));
    }

    private record Range(double from, double to) {}

    private Range range(Parameter swept) {
        Matcher ends = RANGE.matcher(range);
        if (!ends.matches() || Double.parseDouble(ends.group(1)) >= Double.parseDouble(ends.group(2))) {
            throw new WrongInput(range + ": expected FROM..TO, the lower value first, as in 0.3..0.8");
        }
        for (int end = 1; end <= 2; end++) {
            double value = Double.parseDouble(ends.group(end));
            Parameters.refusal(swept, value).ifPresent(why -> {
                throw new WrongInput(range + ": " + why);
            });
        }
        return new Range(Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)));
    }

    private int print(String title, Sweep sweep) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            page.write(() -> SweepPage.of(title, sweep));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (json) {
            Json.print(sweep, out);
        } else {
            new SweepScreen(title, sweep).lines().forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
