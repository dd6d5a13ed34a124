package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.dataset.formats.Part;
import dev.spendsense.dataset.formats.RunUnderWay;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.run.Generation;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** A population that executors make, range by range, and write as a folder of tables. */
final class DistributedGeneration {

    /** Large enough for files that are read fast, small enough to be lost without grief. */
    private static final int MOST_USERS_A_RANGE = 10_000;

    /** So that executors which are done early find something else to do. */
    private static final int RANGES_A_CORE = 3;

    /** Files of fewer users than this cost more to open than to read. */
    private static final int FEWEST_USERS_A_RANGE = 200;

    private final SparkSession spark;
    private final Population population;
    private final Optional<OldRows> old;

    /**
     * A folder of tables that is complete.
     *
     * @param usersKept of the users in it, how many an interrupted run had made before
     */
    record Made(Manifest manifest, int usersKept) {}

    DistributedGeneration(SparkSession spark, Population population) {
        this(spark, population, Optional.empty());
    }

    /** @param old rows that must be among those that are written */
    DistributedGeneration(SparkSession spark, Population population, Optional<OldRows> old) {
        this.spark = spark;
        this.population = population;
        this.old = old;
    }

    /**
     * Makes all users and writes them. A run that fails leaves no manifest, but the ranges of users that were complete.
     *
     * @param uri the folder
     * @param existing what is done with tables that are there
     * @param partitions how many ranges the users are made in; empty for as many as suit the cluster
     * @throws DatasetException when the folder holds something that must not be replaced, or cannot be written
     * @throws RuleFailure when a rule fails on a user; the message names both
     * @throws CancellationException when the session was stopped meanwhile
     * @throws IllegalStateException when the tables do not hold exactly the users that they should
     */
    Made into(String uri, Existing existing, OptionalInt partitions) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration hadoop = context.hadoopConfiguration();
        Generation generation = population.generation();
        OutputFolder folder = OutputFolder.at(uri, hadoop);
        int users = generation.users();
        List<Part> kept = folder.prepare(RunUnderWay.of(Format.PARQUET, users, generation.origin()), existing);
        try {
            int ranges = partitions.orElseGet(() -> usualRanges(users, context));
            List<UserRange> missing = kept.isEmpty()
                    ? UserRange.split(users, ranges)
                    : CompleteRanges.missing(users, kept, Math.max(1, (users + ranges - 1) / ranges));
            RangeTask task = new RangeTask(
                    context.broadcast(population),
                    context.broadcast(new SerializableConfiguration(hadoop)),
                    folder.toString());
            List<Part> made = missing.isEmpty()
                    ? List.of()
                    : context.parallelize(missing, missing.size()).map(task).collect();
            List<Part> parts = Stream.concat(kept.stream(), made.stream())
                    .sorted(Comparator.comparingInt(Part::firstUser))
                    .toList();
            folder.settle(parts);
            old.ifPresent(rows -> rows.requireIn(folder.toString()));
            WrittenUsers written = WrittenUsers.read(
                    spark.read().parquet(folder.resolve("users").toString()), users);
            Manifest manifest =
                    Manifest.of(Format.PARQUET, generation.origin(), parts, written.data(), written.findings());
            folder.complete(manifest);
            return new Made(manifest, kept.stream().mapToInt(Part::users).sum());
        } catch (Exception | Error e) { // Spark throws checked exceptions that it does not declare
            folder.abandon();
            if (context.sc().isStopped()) {
                throw (CancellationException) new CancellationException("the run was stopped; " + folder
                                + " keeps the ranges of users that were complete, and --resume goes on with the others")
                        .initCause(e);
            }
            refuse(e, folder);
            throw e;
        }
    }

    /** Throws what went wrong on an executor as it would be thrown here; nothing when it is a fault of the program. */
    private static void refuse(Throwable failure, OutputFolder folder) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleFailure rule) {
                throw rule;
            }
            if (cause instanceof DatasetException obstacle) {
                throw obstacle;
            }
            if (cause instanceof IOException && !(cause instanceof ObjectStreamException)) {
                throw new DatasetException(
                        DatasetException.Reason.NOT_WRITTEN,
                        "cannot write " + folder + ": " + cause.getMessage(),
                        failure);
            }
        }
    }

    private static int usualRanges(int users, JavaSparkContext context) {
        int wanted = context.defaultParallelism() * RANGES_A_CORE;
        int most = Math.max(1, users / FEWEST_USERS_A_RANGE);
        int fewest = (users + MOST_USERS_A_RANGE - 1) / MOST_USERS_A_RANGE;
        return Math.max(fewest, Math.min(wanted, most));
    }
}
