package dev.spendsense.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.formats.FolderReader;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.dataset.formats.Part;
import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.calibration.Calibration;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.study.Study;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.run.FormerPopulation;
import dev.spendsense.run.NotContinued;
import dev.spendsense.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark makes is what this machine makes, whatever happens on the way. */
class SparkTest {

    private static final int PARTITIONS = 5;
    private static final String SECOND_RANGE = "users-00000022-00000043.parquet";
    private static final String THIRD_RANGE = "users-00000044-00000065.parquet";
    private static final String FOURTH_RANGE = "users-00000066-00000087.parquet";

    private static SparkSession spark;
    private static RunRecord local;
    private static Path dataset;
    private static Path folder;

    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void make() {
        spark = SparkSession.builder()
                .master("local[2,4]")
                .appName("spendsense-test")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.warehouse.dir", shared.resolve("warehouse").toString())
                .config("spark.hadoop.fs.flaky.impl", FlakyFileSystem.class.getName())
                .getOrCreate();
        dataset = shared.resolve("local.db");
        local = People.dataset(dataset);
        folder = shared.resolve("spark");
        into(folder.toString(), PARTITIONS);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void users_and_fingerprints_are_those_of_a_run_on_this_machine() {
        assertThat(FolderReader.open(folder).manifest().record()).isEqualTo(local);
        assertThat(FolderReader.open(folder).into(temporary.resolve("again.db"), false))
                .isEqualTo(local);
    }

    @Test
    void the_number_of_partitions_makes_no_difference() {
        Manifest one = into(temporary.resolve("one").toString(), 1);
        assertThat(one.parts()).hasSize(1);
        assertThat(one.record()).isEqualTo(local);
        Manifest many = into(temporary.resolve("many").toString(), 7);
        assertThat(many.parts()).hasSize(7);
        assertThat(many.record()).isEqualTo(local);
    }

    @Test
    void tasks_that_fail_and_are_tried_again_leave_no_trace() throws IOException {
        FlakyFileSystem.FAILURES.set(0);
        // No range can meet more than three of these, and each is tried four times.
        FlakyFileSystem.FAILING_CREATIONS.addAll(List.of("/users.parquet", "/blocked.parquet"));
        FlakyFileSystem.FAILING_RENAMES.addAll(
                List.of("/users/" + SECOND_RANGE, "/transactions/" + THIRD_RANGE, "/blocked/" + FOURTH_RANGE));
        Path flaky = temporary.resolve("flaky");
        Manifest manifest = into("flaky://" + flaky, PARTITIONS);
        assertThat(FlakyFileSystem.FAILURES).hasValue(5);
        assertThat(manifest.record()).isEqualTo(local);
        assertThat(contents(flaky)).isEqualTo(contents(folder));
    }

    @Test
    void a_run_that_fails_for_good_is_never_taken_for_complete() {
        FlakyFileSystem.FAILING_RENAMES.add("/" + Manifest.FILE);
        Path flaky = temporary.resolve("flaky");
        assertThatThrownBy(() -> into("flaky://" + flaky, PARTITIONS)).hasMessageContaining("cannot write");
        assertThat(flaky.resolve(Manifest.FILE)).doesNotExist();
        assertThat(flaky.resolve("_temporary")).doesNotExist();
        assertThatThrownBy(() -> FolderReader.open(flaky)).hasMessageContaining("not complete");
        assertThatThrownBy(() -> into("flaky://" + flaky, PARTITIONS))
                .hasMessageContaining("an interrupted run with 5 complete ranges of users; --resume goes on with it");
        assertThat(goOn(flaky.toString()).manifest().record()).isEqualTo(local);
    }

    @Test
    void a_rule_that_fails_on_an_executor_is_told_as_on_this_machine() {
        Population population = People.judgedAlsoBy("""
                rule "Go on for ever"
                    ruleflow-group "signals"
                when
                    $u : User()
                    $r : Reading( type == "credit_utilization", windowDays == 180 )
                then
                    insert( $u.last(180).signal("credit_utilization", $r.measure()).atLeast("card_high") );
                end
                """);
        Path out = temporary.resolve("failing");
        assertThatThrownBy(() -> new DistributedGeneration(spark, population)
                        .into(out.toString(), Existing.REFUSE, OptionalInt.of(1)))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("Go on for ever")
                .hasMessageMatching("(?s).*\\bu[0-9a-z]{12}\\b.*");
        assertThat(out.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void what_a_rule_does_wrong_on_an_executor_is_told_without_the_engine() {
        Population population = People.judgedAlsoBy("""
                rule "Ask for nothing"
                    ruleflow-group "signals"
                when
                    $w : Window( days == 180 )
                then
                    insert( $w.signal("low_utilization", $w.cards().highestUtilization())
                        .below("card_low" + $w.days()) );
                end
                """);
        Path out = temporary.resolve("failing");
        assertThatThrownBy(() -> new DistributedGeneration(spark, population)
                        .into(out.toString(), Existing.REFUSE, OptionalInt.of(1)))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("rule \"Ask for nothing\" failed on u");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void a_run_that_was_interrupted_is_gone_on_with_after_its_complete_ranges() throws IOException {
        // What the four attempts at the third range leave: some files with their names, and no record.
        FlakyFileSystem.REFUSED_RENAME.set("/transactions/" + THIRD_RANGE);
        Path flaky = temporary.resolve("flaky");
        assertThatThrownBy(() -> into("flaky://" + flaky, PARTITIONS))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("cannot write ")
                .hasMessageContaining("made to fail");
        FlakyFileSystem.REFUSED_RENAME.set(null);
        assertThat(flaky.resolve("_temporary")).doesNotExist();
        assertThat(flaky.resolve("users").resolve(THIRD_RANGE)).exists();
        Path complete = flaky.resolve("transactions").resolve("users-00000000-00000021.parquet");
        FileTime written = Files.getLastModifiedTime(complete);

        assertThatThrownBy(() -> new DistributedGeneration(spark, People.OTHERS)
                        .into(flaky.toString(), Existing.CONTINUE, OptionalInt.of(PARTITIONS)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("an interrupted run of something else (seed ");
        DistributedGeneration.Made made = goOn(flaky.toString());
        assertThat(made.manifest().record()).isEqualTo(local);
        assertThat(made.usersKept()).isBetween(22, People.USERS - 22);
        Outcome outcome =
                Outcome.of("flaky", made.manifest(), made.usersKept(), Duration.ofSeconds(9), Duration.ofSeconds(6));
        assertThat(outcome.microsecondsPerUser()).isEqualTo(Math.round(6e6 / (People.USERS - made.usersKept())));
        assertThat(outcome.lines().get(1)).contains("; " + made.usersKept() + " users are kept of an interrupted run");
        assertThat(contents(flaky)).isEqualTo(contents(folder));
        assertThat(Files.getLastModifiedTime(complete)).isEqualTo(written);
        assertThat(flaky.resolve(".run")).doesNotExist();
        assertThatThrownBy(() -> goOn(flaky.toString())).hasMessageContaining("a complete dataset already");
    }

    @Test
    void two_attempts_at_the_same_users_put_the_same_in_the_same_place() throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Path twice = temporary.resolve("twice");
        OutputFolder out = OutputFolder.at(twice.toString(), hadoop);
        UserRange range = new UserRange(22, 22);
        Part first = RangeTask.write(People.POPULATION, range, out, hadoop, "attempt-1");
        Map<String, Integer> before = contents(twice);
        Part second = RangeTask.write(People.POPULATION, range, out, hadoop, "attempt-2");
        assertThat(second).isEqualTo(first);
        assertThat(contents(twice)).isEqualTo(before).hasSize(first.files().size() + 1); // and the record of the range
    }

    @Test
    void what_does_not_belong_to_a_range_is_noticed() throws IOException {
        OutputFolder out =
                OutputFolder.at(folder.toString(), spark.sparkContext().hadoopConfiguration());
        List<Part> parts = FolderReader.open(folder).manifest().parts();
        out.settle(parts);
        assertThatThrownBy(() -> out.settle(parts.subList(1, parts.size())))
                .hasMessageContaining("does not hold what was written")
                .hasMessageContaining("users-00000000-00000021.parquet");
    }

    @Test
    void a_user_who_is_missing_or_there_twice_is_noticed() {
        assertThat(WrittenUsers.read(spark.read().parquet(folder + "/users"), People.USERS)
                        .data())
                .isEqualTo(local.fingerprint());
        String first = folder + "/users/users-00000000-00000021.parquet";
        String second = folder + "/users/" + SECOND_RANGE;
        String third = folder + "/users/" + THIRD_RANGE;
        assertThatThrownBy(() -> WrittenUsers.read(spark.read().parquet(first, third), 44))
                .hasMessage("user number 22 is missing");
        assertThatThrownBy(() -> WrittenUsers.read(spark.read().parquet(first, second, first), 66))
                .hasMessage("user number 0 is there twice");
        assertThatThrownBy(() -> WrittenUsers.read(spark.read().parquet(first), 44))
                .hasMessage("there are 22 users instead of 44");
    }

    @Test
    void spark_reads_dates_and_dollars_as_such() throws SQLException {
        var transactions = spark.read().parquet(folder + "/transactions");
        Map<String, String> types = new TreeMap<>();
        Arrays.stream(transactions.schema().fields())
                .forEach(field -> types.put(field.name(), field.dataType().simpleString()));
        assertThat(types)
                .containsEntry("amount", "decimal(12,2)")
                .containsEntry("date", "date")
                .containsEntry("merchant", "string")
                .containsEntry("place", "int");
        Row sums = transactions
                .agg(functions.sum("amount"), functions.min("date"), functions.count(functions.lit(1)))
                .head();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + dataset);
                ResultSet expected = connection
                        .createStatement()
                        .executeQuery("SELECT SUM(amount_cents), MIN(date), COUNT(*) FROM transactions")) {
            assertThat(sums.getDecimal(0).movePointRight(2).longValueExact()).isEqualTo(expected.getLong(1));
            assertThat(sums.<LocalDate>getAs(1)).isEqualTo(LocalDate.parse(expected.getString(2)));
            assertThat(sums.getLong(2)).isEqualTo(expected.getLong(3));
        }
    }

    @Test
    void the_report_on_spark_has_the_figures_of_the_report_on_a_dataset() {
        Report.ReportJson onSpark = Report.of(spark, folder.toString());
        try (Dataset open = Dataset.open(dataset)) {
            Study study = Study.of(List.of(open));
            Accuracy accuracy = Accuracy.atTheEnd(study);
            Calibration calibration = CalibrationSection.atTheEnd(study);
            assertThat(accuracy.macroF1().orElseThrow().value()).isBetween(0.1, 0.99);
            assertThat(onSpark.macroF1().orElseThrow())
                    .isCloseTo(accuracy.macroF1().orElseThrow().value(), within(1e-12));
            assertThat(onSpark.balancedFalsePositiveRate().orElseThrow())
                    .isCloseTo(accuracy.falsePersonas().share().orElseThrow().value(), within(1e-12));
            assertThat(onSpark.expectedCalibrationError().orElseThrow())
                    .isCloseTo(calibration.error().orElseThrow().value(), within(1e-12));
            assertThat(onSpark.brier().orElseThrow())
                    .isCloseTo(calibration.brier().orElseThrow().value(), within(1e-12));
            assertThat(onSpark.judged()).isEqualTo(study.subjects().size()).isLessThan(People.USERS);
            assertThat(onSpark.primaryPersonasByProfile())
                    .isEqualTo(accuracy.confusion().counts());
            assertThat(onSpark.kinds()).isLessThan(study.subjects().size() / 2);
            assertThat(onSpark.rightAssignments().orElseThrow())
                    .isCloseTo(calibration.right().orElseThrow().value(), within(1e-12));
        }
    }

    @Test
    void a_population_goes_on_and_contains_every_old_row() {
        RunOrigin origin = local.origin();
        FormerPopulation former = FormerPopulation.of("old", origin);
        int days = former.daysUntil(origin.to().plusDays(40));
        ScenarioSource source = former.source(Optional.of(People.USERS + 12), Optional.of(days));
        OldRows old = new OldRows(spark, folder.toString(), origin.to());
        Path more = temporary.resolve("more");
        Manifest manifest = new DistributedGeneration(
                        spark, new Population(source, Optional.empty(), "test"), Optional.of(old))
                .into(more.toString(), Existing.REFUSE, OptionalInt.of(3))
                .manifest();
        assertThat(manifest.record().origin().to()).isEqualTo(origin.to().plusDays(40));
        assertThat(manifest.record().counts()).containsEntry("users", People.USERS + 12L);

        ScenarioSource others = new ScenarioSource(
                source.name(),
                source.files(),
                Stream.concat(source.overrides().stream(), Stream.of("defaults.shopping.on_card=[0.3, 0.61]"))
                        .toList());
        Path wrong = temporary.resolve("wrong");
        assertThatThrownBy(() -> new DistributedGeneration(
                                spark, new Population(others, Optional.empty(), "test"), Optional.of(old))
                        .into(wrong.toString(), Existing.REFUSE, OptionalInt.of(3)))
                .isInstanceOf(NotContinued.class)
                .hasMessageContaining("rows of transactions in " + folder);
        assertThat(wrong.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void a_dataset_that_is_there_is_left_alone() throws IOException {
        Map<String, Integer> before = contents(folder);
        assertThatThrownBy(() -> into(folder.toString(), PARTITIONS))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("a complete dataset already");
        assertThat(contents(folder)).isEqualTo(before);
        Path strange = temporary.resolve("strange");
        Files.createDirectories(strange);
        Files.writeString(strange.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> new DistributedGeneration(spark, People.POPULATION)
                        .into(strange.toString(), Existing.REPLACE, OptionalInt.empty()))
                .hasMessageContaining("holds other files than a dataset's");
        assertThat(strange.resolve("thesis.txt")).exists();
    }

    private static DistributedGeneration.Made goOn(String uri) {
        return new DistributedGeneration(spark, People.POPULATION)
                .into(uri, Existing.CONTINUE, OptionalInt.of(PARTITIONS));
    }

    private static Manifest into(String uri, int partitions) {
        return new DistributedGeneration(spark, People.POPULATION)
                .into(uri, Existing.REFUSE, OptionalInt.of(partitions))
                .manifest();
    }

    private static Map<String, Integer> contents(Path of) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(of.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
