package dev.spendsense.web.rules;

import dev.spendsense.findings.Kind;
import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.rules.definitions.SignalType;
import dev.spendsense.workbench.cases.CaseTopics;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.doc.RuleIndex.Entry;
import dev.spendsense.workbench.doc.RuleIndex.Named;
import dev.spendsense.workbench.revisions.Revision;
import java.time.Instant;
import java.util.List;

/** What is answered about the rules. */
interface RulesJson {

    /**
     * The rules.
     *
     * @param revision those that judge
     * @param folderRevision what the rule folder is; another one while an edit is tried, or was refused
     * @param draftsAccepted whether drafts may be sent
     */
    record Rules(
            String revision,
            String folderRevision,
            boolean draftsAccepted,
            Counts counts,
            List<Phase> phases,
            List<Entry> rules) {}

    /** How many there are of each. */
    record Counts(int files, int rules, int parameters, int signals, int personas, int content) {}

    /** A phase with how many rules it has, in the order in which phases fire. */
    record Phase(String name, int rules) {}

    /**
     * A file of the rule folder.
     *
     * @param kind {@code rules}, {@code declaration} or {@code case}
     * @param bytes length in UTF-8
     */
    record File(String path, String kind, int bytes, int lines) {}

    /** A file with its text. */
    record Text(String path, String kind, String text) {}

    /**
     * A parameter, and who uses it.
     *
     * @param low the least value that its unit has; missing when there is none
     * @param high the largest
     */
    record ParameterUse(
            String name,
            double value,
            String unit,
            Double low,
            Double high,
            String meaning,
            String source,
            List<Named> usedBy) {

        static ParameterUse of(Parameter it, List<Named> users) {
            Parameters.Range range = Parameters.Range.of(it.unit());
            return new ParameterUse(
                    it.name(),
                    it.value(),
                    it.unit().label(),
                    range.low().isPresent() ? range.low().getAsDouble() : null,
                    range.high().isPresent() ? range.high().getAsDouble() : null,
                    it.meaning(),
                    it.source(),
                    users);
        }
    }

    /**
     * The words of the rules.
     *
     * @param figures names of the figures that conditions of an impact can be about
     */
    record Words(
            List<SignalWord> signals,
            List<PersonaWord> personas,
            List<ContentWord> content,
            List<Integer> windows,
            List<String> tags,
            List<String> figures,
            String disclosure) {}

    /** A signal, and which rules measure and read it. */
    record SignalWord(String name, String title, List<Named> measuredBy, List<Named> readBy) {

        static SignalWord of(SignalType it, List<Named> makers, List<Named> readers) {
            return new SignalWord(it.name(), it.title(), makers, readers);
        }
    }

    record PersonaWord(String name, String title, List<String> groups) {

        static PersonaWord of(Persona it) {
            return new PersonaWord(it.name(), it.title(), it.groups());
        }
    }

    record ContentWord(
            String code,
            Kind kind,
            String title,
            String body,
            String rationale,
            List<String> personas,
            int priority,
            String product) {

        static ContentWord of(ContentItem it) {
            return new ContentWord(
                    it.code(),
                    it.kind(),
                    it.title(),
                    it.body(),
                    it.rationale(),
                    it.personas(),
                    it.priority(),
                    it.product().isEmpty() ? null : it.product());
        }
    }

    /**
     * A revision that was kept.
     *
     * @param live whether it judges
     */
    record Kept(
            String revision,
            String parent,
            Instant at,
            String author,
            String note,
            int rules,
            int warnings,
            int cases,
            boolean live) {

        static Kept of(Revision it, String judging) {
            return new Kept(
                    it.sha(),
                    it.parent().orElse(null),
                    it.remark().at(),
                    it.remark().author(),
                    it.remark().note(),
                    it.fitness().rules(),
                    it.fitness().warnings(),
                    it.fitness().cases(),
                    it.sha().equals(judging));
        }
    }

    /**
     * What makes one revision another.
     *
     * @param changes thing by thing
     * @param text the texts in the unified format
     */
    record Difference(String from, String to, List<Change> changes, String text) {}

    /** A case of the rules, and the words that it names. */
    record CaseWord(
            String name,
            String file,
            int line,
            List<String> rules,
            List<String> signals,
            List<String> personas,
            List<String> advice,
            List<String> parameters) {

        static CaseWord of(CaseTopics it) {
            return new CaseWord(
                    it.name(),
                    it.file(),
                    it.line(),
                    List.copyOf(it.rules()),
                    List.copyOf(it.signals()),
                    List.copyOf(it.personas()),
                    List.copyOf(it.advice()),
                    List.copyOf(it.parameters()));
        }
    }
}
