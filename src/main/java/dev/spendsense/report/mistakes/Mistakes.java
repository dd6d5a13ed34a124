package dev.spendsense.report.mistakes;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Score;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.report.study.Testimony;
import dev.spendsense.truth.Episode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the rules got wrong with the most confidence.
 *
 * @param worst at most {@value #MOST}, the most confident first; one for each customer and persona
 */
public record Mistakes(List<Mistake> worst) {

    private static final int MOST = 20;
    private static final int CLUES = 5;
    private static final int SHORTFALLS = 3;

    public Mistakes {
        worst = List.copyOf(worst);
    }

    /** Where the findings of a customer at a look are to be had. */
    public interface Archive {
        Findings findings(Subject subject, LocalDate asOf);
    }

    public static Mistakes of(Study study, Archive archive) {
        return new Mistakes(Slip.worst(study, MOST).stream()
                .map(slip -> mistake(
                        slip, archive.findings(slip.subject(), slip.look().asOf()), study.testimony()))
                .toList());
    }

    private static Mistake mistake(Slip slip, Findings findings, Testimony testimony) {
        Subject subject = slip.subject();
        LocalDate asOf = slip.look().asOf();
        String persona = slip.assigned().persona();
        List<Clue> misled = findings.evidence().stream()
                .filter(evidence -> evidence.persona().equals(persona) && evidence.logOdds() > 0)
                .sorted(Comparator.comparingDouble(Evidence::logOdds).reversed())
                .limit(CLUES)
                .map(Clue::of)
                .toList();
        Optional<LocalDate> heldUntil = subject.truth().episodes().stream()
                .filter(episode -> episode.profile().equals(persona))
                .map(Episode::to)
                .filter(day -> day.isBefore(asOf))
                .max(Comparator.naturalOrder());
        List<TrueProfile> truths = subject.truth().episodes().stream()
                .filter(episode -> episode.holdsOn(asOf))
                .map(episode -> truth(episode, slip.look(), findings, testimony))
                .toList();
        return new Mistake(
                subject.source(),
                subject.userId(),
                asOf,
                persona,
                slip.assigned().rank(),
                slip.assigned().confidence(),
                heldUntil,
                misled,
                truths);
    }

    private static TrueProfile truth(Episode episode, Look look, Findings findings, Testimony testimony) {
        String profile = episode.profile();
        Optional<Score> score = findings.scores().stream()
                .filter(one -> one.persona().equals(profile))
                .findFirst();
        Map<String, Double> own = findings.evidence().stream()
                .filter(evidence -> evidence.persona().equals(profile))
                .collect(Collectors.toMap(Evidence::weight, Evidence::logOdds, Double::sum));
        List<Shortfall> missing = testimony.usual(profile).entrySet().stream()
                .map(usual -> new Shortfall(usual.getKey(), own.getOrDefault(usual.getKey(), 0.0), usual.getValue()))
                .filter(shortfall -> shortfall.usual() > shortfall.logOdds())
                .sorted(Comparator.comparingDouble(shortfall -> shortfall.logOdds() - shortfall.usual()))
                .limit(SHORTFALLS)
                .toList();
        return new TrueProfile(
                profile,
                episode.intensity(),
                look.has(profile),
                score.map(Score::confidence),
                score.map(Score::candidate),
                missing);
    }
}
