package dev.spendsense.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.findings.PersonaAssignment;
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

/**
 * The users of a folder of tables, counted by what was planted in them and what was assigned to them at the latest look.
 * The count is done where the tables are. What comes here is a row a kind, of which there are few: a confidence follows
 * from which pieces of evidence there are, not from the figures behind them.
 *
 * @param study one subject of every kind; nothing is known of them but truth and answer
 * @param users how many there are of each
 */
record Kinds(Study study, int[] users) {

    /** @param table gives a public table by its name */
    static Kinds among(Manifest manifest, Function<String, Dataset<Row>> table) {
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
        List<Row> kinds = latest.join(truths, new String[] {"user_id"}, "left")
                .join(answers, new String[] {"user_id"}, "left")
                .select(
                        expr("transform(array_sort(truths), one -> one.profile)")
                                .as("truths"),
                        expr("array_sort(answers)").as("answers"))
                .groupBy("truths", "answers")
                .agg(count(lit(1)).as("users"))
                .collectAsList();
        Set<String> scored = new HashSet<>();
        table.apply("scores")
                .select(col("persona"))
                .distinct()
                .collectAsList()
                .forEach(row -> scored.add(row.getString(0)));
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
        return new Kinds(new Study(personas, subjects, new Testimony()), users);
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
                        .map(one -> new PersonaAssignment(one.getString(1), one.getInt(2), one.getDouble(3)))
                        .toList();
        return new Subject(
                0, 0, "", 0, asOf, new GroundTruth(name, episodes, List.of()), List.of(new Look(asOf, assignments)));
    }
}
