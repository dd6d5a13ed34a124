package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.diff.RuleChanges;
import dev.spendsense.workbench.impact.Condition;
import dev.spendsense.workbench.impact.Figures;
import dev.spendsense.workbench.impact.Impact;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules impact --with DIR}: whom a change of rules changes. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description = {
            "Lives a population once, judges everybody by the rules as they are and by those of another folder, and says who "
                    + "changes persona, by which rules, what advice comes and goes, and whether the answers get better or worse."
        })
final class RulesImpactCommand implements Callable<Integer> {

    @Option(names = "--with", required = true, paramLabel = "DIR", description = "The folder of the changed rules.")
    private Path with;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            description = "The folder of the rules as they are (default: rules/, here or where the program is).")
    private Path base;

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description = {
                "End with exit code 1 when this happens, as in \"macro_f1 drops 0.01\" or \"false_personas above 5%%\": "
                        + "drops and rises by as much or more, above and below afterwards. May be repeated."
            })
    private List<String> conditions = List.of();

    @Option(
            names = "--list",
            paramLabel = "N",
            description = "How many users who change persona are listed (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private int listed;

    @ArgGroup
    private Format format = new Format();

    @Spec
    private CommandSpec spec;

    /** For whom the outcome is written. */
    private static final class Format {

        @Option(names = "--markdown", description = "Print it as Markdown, for a pull request.")
        private boolean markdown;

        @Option(names = "--json", description = "Print it as JSON, with everybody who changes persona.")
        private boolean json;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        RulesUnderWay underWay = RulesUnderWay.load(base != null ? new RuleFolder(base) : RuleFolder.usual());
        PrintWriter err = spec.commandLine().getErr();
        RuleBase after = new RuleFolder(with).load();
        RuleBase before = underWay.await(() -> err.println("loading the rules; changed ones are compiled, once"))
                .orElseThrow();
        Duration loading = Duration.ofNanos(System.nanoTime() - start);
        List<Condition> failIf = conditions(before, after);
        return population.with(people -> {
            Impact impact = Impact.of(people.lives(), before, after, population.threads());
            List<Change> edits = RuleChanges.between(before.source(), after.source());
            return print(people.title(), edits, impact, loading, failIf);
        });
    }

    private List<Condition> conditions(RuleBase before, RuleBase after) {
        Set<String> personas =
                new LinkedHashSet<>(before.definitions().vocabulary().personas().keySet());
        personas.addAll(after.definitions().vocabulary().personas().keySet());
        List<String> figures = Figures.names(personas);
        List<Condition> parsed = new ArrayList<>();
        for (String text : conditions) {
            try {
                parsed.add(Condition.parse(text, figures));
            } catch (IllegalArgumentException none) {
                throw new WrongInput("--fail-if: " + none.getMessage());
            }
        }
        return parsed;
    }

    private int print(String title, List<Change> edits, Impact impact, Duration loading, List<Condition> failIf) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> failed = new ArrayList<>();
        for (Condition condition : failIf) {
            Optional<Boolean> happens = condition.happens(impact);
            if (happens.isEmpty()) {
                throw new WrongInput("--fail-if: " + condition.figure() + " has no value in this population");
            }
            if (happens.get()) {
                failed.add(condition.text());
            }
        }
        if (format.json) {
            Json.print(new ImpactJson(title, edits, failed, impact), out);
        } else if (format.markdown) {
            new ImpactMarkdown(title, edits, impact, failed, listed).lines().forEach(out::println);
        } else {
            new ImpactScreen(title, edits, impact, loading, failed, listed)
                    .lines()
                    .forEach(out::println);
        }
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    /**
     * An impact as scripts read it.
     *
     * @param population who was judged
     * @param edits what is not what it was in the texts
     * @param failed conditions that happen
     */
    private record ImpactJson(String population, List<Change> edits, List<String> failed, Impact impact) {}
}
