package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.report.Headline;
import dev.spendsense.report.accuracy.Confusion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spark-submit --class dev.spendsense.spark.Report spendsense-spark.jar URI}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Measures on Spark how good the rules are on a folder of tables, in the figures that a population of any size "
                    + "gives: accuracy and calibration at the latest look at each user. Prints JSON."
        })
public final class Report implements Callable<Integer> {

    @Parameters(paramLabel = "URI", description = "A folder of Parquet tables with its manifest.")
    private String folder;

    @Option(names = "--engine", hidden = true, description = "What brought the command here.")
    private String engine;

    @Option(names = "--json", hidden = true, description = "What is printed anyway.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    Report() {}

    public static void main(String[] arguments) {
        Program.main(new Report(), arguments);
    }

    /** The report as scripts read it; the first three are those of the report on a dataset. */
    record ReportJson(
            OptionalDouble macroF1,
            OptionalDouble balancedFalsePositiveRate,
            OptionalDouble expectedCalibrationError,
            OptionalDouble brier,
            OptionalDouble rightAssignments,
            long judged,
            int users,
            int kinds,
            Map<String, ? extends SortedMap<String, Integer>> primaryPersonasByProfile,
            List<Confusion.Score> personas,
            String scenario,
            long seed,
            String revision,
            Map<String, String> fingerprints) {}

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Program.session()) {
            Program.print(of(spark, folder), spec.commandLine().getOut());
        }
        return 0;
    }

    static ReportJson of(SparkSession spark, String uri) {
        OutputFolder tables = OutputFolder.at(uri, spark.sparkContext().hadoopConfiguration());
        Manifest manifest = tables.manifest();
        if (manifest.run().rules() == null) {
            throw new DatasetException(
                    Reason.NOT_A_DATASET, uri + ": no rules have judged these users, so there is nothing to measure");
        }
        Kinds kinds = Kinds.among(
                manifest, table -> spark.read().parquet(tables.resolve(table).toString()));
        Headline headline = Headline.of(kinds.study(), kinds.users(), kinds.reliability());
        return new ReportJson(
                headline.macroF1(),
                headline.balancedFalsePositiveRate(),
                headline.expectedCalibrationError(),
                headline.brier(),
                headline.rightAssignments(),
                headline.judged(),
                manifest.users(),
                kinds.users().length,
                headline.primaryPersonasByProfile().counts(),
                headline.personas(),
                manifest.run().scenario().name(),
                manifest.run().seed(),
                manifest.run().rules().revision(),
                manifest.fingerprints());
    }
}
