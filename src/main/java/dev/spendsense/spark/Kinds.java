package dev.spendsense.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.report.calibration.ReliabilityBin;
import dev.spendsense.report.calibration.ReliabilitySums;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Persona;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.report.study.Testimony;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * The users of a folder of tables, counted by what was planted in them and what was assigned to them at the latest look,
 * and what was assigned summed up by confidence. All of that is done where the tables are; what comes here is a row a
 * kind and a row a bin, of which there are few however many users there are.
 *
 * @param study one subject of every kind, with confidences of 0; nothing else is known of them
 * @param users how many there are of each
 * @param reliability sums over all assignments
 */
record Kinds(Study study, int[] users, ReliabilitySums reliability) {

    private static final UserDefinedFunction BIN =
            udf((UDF1<Double, Integer>) ReliabilityBin::of, DataTypes.IntegerType);

    /** @param table gives a public table by its name */
    static Kinds among(Manifest manifest, Function<String, Dataset<Row>> table) {
        Dataset<Row> judged = judged(table);
        List<Row> kinds = judged.select(
                        col("truths"),
                        expr("transform(answers, one -> struct(one.persona, one.rank))")
                                .as("answers"))
                .groupBy("truths", "answers")
                .agg(count(lit(1)).as("users"))
                .collectAsList();
        Set<String> scored = new HashSet<>();
        for (Row row : table.apply("scores").select("persona").distinct().collectAsList()) {
            scored.add(row.getString(0));
        }
        LocalDate asOf = manifest.run().to();
        List<Subject> subjects = new ArrayList<>();
        int[] users = new int[kinds.size()];
        for (Row kind : kinds) {
            users[subjects.size()] = Math.toIntExact(kind.getLong(2));
            subjects.add(subject(String.valueOf(subjects.size()), kind, asOf));
        }
        List<Persona> personas = manifest.run().rules().personas().stream()
                .map(word -> new Persona(word.name(), word.title(), scored.contains(word.name())))
                .toList();
        return new Kinds(new Study(personas, subjects, new Testimony()), users, reliability(judged));
    }

    /** A row for everybody who was judged: what was planted and holds at the latest look, and what was assigned then. */
    private static Dataset<Row> judged(Function<String, Dataset<Row>> table) {
        Dataset<Row> latest =
                table.apply("looks").groupBy("user_id").agg(max("as_of").as("as_of"));
        Dataset<Row> truths = table.apply("ground_truth")
                .join(latest, "user_id")
                .where("as_of BETWEEN from_date AND to_date")
                .groupBy("user_id")
                .agg(collect_list(struct("sequence", "profile")).as("truths"));
        Dataset<Row> answers = table.apply("persona_assignments")
                .join(latest, new String[] {"user_id", "as_of"})
                .groupBy("user_id")
                .agg(collect_list(struct("number", "persona", "rank", "confidence"))
                        .as("answers"));
        return latest.join(truths, new String[] {"user_id"}, "left")
                .join(answers, new String[] {"user_id"}, "left")
                .select(
                        expr("transform(array_sort(truths), one -> one.profile)")
                                .as("truths"),
                        expr("array_sort(answers)").as("answers"));
    }

    private static ReliabilitySums reliability(Dataset<Row> judged) {
        ReliabilitySums sums = new ReliabilitySums();
        judged.selectExpr("truths", "explode(answers) AS answer")
                .select(
                        BIN.apply(col("answer.confidence")).as("bin"),
                        expr("coalesce(array_contains(truths, answer.persona), false)")
                                .as("is_right"),
                        col("answer.confidence").as("confidence"))
                .groupBy("bin", "is_right")
                .agg(count(lit(1)), sum("confidence"), sum(expr("confidence * confidence")))
                .collectAsList()
                .forEach(row ->
                        sums.add(row.getInt(0), row.getBoolean(1), row.getLong(2), row.getDouble(3), row.getDouble(4)));
        return sums;
    }

    private static Subject subject(String name, Row kind, LocalDate asOf) {
        List<Episode> episodes = kind.isNullAt(0)
                ? List.of()
                : kind.<String>getList(0).stream()
                        .map(profile -> new Episode(profile, asOf, asOf, Episode.FROM_THE_START, 1))
                        .toList();
        List<PersonaAssignment> assignments = kind.isNullAt(1)
                ? List.of()
                : kind.<Row>getList(1).stream()
                        .map(one -> new PersonaAssignment(one.getString(0), one.getInt(1), 0))
                        .toList();
        return new Subject(
                0, 0, "", 0, asOf, new GroundTruth(name, episodes, List.of()), List.of(new Look(asOf, assignments)));
    }
}
