package dev.spendsense.spark;

import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.rules.CompiledRevision;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.run.FormerPopulation;
import dev.spendsense.run.ProductVersion;
import dev.spendsense.run.options.ScenarioOptions;
import dev.spendsense.scenario.Overrides;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spark-submit --class dev.spendsense.spark.Generate spendsense-spark.jar SCENARIO --out URI}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates the population of a scenario on Spark, judges everyone who consents by the rules, and writes all of "
                    + "it as Parquet, a folder a table. The users and fingerprints are those of a run on one machine."
        })
public final class Generate implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            defaultValue = "full-dataset",
            description = {
                "A scenario file, as a path or URI, whose folder has what it stands on; or the name of a shipped one "
                        + "(default: ${DEFAULT-VALUE})."
            })
    private String scenario;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "URI",
            required = true,
            description = "The folder to write, in any file system that Hadoop knows.")
    private String out;

    @Option(
            names = "--rules",
            paramLabel = "URI",
            description = "The folder of rules that judge the users (default: rules/ here, or those in the jar).")
    private String rules;

    @Option(names = "--no-rules", description = "Judge nobody.")
    private boolean noRules;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = {
                "How many ranges of users there are, each of which is one task and one file a table (default: by users "
                        + "and cores). Makes no difference to what the tables hold."
            })
    private Integer partitions;

    @Option(names = "--end", paramLabel = "DATE", description = "Last day of the period, as in 2026-06-30.")
    private String end;

    @Mixin
    private ScenarioOptions asked = new ScenarioOptions();

    @Option(
            names = "--continue",
            paramLabel = "URI",
            description = {
                "Go on with the population of a folder of tables: --users and --days (or --end) are those of the new "
                        + "one, which contains the old users with every row they had. Refused when it would not."
            })
    private String continued;

    @Option(
            names = {"-f", "--force"},
            description = "Replace tables that are there already.")
    private boolean force;

    @Option(
            names = "--resume",
            description = "Go on with an interrupted run of the same, after the ranges of users that it completed.")
    private boolean resume;

    @Option(names = "--engine", hidden = true, description = "What brought the command here.")
    private String engine;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    Generate() {}

    public static void main(String[] arguments) {
        Program.main(new Generate(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (partitions != null && partitions < 1) {
            err.println("--partitions: expected at least 1, not " + partitions);
            return 2;
        }
        if (noRules && rules != null) {
            err.println("--no-rules: expected without --rules");
            return 2;
        }
        if (resume && force) {
            err.println("--resume: expected without --force");
            return 2;
        }
        String obstacle = continued == null ? null : whatCannotGoOn();
        if (obstacle != null) {
            err.println("--continue: expected " + obstacle);
            return 2;
        }
        long start = System.nanoTime();
        try (SparkSession spark = Program.session()) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            Optional<RunOrigin> former = Optional.ofNullable(continued)
                    .map(uri -> OutputFolder.at(uri, hadoop).manifest().record().origin());
            Population population = population(hadoop, former);
            long begin = System.nanoTime();
            Optional<OldRows> old = former.map(origin -> new OldRows(spark, continued, origin.to()));
            DistributedGeneration.Made made = new DistributedGeneration(spark, population, old)
                    .into(out, existing(), partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions));
            PrintWriter lines = spec.commandLine().getOut();
            Outcome outcome = Outcome.of(out, made.manifest(), made.usersKept(), since(start), since(begin));
            if (json) {
                Program.print(outcome, lines);
            } else {
                outcome.lines().forEach(lines::println);
            }
        }
        return 0;
    }

    private Existing existing() {
        return resume ? Existing.CONTINUE : force ? Existing.REPLACE : Existing.REFUSE;
    }

    private String whatCannotGoOn() {
        Optional<String> obstacle = asked.obstacleToGoingOn(end);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (spec.commandLine().getParseResult().hasMatchedPositional(0)) {
            return "without SCENARIO, which the folder names";
        }
        try {
            lastDay();
        } catch (DateTimeParseException e) {
            return "with an --end as 2026-06-30, not " + end;
        }
        return out.equals(continued) ? "with --out, another folder than " + continued : null;
    }

    private Optional<LocalDate> lastDay() {
        return Optional.ofNullable(end).map(LocalDate::parse);
    }

    private Population population(Configuration hadoop, Optional<RunOrigin> former) throws IOException {
        try (Inputs inputs = new Inputs(hadoop)) {
            ScenarioSource source = former.isPresent()
                    ? goingOn(former.get())
                    : ScenarioSource.load(
                            inputs.scenario(scenario),
                            List.of(inputs.shippedScenarios()),
                            asked.overrides(new Overrides(), end));
            Optional<CompiledRevision> compiled = noRules
                    ? Optional.empty()
                    : Optional.of(CompiledRevision.of(
                            RuleSource.read(inputs.rules(Optional.ofNullable(rules))), CompiledStore.standard()));
            return new Population(source, compiled, ProductVersion.number());
        }
    }

    private ScenarioSource goingOn(RunOrigin origin) {
        FormerPopulation former = FormerPopulation.of(continued, origin);
        ScenarioSource source = asked.goingOn(former, lastDay());
        former.requireRoom(ScenarioReader.read(source));
        return source;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
