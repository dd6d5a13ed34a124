package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.workbench.explain.Criterion;
import dev.spendsense.workbench.explain.Criterion.Alternative;
import dev.spendsense.workbench.explain.Criterion.Condition;
import dev.spendsense.workbench.explain.Criterion.Limit;
import dev.spendsense.workbench.explain.Criterion.Pattern;
import dev.spendsense.workbench.explain.Criterion.State;
import dev.spendsense.workbench.explain.ExplainedAdvice;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import dev.spendsense.workbench.explain.HeldBack;
import dev.spendsense.workbench.explain.MeasuredSignal;
import dev.spendsense.workbench.explain.OpenedSource;
import dev.spendsense.workbench.explain.PersonaVerdict;
import dev.spendsense.workbench.explain.RulePlace;
import dev.spendsense.workbench.explain.Scoring;
import dev.spendsense.workbench.explain.Scoring.Group;
import dev.spendsense.workbench.explain.Scoring.Weighed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why one user was judged so, as an indented chain. A signal is opened into its transactions where it is met first. */
final class ExplanationScreen {

    private static final int REVISION_SHOWN = 12;
    private static final int LONGEST_MERCHANT = 30;

    private final Explanation explanation;
    private final List<Flips> flips;
    private final Definitions definitions;
    private final FlipWords flipWords;
    private final SourceWords sources;
    private final int transactions;
    private final Set<Signal> opened = new HashSet<>();
    private final Set<Source> told = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    ExplanationScreen(
            Explanation explanation, List<Flips> flips, History history, Definitions definitions, int transactions) {
        this.explanation = explanation;
        this.flips = flips;
        this.definitions = definitions;
        this.sources = new SourceWords(history, definitions.vocabulary());
        this.flipWords = new FlipWords(history, sources);
        this.transactions = transactions;
    }

    /**
     * @param asStored whether the dataset has just this; empty when it does not tell
     * @param only the persona that was asked for; empty for all
     */
    List<String> lines(Optional<Boolean> asStored, Optional<String> only) {
        lines.add(explanation.findings().userId() + " as of "
                + explanation.findings().asOf() + ", by rules "
                + explanation.findings().revision().substring(0, REVISION_SHOWN)
                + asStored.map(same -> same ? ", as stored" : ", other than what is stored")
                        .orElse(""));
        explanation.personas().stream()
                .filter(it -> only.isEmpty() || only.get().equals(it.persona()))
                .forEach(it -> verdict(it, only.isPresent()));
        advice(only);
        heldBack(only);
        return lines;
    }

    private void verdict(PersonaVerdict verdict, boolean asked) {
        lines.add("");
        String confidence = verdict.assigned()
                .map(it -> it.confidence())
                .or(() -> verdict.scoring().map(it -> it.score().confidence()))
                .map(it -> ", " + FindingsScreen.percent(it))
                .orElse("");
        lines.add(verdict.assigned().map(it -> it.rank() + " ").orElse("– not ") + verdict.title() + confidence);
        places("  assigned by ", verdict.assignedBy());
        verdict.criteria().forEach(it -> criterion("criterion ", it));
        boolean met = verdict.criteria().stream().anyMatch(Criterion::met);
        verdict.assignment().stream()
                .filter(it -> asked || met || verdict.scoring().isEmpty())
                .filter(it -> asked || verdict.assigned().isEmpty() || it.met())
                .forEach(it -> criterion("", it));
        if (verdict.assigned().isPresent() || asked) {
            verdict.scoring().ifPresent(this::scoring);
        }
        if (verdict.assigned().isEmpty() || asked) {
            others();
        }
        flips.stream()
                .filter(it -> it.persona().equals(verdict.persona()))
                .forEach(it -> lines.addAll(asked ? flipWords.all(it) : flipWords.nearest(it)));
    }

    private void others() {
        String assigned = explanation.findings().personas().stream()
                .map(it -> it.rank() + " " + it.persona() + " " + FindingsScreen.percent(it.confidence()))
                .collect(Collectors.joining(", "));
        wrapped("  assigned: ", assigned.isEmpty() ? "none" : assigned);
        explanation.notes().forEach(it -> wrapped("    " + it.said() + " by ", words(it.rule())));
    }

    private void criterion(String kind, Criterion criterion) {
        wrapped("  " + (criterion.met() ? "✓ " : "✗ "), kind + words(criterion.rule()));
        for (Pattern pattern : criterion.patterns()) {
            String mark = mark(pattern.state());
            boolean several = pattern.alternatives().size() > 1;
            if (!pattern.wanted()) {
                wrapped("      " + mark, "there must be no " + pattern.text());
            } else if (pattern.alternatives().isEmpty()) {
                wrapped("      " + mark, "there is no " + pattern.text());
            } else if (several) {
                lines.add("      " + mark + "one of");
            }
            String margin = several || !pattern.wanted() ? "          " : "      ";
            pattern.alternatives().forEach(it -> alternative(margin, it));
        }
    }

    private void alternative(String margin, Alternative alternative) {
        if (alternative.conditions().isEmpty()) {
            wrapped(margin + mark(State.HOLDS), alternative.subject());
        }
        for (Condition condition : alternative.conditions()) {
            String subject = alternative.subject().isEmpty() ? "" : alternative.subject() + ": ";
            wrapped(
                    margin + mark(condition.state()),
                    subject + condition.limit().map(ExplanationScreen::words).orElse(condition.text()));
        }
    }

    private static String mark(State state) {
        return switch (state) {
            case HOLDS -> "✓ ";
            case FAILS -> "✗ ";
            case UNKNOWN -> "? ";
        };
    }

    /** {@code 48.5%, asked >= 50% (card_high), 1.5% short}. */
    private static String words(Limit limit) {
        String value =
                limit.value().isPresent() ? PreciseFigure.of(limit.value().getAsDouble(), limit.unit()) : "unknown";
        String distance = limit.margin().stream()
                .mapToObj(margin -> margin == 0
                        ? ", just there"
                        : ", " + PreciseFigure.of(Math.abs(margin), limit.unit()) + (margin > 0 ? " beyond" : " short"))
                .findFirst()
                .orElse("");
        boolean yesOrNo = limit.unit().equals("flag");
        return value + ", asked " + limit.comparison() + " "
                + PreciseFigure.of(limit.thresholdValue(), limit.unit())
                + (limit.threshold().isEmpty() ? "" : " (" + limit.threshold() + ")")
                + (yesOrNo ? "" : distance);
    }

    private void scoring(Scoring scoring) {
        odds("  ", scoring.prior(), scoring.priorParameter());
        for (Group group : scoring.groups()) {
            odds(
                    "  ",
                    group.counted(),
                    group.name()
                            + (group.items().isEmpty() ? ": nothing seen" : "")
                            + (group.capped()
                                    ? String.format(
                                            Locale.ROOT,
                                            ": %+.2f in all, capped at %.2f (%s)",
                                            group.sum(),
                                            group.cap(),
                                            group.capParameter())
                                    : ""));
            group.items().forEach(this::evidence);
        }
        odds(
                "  ",
                scoring.score().logOdds(),
                scoring.addsUp()
                        ? "in all: confidence "
                                + FindingsScreen.percent(scoring.score().confidence())
                        : "log-odds, worked out in another way than the sum of the above: confidence "
                                + FindingsScreen.percent(scoring.score().confidence()));
        places("         by ", scoring.rules());
    }

    private void evidence(Weighed weighed) {
        odds(
                "    ",
                weighed.evidence().logOdds(),
                weighed.evidence().because() + "; " + weighed.evidence().weight() + " "
                        + PreciseFigure.of(weighed.weight(), "log_odds"));
        places("           by ", weighed.rules());
        weighed.signal().filter(it -> opened.add(it.signal())).ifPresent(this::signal);
    }

    private void signal(MeasuredSignal measured) {
        places("           measured by ", measured.rules());
        wrapped("           = ", measured.signal().measure().formula());
        measured.sources().forEach(it -> source("             ", it));
    }

    private void source(String margin, OpenedSource source) {
        boolean shown = !told.add(source.source()) && transactions > 0;
        wrapped(
                margin,
                sources.of(source.source())
                        + (source.confirmed() ? "" : ", not told by postings alone")
                        + (shown ? ", shown above" : ""));
        if (shown) {
            return;
        }
        source.transactions().stream().limit(transactions).forEach(it -> lines.add(margin + "  " + posting(it)));
        int more = source.transactions().size() - transactions;
        if (more > 0 && transactions > 0) {
            lines.add(margin + "  and " + more + " more");
        }
    }

    private static String posting(Transaction it) {
        return String.format(
                Locale.ROOT,
                "%s %12s %-3s  %-30s  %s",
                it.date(),
                Money.exact(Math.abs(it.amount())),
                it.amount() < 0 ? "in" : "out",
                WrappedText.shortened(it.merchant(), LONGEST_MERCHANT),
                it.id());
    }

    private void advice(Optional<String> only) {
        List<ExplainedAdvice> given = explanation.advice().stream()
                .filter(it -> only.isEmpty() || only.get().equals(it.advice().persona()))
                .toList();
        if (!given.isEmpty()) {
            lines.add("");
            lines.add("Advice");
        }
        for (ExplainedAdvice one : given) {
            lines.add("  " + one.advice().kind().name().toLowerCase(Locale.ROOT) + " "
                    + one.advice().code() + ", for " + title(one.advice().persona()));
            places("    by ", one.rules());
            wrapped("    ", "“" + one.advice().rationale() + "”");
            one.bindings().forEach(it -> {
                wrapped(
                        "    · ",
                        it.binding().text() + " is " + it.binding().name() + ": "
                                + it.binding().origin());
                it.sources().forEach(source -> source("        ", source));
            });
        }
    }

    private void heldBack(Optional<String> only) {
        List<HeldBack> held = explanation.heldBack().stream()
                .filter(it -> only.isEmpty() || only.get().equals(it.blocked().persona()))
                .toList();
        if (!held.isEmpty()) {
            lines.add("");
            lines.add("Held back");
        }
        for (HeldBack one : held) {
            wrapped(
                    "  ",
                    one.blocked().kind().name().toLowerCase(Locale.ROOT) + " "
                            + one.blocked().code() + ", for "
                            + title(one.blocked().persona()) + ": "
                            + one.blocked().reason());
            places("    held back by ", one.guardrails());
            places("    otherwise given by ", one.drafted());
        }
    }

    private String title(String persona) {
        return definitions.vocabulary().personas().get(persona).title();
    }

    private void odds(String margin, double logOdds, String text) {
        lines.addAll(WrappedText.lines(margin + String.format(Locale.ROOT, "%+6.2f  ", logOdds), text));
    }

    private void places(String beginning, List<RulePlace> rules) {
        rules.forEach(rule -> wrapped(beginning, words(rule)));
    }

    private static String words(RulePlace rule) {
        return "“" + rule.rule() + "” " + rule.file() + ":" + rule.line();
    }

    private void wrapped(String beginning, String text) {
        lines.addAll(WrappedText.lines(beginning, text));
    }
}
