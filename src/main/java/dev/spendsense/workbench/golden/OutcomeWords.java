package dev.spendsense.workbench.golden;

import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.simulation.Life;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what was planted and what is concluded into lines that change only when what they say does. */
final class OutcomeWords {

    private final RuleBase rules;

    OutcomeWords(RuleBase rules) {
        this.rules = rules;
    }

    UserOutcome of(String heading, Life life) {
        List<String> lines = new ArrayList<>();
        planted(life.truth(), lines);
        if (life.history().customer().consent()) {
            Findings findings = rules.evaluate(life.history());
            standings(findings).forEach(standing -> lines.addAll(standing.lines()));
            detected(findings, lines);
            advice(findings, lines);
        } else {
            lines.add(UserOutcome.line("consent", "none, so nobody looks"));
        }
        return new UserOutcome(heading, lines);
    }

    private static void planted(GroundTruth truth, List<String> lines) {
        for (Episode episode : truth.episodes()) {
            lines.add(UserOutcome.line(
                    "planted",
                    episode.profile()
                            + days(episode.from(), episode.to())
                            + (episode.cause().equals(Episode.FROM_THE_START) ? "" : " by " + episode.cause())
                            + (episode.intensity() == 1
                                    ? ""
                                    : String.format(Locale.ROOT, ", intensity %.2f", episode.intensity()))));
        }
        truth.events()
                .forEach(event -> lines.add(UserOutcome.line("event", event.name() + days(event.from(), event.to()))));
    }

    private static String days(LocalDate from, LocalDate to) {
        return ", " + from + " to " + to;
    }

    /** Those that are assigned, by rank; then those whose criterion is met in vain, by name. */
    private List<Standing> standings(Findings findings) {
        List<Standing> standings = new ArrayList<>();
        for (PersonaAssignment assigned : findings.personas()) {
            standings.add(new Standing(
                    assigned.persona(),
                    assigned.rank(),
                    percent(assigned.confidence()),
                    groups(assigned.persona(), findings)));
        }
        Map<String, Double> confidences = new HashMap<>();
        for (Score score : findings.scores()) {
            confidences.put(score.persona(), score.confidence());
        }
        findings.candidates().stream()
                .map(Candidate::persona)
                .distinct()
                .sorted()
                .filter(persona -> findings.persona(persona).isEmpty() && confidences.containsKey(persona))
                .map(persona -> new Standing(persona, 0, percent(confidences.get(persona)), groups(persona, findings)))
                .forEach(standings::add);
        return standings;
    }

    private static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * confidence);
    }

    /** What each group counts within its cap, as the confidence does; groups that count nothing are left out. */
    private Map<String, Standing.Weight> groups(String name, Findings findings) {
        Persona persona = rules.definitions().vocabulary().personas().get(name);
        Parameters parameters = rules.definitions().parameters();
        Map<String, Standing.Weight> groups = new LinkedHashMap<>();
        for (String group : persona.groups()) {
            List<Evidence> evidence = findings.evidence().stream()
                    .filter(each -> each.persona().equals(name) && each.group().equals(group) && each.logOdds() != 0)
                    .toList();
            double cap = parameters.value(persona.capParameter(group));
            double sum = evidence.stream().mapToDouble(Evidence::logOdds).sum();
            Standing.Weight weight = Standing.Weight.of(Math.max(-cap, Math.min(cap, sum)), seen(evidence));
            if (!weight.countsNothing()) {
                groups.put(group, weight);
            }
        }
        return groups;
    }

    private static String seen(List<Evidence> evidence) {
        Optional<Evidence> strongest =
                evidence.stream().max(Comparator.comparingDouble(each -> Math.abs(each.logOdds())));
        return strongest.map(Evidence::because).orElse("")
                + (evidence.size() > 1 ? "; and " + (evidence.size() - 1) + " more" : "");
    }

    private static void detected(Findings findings, List<String> lines) {
        SortedMap<Integer, List<String>> types = new TreeMap<>();
        for (Signal signal : findings.signals()) {
            if (signal.detected()) {
                types.computeIfAbsent(signal.windowDays(), days -> new ArrayList<>())
                        .add(signal.type());
            }
        }
        types.forEach((days, detected) ->
                lines.add(UserOutcome.detected(days, detected.stream().sorted().toList())));
    }

    private static void advice(Findings findings, List<String> lines) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        findings.recommendations()
                .forEach(item -> codes.computeIfAbsent(label(item.kind()), kind -> new ArrayList<>())
                        .add(item.code()));
        codes.forEach((kind, given) -> lines.add(UserOutcome.line(kind, String.join(", ", given))));
        findings.blocked()
                .forEach(item -> lines.add(
                        UserOutcome.line("blocked", label(item.kind()) + " " + item.code() + ": " + item.reason())));
    }

    private static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
