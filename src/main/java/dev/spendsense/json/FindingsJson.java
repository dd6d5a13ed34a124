package dev.spendsense.json;

import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What rules concluded about one person, as scripts read it. Sums of sources are in cents. */
public record FindingsJson(
        LocalDate asOf,
        String ruleRevision,
        List<PersonaAssignment> personas,
        List<Score> scores,
        List<Candidate> candidates,
        List<EvidenceJson> evidence,
        List<SignalJson> signals,
        List<AdviceJson> recommendations,
        List<BlockedJson> blocked) {

    public record SourceJson(
            List<String> accounts,
            List<String> categories,
            List<String> merchants,
            LocalDate from,
            LocalDate to,
            String narrowed,
            int count,
            long sumCents) {

        public static List<SourceJson> of(List<Source> sources) {
            return sources.stream()
                    .map(it -> new SourceJson(
                            it.accounts(),
                            it.categories().stream().map(Enum::name).sorted().toList(),
                            it.merchants(),
                            it.from(),
                            it.to(),
                            it.narrowed(),
                            it.count(),
                            it.sum()))
                    .toList();
        }
    }

    public record SignalJson(
            String type,
            int windowDays,
            double value,
            String unit,
            boolean detected,
            String comparison,
            String threshold,
            double thresholdValue,
            String formula,
            int observations,
            List<SourceJson> sources) {

        public static SignalJson of(Signal it) {
            return new SignalJson(
                    it.type(),
                    it.windowDays(),
                    it.value(),
                    it.unit().label(),
                    it.detected(),
                    it.comparison().symbol(),
                    it.threshold(),
                    it.thresholdValue(),
                    it.measure().formula(),
                    it.measure().observations(),
                    SourceJson.of(it.sources()));
        }
    }

    /** The signal's type and window are missing when something else showed it. */
    public record EvidenceJson(
            String persona, String group, double logOdds, String weight, String because, String signal, Integer days) {

        public static EvidenceJson of(Evidence it) {
            return new EvidenceJson(
                    it.persona(),
                    it.group(),
                    it.logOdds(),
                    it.weight(),
                    it.because(),
                    it.signal().map(Signal::type).orElse(null),
                    it.signal().map(Signal::windowDays).orElse(null));
        }
    }

    /** Value and unit are missing when it is a name. */
    public record BindingJson(
            String name, String text, Double value, String unit, String origin, List<SourceJson> sources) {

        public static BindingJson of(Binding it) {
            return new BindingJson(
                    it.name(),
                    it.text(),
                    Double.isNaN(it.value()) ? null : Double.valueOf(it.value()),
                    it.unit().map(Unit::label).orElse(null),
                    it.origin(),
                    SourceJson.of(it.sources()));
        }
    }

    public record AdviceJson(
            String recommendationId,
            String kind,
            String code,
            String persona,
            int priority,
            String title,
            String body,
            String rationale,
            List<BindingJson> bindings,
            String disclosure) {}

    public record BlockedJson(String kind, String code, String persona, String reason) {}

    public static FindingsJson of(Findings findings) {
        return new FindingsJson(
                findings.asOf(),
                findings.revision(),
                findings.personas(),
                findings.scores(),
                findings.candidates(),
                findings.evidence().stream().map(EvidenceJson::of).toList(),
                findings.signals().stream().map(SignalJson::of).toList(),
                findings.recommendations().stream().map(it -> of(findings, it)).toList(),
                findings.blocked().stream().map(FindingsJson::of).toList());
    }

    private static AdviceJson of(Findings findings, Recommendation it) {
        return new AdviceJson(
                new RecommendationId(findings.userId(), it.code(), findings.asOf()).toString(),
                it.kind().name().toLowerCase(Locale.ROOT),
                it.code(),
                it.persona(),
                it.priority(),
                it.title(),
                it.body(),
                it.rationale(),
                it.bindings().stream().map(BindingJson::of).toList(),
                it.disclosure());
    }

    private static BlockedJson of(Blocked it) {
        return new BlockedJson(it.kind().name().toLowerCase(Locale.ROOT), it.code(), it.persona(), it.reason());
    }
}
