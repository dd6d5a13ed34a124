package dev.spendsense.json;

import dev.spendsense.bank.Transaction;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.json.FindingsJson.SignalJson;
import dev.spendsense.json.FindingsJson.SourceJson;
import dev.spendsense.json.PersonJson.TransactionJson;
import dev.spendsense.workbench.explain.Criterion;
import dev.spendsense.workbench.explain.Criterion.Limit;
import dev.spendsense.workbench.explain.ExplainedAdvice;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Explanation.Noted;
import dev.spendsense.workbench.explain.Flip;
import dev.spendsense.workbench.explain.Flips;
import dev.spendsense.workbench.explain.HeldBack;
import dev.spendsense.workbench.explain.MeasuredSignal;
import dev.spendsense.workbench.explain.OpenedSource;
import dev.spendsense.workbench.explain.PersonaVerdict;
import dev.spendsense.workbench.explain.RulePlace;
import dev.spendsense.workbench.explain.Scoring;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why one user was judged so, as scripts read it. Sources and evidence refer to transactions by their identifiers, and
 * evidence to signals by type and window.
 */
public record ExplanationJson(
        String userId,
        LocalDate asOf,
        String ruleRevision,
        Boolean asStored,
        List<VerdictJson> personas,
        List<MeasuredJson> signals,
        List<Noted> notes,
        List<AdviceJson> recommendations,
        List<HeldBackJson> heldBack,
        List<FlipsJson> flips,
        List<TransactionJson> transactions) {

    public record NoConsent(String userId, boolean consent, String reason) {}

    public record OpenedJson(SourceJson source, boolean confirmed, List<String> transactionIds) {

        public static List<OpenedJson> of(List<OpenedSource> opened) {
            return opened.stream()
                    .map(it -> new OpenedJson(
                            SourceJson.of(List.of(it.source())).get(0),
                            it.confirmed(),
                            it.transactions().stream().map(Transaction::id).toList()))
                    .toList();
        }
    }

    public record MeasuredJson(SignalJson signal, double margin, List<RulePlace> rules, List<OpenedJson> sources) {

        public static MeasuredJson of(MeasuredSignal it) {
            return new MeasuredJson(
                    SignalJson.of(it.signal()), it.signal().margin(), it.rules(), OpenedJson.of(it.sources()));
        }
    }

    /** Signal and days are missing when something else showed it. */
    public record WeighedJson(
            double logOdds,
            String because,
            String weightParameter,
            double weight,
            String signal,
            Integer days,
            List<RulePlace> rules) {

        public static WeighedJson of(Scoring.Weighed it) {
            return new WeighedJson(
                    it.evidence().logOdds(),
                    it.evidence().because(),
                    it.evidence().weight(),
                    it.weight(),
                    it.signal().map(measured -> measured.signal().type()).orElse(null),
                    it.signal().map(measured -> measured.signal().windowDays()).orElse(null),
                    it.rules());
        }
    }

    public record GroupJson(
            String group, double sum, String capParameter, double cap, double counted, List<WeighedJson> evidence) {}

    public record ScoringJson(
            String priorParameter,
            double prior,
            List<GroupJson> groups,
            double logOdds,
            double confidence,
            boolean candidate,
            boolean addsUp,
            List<RulePlace> rules) {

        public static ScoringJson of(Scoring it) {
            return new ScoringJson(
                    it.priorParameter(),
                    it.prior(),
                    it.groups().stream()
                            .map(group -> new GroupJson(
                                    group.name(),
                                    group.sum(),
                                    group.capParameter(),
                                    group.cap(),
                                    group.counted(),
                                    group.items().stream().map(WeighedJson::of).toList()))
                            .toList(),
                    it.score().logOdds(),
                    it.score().confidence(),
                    it.score().candidate(),
                    it.addsUp(),
                    it.rules());
        }
    }

    /** Value and what follows are missing where no figures are compared. */
    public record ConditionJson(
            String text,
            String state,
            Double value,
            String unit,
            String comparison,
            String threshold,
            Double thresholdValue,
            Double margin) {

        public static ConditionJson of(Criterion.Condition it) {
            Optional<Limit> limit = it.limit();
            return new ConditionJson(
                    it.text(),
                    lower(it.state()),
                    limit.filter(one -> one.value().isPresent())
                            .map(one -> one.value().getAsDouble())
                            .orElse(null),
                    limit.map(Limit::unit).orElse(null),
                    limit.map(Limit::comparison).orElse(null),
                    limit.map(Limit::threshold).orElse(null),
                    limit.map(Limit::thresholdValue).orElse(null),
                    limit.filter(one -> one.margin().isPresent())
                            .map(one -> one.margin().getAsDouble())
                            .orElse(null));
        }
    }

    public record AlternativeJson(String subject, String state, List<ConditionJson> conditions) {}

    public record PatternJson(
            String fact, boolean wanted, String text, String state, List<AlternativeJson> alternatives) {

        public static PatternJson of(Criterion.Pattern it) {
            return new PatternJson(
                    it.fact(),
                    it.wanted(),
                    it.text(),
                    lower(it.state()),
                    it.alternatives().stream()
                            .map(one -> new AlternativeJson(
                                    one.subject(),
                                    lower(one.state()),
                                    one.conditions().stream()
                                            .map(ConditionJson::of)
                                            .toList()))
                            .toList());
        }
    }

    public record CriterionJson(RulePlace rule, boolean met, List<PatternJson> patterns) {

        public static List<CriterionJson> of(List<Criterion> criteria) {
            return criteria.stream()
                    .map(it -> new CriterionJson(
                            it.rule(),
                            it.met(),
                            it.patterns().stream().map(PatternJson::of).toList()))
                    .toList();
        }
    }

    /** Assignment and score are missing when there are none. */
    public record VerdictJson(
            String persona,
            String title,
            PersonaAssignment assigned,
            List<RulePlace> assignedBy,
            List<CriterionJson> criteria,
            ScoringJson score,
            List<CriterionJson> assignment) {

        public static VerdictJson of(PersonaVerdict it) {
            return new VerdictJson(
                    it.persona(),
                    it.title(),
                    it.assigned().orElse(null),
                    it.assignedBy(),
                    CriterionJson.of(it.criteria()),
                    it.scoring().map(ScoringJson::of).orElse(null),
                    CriterionJson.of(it.assignment()));
        }
    }

    public record QuotedJson(String name, String text, String origin, List<OpenedJson> sources) {}

    public record AdviceJson(
            String kind,
            String code,
            String persona,
            String rationale,
            List<RulePlace> rules,
            List<QuotedJson> bindings) {

        public static AdviceJson of(ExplainedAdvice it) {
            return new AdviceJson(
                    lower(it.advice().kind()),
                    it.advice().code(),
                    it.advice().persona(),
                    it.advice().rationale(),
                    it.rules(),
                    it.bindings().stream()
                            .map(one -> new QuotedJson(
                                    one.binding().name(),
                                    one.binding().text(),
                                    one.binding().origin(),
                                    OpenedJson.of(one.sources())))
                            .toList());
        }
    }

    public record HeldBackJson(
            String kind,
            String code,
            String persona,
            String reason,
            List<RulePlace> guardrails,
            List<RulePlace> drafted) {

        public static HeldBackJson of(HeldBack it) {
            return new HeldBackJson(
                    lower(it.blocked().kind()),
                    it.blocked().code(),
                    it.blocked().persona(),
                    it.blocked().reason(),
                    it.guardrails(),
                    it.drafted());
        }
    }

    /** Days, source and the assignment afterwards are missing where there are none. */
    public record FlipJson(
            String kind,
            String name,
            Integer days,
            String unit,
            double from,
            double to,
            double notYet,
            SourceJson source,
            PersonaAssignment after) {

        public static FlipJson of(Flip it) {
            return new FlipJson(
                    lower(it.kind()),
                    it.name(),
                    it.windowDays() == 0 ? null : it.windowDays(),
                    it.unit().label(),
                    it.from(),
                    it.to(),
                    it.notYet(),
                    it.source()
                            .map(source -> SourceJson.of(List.of(source)).get(0))
                            .orElse(null),
                    it.after().orElse(null));
        }
    }

    public record ImpossibleJson(String kind, String what, String why) {}

    public record FlipsJson(
            String persona, boolean gained, int trials, List<FlipJson> changes, List<ImpossibleJson> impossible) {

        public static FlipsJson of(Flips it) {
            return new FlipsJson(
                    it.persona(),
                    it.gained(),
                    it.trials(),
                    Stream.of(it.signals(), it.parameters(), it.histories())
                            .flatMap(List::stream)
                            .map(FlipJson::of)
                            .toList(),
                    it.impossible().stream()
                            .map(one -> new ImpossibleJson(lower(one.kind()), one.what(), one.why()))
                            .toList());
        }
    }

    /**
     * @param asStored whether the dataset has just this; missing when it does not tell
     * @param only the persona that was asked for; empty for all
     */
    public static ExplanationJson of(
            Explanation it, List<Flips> flips, Optional<Boolean> asStored, Optional<String> only) {
        List<ExplainedAdvice> advice = it.advice().stream()
                .filter(one -> only.isEmpty() || only.get().equals(one.advice().persona()))
                .toList();
        return new ExplanationJson(
                it.findings().userId(),
                it.findings().asOf(),
                it.findings().revision(),
                asStored.orElse(null),
                it.personas().stream()
                        .filter(one -> only.isEmpty() || only.get().equals(one.persona()))
                        .map(VerdictJson::of)
                        .toList(),
                it.signals().stream().map(MeasuredJson::of).toList(),
                it.notes(),
                advice.stream().map(AdviceJson::of).toList(),
                it.heldBack().stream()
                        .filter(one -> only.isEmpty()
                                || only.get().equals(one.blocked().persona()))
                        .map(HeldBackJson::of)
                        .toList(),
                flips.stream().map(FlipsJson::of).toList(),
                transactions(it, advice));
    }

    private static List<TransactionJson> transactions(Explanation it, List<ExplainedAdvice> advice) {
        Map<String, Transaction> byId = new LinkedHashMap<>();
        Stream.concat(
                        it.signals().stream().flatMap(signal -> signal.sources().stream()),
                        advice.stream()
                                .flatMap(one -> one.bindings().stream())
                                .flatMap(binding -> binding.sources().stream()))
                .flatMap(source -> source.transactions().stream())
                .forEach(transaction -> byId.put(transaction.id(), transaction));
        return byId.values().stream().map(TransactionJson::of).toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
