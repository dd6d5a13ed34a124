package dev.spendsense.workbench.explain;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.Postings;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.workbench.explain.Scoring.Group;
import dev.spendsense.workbench.explain.Scoring.Weighed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that rules concluded of a user at a date, with the rule behind each conclusion and the transactions behind
 * each figure.
 *
 * @param findings what was concluded, with every firing; revision and date are in here
 * @param personas one for each persona of the vocabulary: those assigned by rank, then the others by confidence
 * @param signals every signal that was measured
 * @param notes what rules noted while they ranked personas, such as who goes ahead
 * @param advice what was given
 * @param heldBack what guardrails held back
 */
public record Explanation(
        Findings findings,
        List<PersonaVerdict> personas,
        List<MeasuredSignal> signals,
        List<Noted> notes,
        List<ExplainedAdvice> advice,
        List<HeldBack> heldBack) {

    public Explanation {
        personas = List.copyOf(personas);
        signals = List.copyOf(signals);
        notes = List.copyOf(notes);
        advice = List.copyOf(advice);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * Judges a user again and notes every step.
     *
     * @param asOf a day of the history
     * @throws IllegalArgumentException when it is none, or when the user does not consent to be judged
     */
    public static Explanation of(RuleBase rules, History history, LocalDate asOf) {
        if (!history.customer().consent()) {
            throw new IllegalArgumentException(history.customer().id() + " does not consent to be judged");
        }
        History seen = history.until(asOf);
        return new Telling(rules, seen, rules.explain(rules.behavior(seen))).tell();
    }

    /** The persona's verdict, if there is a persona of the name. */
    public Optional<PersonaVerdict> persona(String name) {
        return personas.stream().filter(it -> it.persona().equals(name)).findFirst();
    }

    /**
     * Something that one rule told others.
     *
     * @param said what it is about, and whom it concerns
     * @param rule which said it
     */
    public record Noted(String said, RulePlace rule) {}

    /** Puts the pieces together. */
    private static final class Telling {

        private static final String PERSONAS = "personas";

        private final Findings findings;
        private final Definitions definitions;
        private final Attribution attribution;
        private final Postings postings;

        Telling(RuleBase rules, History history, Findings findings) {
            this.findings = findings;
            this.definitions = rules.definitions();
            this.attribution = new Attribution(rules.source(), findings.firings());
            this.postings = new Postings(history);
        }

        Explanation tell() {
            return new Explanation(
                    findings,
                    definitions.vocabulary().personas().values().stream()
                            .map(this::verdict)
                            .sorted(Comparator.comparingInt(Telling::rank)
                                    .thenComparingDouble(it -> -it.scoring()
                                            .map(Scoring::score)
                                            .map(Score::confidence)
                                            .orElse(0.0)))
                            .toList(),
                    findings.signals().stream().map(this::measured).toList(),
                    attribution.notes(PERSONAS),
                    findings.recommendations().stream()
                            .map(advice -> new ExplainedAdvice(
                                    advice,
                                    drafted(advice.kind(), advice.code(), advice.persona()),
                                    advice.bindings().stream()
                                            .map(it -> new ExplainedAdvice.Quoted(
                                                    it, OpenedSource.all(it.sources(), postings)))
                                            .toList()))
                            .toList(),
                    findings.blocked().stream()
                            .map(blocked -> new HeldBack(
                                    blocked,
                                    drafted(blocked.kind(), blocked.code(), blocked.persona()),
                                    attribution.behind(blocked)))
                            .toList());
        }

        private static int rank(PersonaVerdict verdict) {
            return verdict.assigned().map(it -> it.rank()).orElse(Integer.MAX_VALUE);
        }

        private List<RulePlace> drafted(Kind kind, String code, String persona) {
            return attribution.behind(kind.name().toLowerCase(Locale.ROOT) + " " + code + " for " + persona);
        }

        private MeasuredSignal measured(Signal signal) {
            return new MeasuredSignal(
                    signal, attribution.behind(signal.text()), OpenedSource.all(signal.sources(), postings));
        }

        private PersonaVerdict verdict(Persona persona) {
            CriterionReader reader =
                    new CriterionReader(persona.name(), findings, definitions.parameters(), attribution);
            return new PersonaVerdict(
                    persona.name(),
                    persona.title(),
                    findings.persona(persona.name()),
                    findings.persona(persona.name()).map(attribution::behind).orElse(List.of()),
                    reader.criteria(),
                    findings.scores().stream()
                            .filter(score -> score.persona().equals(persona.name()))
                            .findFirst()
                            .map(score -> scoring(persona, score)),
                    reader.assignment());
        }

        private Scoring scoring(Persona persona, Score score) {
            return new Scoring(
                    score,
                    attribution.behind(score),
                    persona.priorParameter(),
                    definitions.parameters().value(persona.priorParameter()),
                    persona.groups().stream()
                            .map(group -> group(persona, group))
                            .toList());
        }

        private Group group(Persona persona, String name) {
            List<Evidence> all = findings.evidence().stream()
                    .filter(it ->
                            it.persona().equals(persona.name()) && it.group().equals(name))
                    .sorted(Comparator.comparingDouble(it -> -Math.abs(it.logOdds())))
                    .toList();
            return new Group(
                    name,
                    all.stream().mapToDouble(Evidence::logOdds).sum(),
                    persona.capParameter(name),
                    definitions.parameters().value(persona.capParameter(name)),
                    all.stream().map(this::weighed).toList());
        }

        private Weighed weighed(Evidence evidence) {
            return new Weighed(
                    evidence,
                    attribution.behind(evidence),
                    definitions.parameters().value(evidence.weight()),
                    evidence.signal().map(this::measured));
        }
    }
}
