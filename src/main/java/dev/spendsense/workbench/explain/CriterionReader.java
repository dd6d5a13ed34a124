package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.grammar.RuleOutline.Match;
import dev.spendsense.rules.grammar.RuleOutline.Role;
import dev.spendsense.workbench.explain.Criterion.Alternative;
import dev.spendsense.workbench.explain.Criterion.Condition;
import dev.spendsense.workbench.explain.Criterion.Limit;
import dev.spendsense.workbench.explain.Criterion.Pattern;
import dev.spendsense.workbench.explain.Criterion.State;
import dev.spendsense.workbench.explain.PatternText.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Holds the conditions of rules against what was concluded of a user. What it cannot read it quotes and leaves open; whether
 * a rule came to its conclusion is never read but taken from the trace.
 */
final class CriterionReader {

    private static final String READING = "Reading";
    private static final String SCORE = "Score";
    private static final String NOTE = "Note";
    private static final Set<String> COMPARISONS = Set.of(">", ">=", "<", "<=", "==");

    /** Concluded by rules, so that the trace tells whether there is one. */
    private static final Set<String> CONCLUDED =
            Set.of("Standing", "Assigned", "Subscription", "Unused", "Draft", "Blocked");

    private final String persona;
    private final Findings findings;
    private final Parameters parameters;
    private final Attribution attribution;

    CriterionReader(String persona, Findings findings, Parameters parameters, Attribution attribution) {
        this.persona = persona;
        this.findings = findings;
        this.parameters = parameters;
        this.attribution = attribution;
    }

    /** The rules that can say that the persona's published criterion is met. */
    List<Criterion> criteria() {
        List<Candidate> met = findings.candidates().stream()
                .filter(candidate -> candidate.persona().equals(persona))
                .toList();
        return attribution.concluding("Candidate").stream()
                .filter(rule -> concerns(rule, "Candidate"))
                .map(rule -> criterion(
                        rule, met.stream().anyMatch(it -> attribution.behind(it).contains(Attribution.place(rule)))))
                .toList();
    }

    /** The rules that assign personas, as far as they ask something of this one's score or are about it alone. */
    List<Criterion> assignment() {
        List<Criterion> read = new ArrayList<>();
        boolean judged = findings.scores().stream().anyMatch(it -> it.persona().equals(persona));
        for (RuleOutline rule : attribution.rules()) {
            boolean named = rule.conclusions().stream()
                    .anyMatch(it -> it.fact().equals("Assigned") && it.name().equals(persona));
            boolean scored = judged
                    && rule.conclusions().stream()
                            .anyMatch(it -> Set.of("Standing", "Assigned", NOTE).contains(it.fact()))
                    && rule.matches().stream().anyMatch(match -> asksOwnScore(rule, match));
            if (named || scored) {
                boolean met = attribution.firings(rule).stream()
                        .flatMap(firing -> firing.conclusions().stream())
                        .anyMatch(it -> it.startsWith(persona + " ") || it.endsWith(" " + persona));
                read.add(criterion(rule, met));
            }
        }
        return read;
    }

    private boolean concerns(RuleOutline rule, String fact) {
        return rule.conclusions().stream()
                .filter(it -> it.fact().equals(fact))
                .anyMatch(it -> it.name().equals(persona));
    }

    private boolean asksOwnScore(RuleOutline rule, Match match) {
        Set<String> names = match.names();
        return match.fact().equals(SCORE)
                && match.role() == Role.EACH
                && (names.isEmpty() || names.contains(persona))
                && PatternText.of(rule, match).constraints().stream()
                        .anyMatch(it -> !it.left().equals("persona"));
    }

    private Criterion criterion(RuleOutline rule, boolean met) {
        List<Pattern> patterns = new ArrayList<>();
        for (Match match : rule.matches()) {
            PatternText text = PatternText.of(rule, match);
            boolean concluded = CONCLUDED.contains(match.fact()) || match.fact().equals(NOTE);
            if (concluded || !text.constraints().stream().allMatch(Constraint::links)) {
                patterns.add(new Pattern(
                        match.fact(), match.role() != Role.NOT, text.text(), alternatives(match, text, concluded)));
            }
        }
        return new Criterion(Attribution.place(rule), met, patterns);
    }

    private List<Alternative> alternatives(Match match, PatternText text, boolean concluded) {
        if (match.role() == Role.SUMMED_UP) {
            return List.of(unread(text));
        }
        if (match.fact().equals(READING)) {
            return readings(match, text);
        }
        if (match.fact().equals(SCORE)) {
            return scores(match, text);
        }
        if (match.fact().equals(NOTE)) {
            return notes(match, text);
        }
        if (concluded && text.constraints().isEmpty()) {
            return attribution.conclusions(match.fact()).stream()
                    .map(said -> new Alternative(said, List.of()))
                    .toList();
        }
        return List.of(unread(text));
    }

    private static Alternative unread(PatternText text) {
        return new Alternative(
                "",
                text.constraints().stream()
                        .filter(it -> !it.links())
                        .map(it -> new Condition(it.text(), State.UNKNOWN, Optional.empty()))
                        .toList());
    }

    private List<Alternative> readings(Match match, PatternText text) {
        List<Integer> windows = text.constraints().stream()
                .filter(it -> it.compares("windowDays", "=="))
                .flatMap(it -> it.number().stream())
                .map(Double::intValue)
                .toList();
        List<Constraint> asked = text.constraints().stream()
                .filter(it -> !it.left().equals("type"))
                .filter(it -> !it.compares("windowDays", "==") || it.number().isEmpty())
                .toList();
        List<Alternative> alternatives = new ArrayList<>();
        for (String type : match.names()) {
            List<Signal> measured = findings.signals().stream()
                    .filter(signal -> signal.type().equals(type))
                    .filter(signal -> windows.isEmpty() || windows.contains(signal.windowDays()))
                    .toList();
            for (Signal signal : measured) {
                alternatives.add(new Alternative(
                        type + " over " + signal.windowDays() + " days",
                        asked.stream().map(it -> ofSignal(it, signal)).toList()));
            }
            if (measured.isEmpty()) {
                String days = windows.isEmpty() ? "" : " over " + windows.get(0) + " days";
                alternatives.add(new Alternative(
                        type + days, List.of(new Condition("is unknown", State.UNKNOWN, Optional.empty()))));
            }
        }
        return alternatives.isEmpty() ? List.of(unread(text)) : alternatives;
    }

    private Condition ofSignal(Constraint constraint, Signal signal) {
        boolean denied = constraint.deniedField().filter("detected"::equals).isPresent();
        if (denied || constraint.field().filter("detected"::equals).isPresent()) {
            Limit limit = new Limit(
                    OptionalDouble.of(signal.value()),
                    signal.unit().label(),
                    signal.comparison().symbol(),
                    signal.threshold(),
                    signal.thresholdValue());
            return new Condition(constraint.text(), state(signal.detected() != denied), Optional.of(limit));
        }
        return constraint.left().equals("value")
                ? compared(constraint, signal.value(), signal.unit().label())
                : new Condition(constraint.text(), State.UNKNOWN, Optional.empty());
    }

    private List<Alternative> scores(Match match, PatternText text) {
        List<Constraint> asked = text.constraints().stream()
                .filter(it -> !it.left().equals("persona"))
                .toList();
        Set<String> names = match.names().isEmpty() ? Set.of(persona) : match.names();
        return findings.scores().stream()
                .filter(score -> names.contains(score.persona()))
                .filter(score -> match.role() != Role.EACH
                        || !names.contains(persona)
                        || score.persona().equals(persona))
                .map(score -> new Alternative(
                        "score of " + score.persona(),
                        asked.stream().map(it -> ofScore(it, score)).toList()))
                .toList();
    }

    private Condition ofScore(Constraint constraint, Score score) {
        boolean denied = constraint.deniedField().filter("candidate"::equals).isPresent();
        if (denied || constraint.field().filter("candidate"::equals).isPresent()) {
            return new Condition(constraint.text(), state(score.candidate() != denied), Optional.empty());
        }
        return switch (constraint.left()) {
            case "confidence" -> compared(constraint, score.confidence(), "probability");
            case "logOdds" -> compared(constraint, score.logOdds(), "log_odds");
            default -> new Condition(constraint.text(), State.UNKNOWN, Optional.empty());
        };
    }

    private List<Alternative> notes(Match match, PatternText text) {
        Optional<Constraint> subject = text.constraints().stream()
                .filter(it -> it.compares("subject", "=="))
                .findFirst();
        String wanted = subject.map(it -> it.right().get(0))
                .map(word -> word.isString() ? word.text() : persona)
                .orElse("");
        return attribution.conclusions(NOTE).stream()
                .filter(said ->
                        match.names().isEmpty() || match.names().stream().anyMatch(name -> said.startsWith(name + " ")))
                .filter(said -> wanted.isEmpty() || said.endsWith(" " + wanted))
                .map(said -> new Alternative(said, List.of()))
                .toList();
    }

    private Condition compared(Constraint constraint, double value, String unit) {
        Optional<String> name = constraint.parameter().filter(parameters::has);
        Optional<Double> threshold =
                name.map(parameters::get).map(Parameter::value).or(constraint::number);
        if (threshold.isEmpty() || !COMPARISONS.contains(constraint.operator())) {
            return new Condition(constraint.text(), State.UNKNOWN, Optional.empty());
        }
        Limit limit =
                new Limit(OptionalDouble.of(value), unit, constraint.operator(), name.orElse(""), threshold.get());
        return new Condition(
                constraint.text(), state(holds(value, constraint.operator(), threshold.get())), Optional.of(limit));
    }

    private static boolean holds(double value, String comparison, double threshold) {
        return switch (comparison) {
            case ">" -> value > threshold;
            case ">=" -> value >= threshold;
            case "<" -> value < threshold;
            case "<=" -> value <= threshold;
            default -> value == threshold;
        };
    }

    private static State state(boolean holds) {
        return holds ? State.HOLDS : State.FAILS;
    }
}
