package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What rules concluded about one person: personas with their evidence, signals with their sources, advice with its
 * rationale. In short, only what was detected and the strongest evidence; in full, all of it.
 */
final class FindingsScreen {

    private static final int MOST_CRITERIA = 1;
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_SOURCES = 2;

    private final Findings findings;
    private final boolean full;
    private final SourceWords sources;
    private final Map<String, String> titles = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    FindingsScreen(Findings findings, History history, RuleText rules, boolean full) {
        this.findings = findings;
        this.full = full;
        this.sources = new SourceWords(history, rules);
        rules.personas().forEach(persona -> titles.put(persona.name(), persona.title()));
    }

    List<String> lines() {
        personas();
        signals();
        advice();
        blocked();
        return lines;
    }

    private void personas() {
        section("Personas on " + findings.asOf());
        if (findings.personas().isEmpty()) {
            lines.add("  none");
        }
        for (PersonaAssignment persona : findings.personas()) {
            String because = because(persona.persona()).orElse("nothing stands out");
            lines.addAll(WrappedText.lines(
                    "  " + persona.rank() + " " + title(persona.persona()) + ", " + percent(persona.confidence())
                            + ": ",
                    because));
            evidence(persona.persona());
        }
        if (full) {
            findings.scores().stream()
                    .filter(score -> findings.persona(score.persona()).isEmpty())
                    .forEach(this::notAssigned);
        }
    }

    private void notAssigned(Score score) {
        lines.addAll(WrappedText.lines(
                "  – ",
                "not " + title(score.persona()) + ", " + percent(score.confidence()) + ": "
                        + because(score.persona()).orElse("no criterion is met")));
        evidence(score.persona());
    }

    private Optional<String> because(String persona) {
        List<String> criteria = findings.candidates().stream()
                .filter(candidate -> candidate.persona().equals(persona))
                .map(Candidate::because)
                .toList();
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = full ? criteria : criteria.subList(0, Math.min(MOST_CRITERIA, criteria.size()));
        int more = criteria.size() - shown.size();
        return Optional.of(String.join("; ", shown) + (more > 0 ? "; and " + more + " more" : ""));
    }

    private void evidence(String persona) {
        List<Evidence> all = findings.evidence().stream()
                .filter(evidence -> evidence.persona().equals(persona))
                .sorted(Comparator.comparingDouble(evidence -> -Math.abs(evidence.logOdds())))
                .toList();
        List<Evidence> shown = full ? all : all.subList(0, Math.min(MOST_EVIDENCE, all.size()));
        for (Evidence evidence : shown) {
            String odds = String.format(Locale.ROOT, "    %+5.2f  ", evidence.logOdds());
            String text = evidence.group() + ": " + evidence.because();
            if (full) {
                lines.addAll(WrappedText.lines(odds, text));
            } else {
                lines.add(WrappedText.shortened(odds + text, WrappedText.WIDTH));
            }
        }
        if (shown.size() < all.size()) {
            lines.add("           and " + (all.size() - shown.size()) + " more");
        }
        if (full && !all.isEmpty()) {
            findings.scores().stream()
                    .filter(score -> score.persona().equals(persona))
                    .forEach(score -> lines.add(String.format(
                            Locale.ROOT, "    %+5.2f  log-odds, with the prior and within caps", score.logOdds())));
        }
    }

    private void signals() {
        List<Signal> detected =
                findings.signals().stream().filter(Signal::detected).toList();
        List<Signal> others =
                findings.signals().stream().filter(signal -> !signal.detected()).toList();
        section("Behaviors detected");
        signals(detected);
        if (full) {
            section("Measured, not beyond the threshold");
            signals(others);
        } else {
            lines.add("  and " + others.size() + " measured that are not beyond their threshold");
        }
    }

    private void signals(List<Signal> signals) {
        TextTable table = new TextTable("  ", "lrrll");
        for (Signal signal : signals) {
            table.row(
                    signal.type(),
                    signal.windowDays() + " days",
                    signal.measure().text(),
                    signal.comparison().symbol() + " " + signal.unit().format(signal.thresholdValue()),
                    signal.threshold());
        }
        List<String> rows = table.lines();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            lines.add(rows.get(i));
            if (full) {
                lines.addAll(WrappedText.lines(
                        "      = ",
                        signal.measure().formula() + "; " + signal.measure().observations() + " observed"));
            }
            sources(signal.sources());
        }
    }

    private void sources(List<Source> all) {
        List<Source> shown = full ? all : all.subList(0, Math.min(MOST_SOURCES, all.size()));
        shown.forEach(source -> lines.addAll(WrappedText.lines("      ", sources.of(source))));
        if (shown.size() < all.size()) {
            lines.add("      and " + (all.size() - shown.size()) + " more sources");
        }
    }

    private void advice() {
        section("Advice");
        if (findings.recommendations().isEmpty()) {
            lines.add("  none");
        }
        for (Recommendation advice : findings.recommendations()) {
            String kind = advice.kind().name().toLowerCase(Locale.ROOT);
            lines.add("  " + advice.priority() + " " + kind + ": " + advice.title());
            if (full) {
                lines.add("      " + advice.code() + ", for " + title(advice.persona()));
            }
            lines.addAll(WrappedText.lines("      ", advice.rationale()));
            if (full) {
                lines.addAll(WrappedText.lines("      ", advice.body()));
                advice.bindings().forEach(this::binding);
            }
        }
        findings.recommendations().stream()
                .map(Recommendation::disclosure)
                .distinct()
                .forEach(disclosure -> lines.addAll(WrappedText.lines("  ", disclosure)));
    }

    private void binding(Binding binding) {
        lines.addAll(WrappedText.lines("      · ", binding.text() + " is " + binding.name() + ": " + binding.origin()));
        binding.sources().forEach(source -> lines.addAll(WrappedText.lines("        ", sources.of(source))));
    }

    private void blocked() {
        if (findings.blocked().isEmpty()) {
            return;
        }
        section("Held back");
        for (Blocked item : findings.blocked()) {
            lines.addAll(WrappedText.lines(
                    "  " + item.kind().name().toLowerCase(Locale.ROOT) + " " + item.code() + ", for "
                            + title(item.persona()) + ": ",
                    item.reason()));
        }
    }

    private void section(String heading) {
        lines.add("");
        lines.add("  " + heading);
    }

    private String title(String persona) {
        return titles.getOrDefault(persona, persona);
    }

    static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * confidence);
    }
}
