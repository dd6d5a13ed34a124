package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Findings that take every shape that a dataset must hold. They say nothing true about the history. */
public final class RandomFindings {

    /** The rules that the findings claim to come from. */
    public static final RuleText RULES = new RuleText(
            "0123456789abcdef".repeat(4),
            Map.of("parameters.yaml", "card_high: {}\n", "signals/credit.drl", "package signals\n"),
            List.of(
                    new RuleText.Parameter("card_high", 0.5, Unit.SHARE),
                    new RuleText.Parameter("prior.overspender", -1.25, Unit.LOG_ODDS)),
            List.of(new RuleText.Word("s0", "First"), new RuleText.Word("s1", "Second")),
            List.of(new RuleText.Word("overspender", "Overspender"), new RuleText.Word("balanced", "Balanced")),
            List.of(new RuleText.Word("c0", "A title")));

    private static final List<String> PERSONAS = List.of("overspender", "balanced", "savings_builder");

    private RandomFindings() {}

    public static Findings of(History history) {
        Random random = new Random(history.customer().id().hashCode());
        List<Signal> signals = several(8, random, i -> signal(i, history, random));
        return new Findings(
                history.customer().id(),
                history.asOf(),
                RULES.revision(),
                signals,
                several(3, random, i -> new Candidate(persona(random), "a criterion of " + random.nextInt(5))),
                several(9, random, i -> evidence(signals, random)),
                several(
                        4,
                        random,
                        i -> new Score(
                                persona(random), random.nextGaussian(), random.nextDouble(), random.nextBoolean())),
                several(3, random, i -> new PersonaAssignment(persona(random), i + 1, random.nextDouble())),
                several(5, random, i -> recommendation(i, history, random)),
                several(
                        2,
                        random,
                        i -> new Blocked(Kind.OFFER, "c" + i, persona(random), "not said: rule " + random.nextInt(3))),
                List.of());
    }

    /**
     * The findings of those who consent at up to eight looks, the last of which gives {@link #of}. From look to look some
     * things stay as they are, some go, and some come back.
     */
    public static List<Findings> timeline(History history) {
        if (!history.customer().consent()) {
            return List.of();
        }
        Random random = new Random(~history.customer().id().hashCode());
        Findings last = of(history);
        List<Findings> timeline = new ArrayList<>(List.of(last));
        for (int looks = random.nextInt(8); looks > 0; looks--) {
            timeline.add(0, before(timeline.get(0), last, random));
        }
        return timeline;
    }

    private static Findings before(Findings next, Findings last, Random random) {
        List<Signal> signals = other(next.signals(), last.signals(), random);
        List<Evidence> evidence = random.nextBoolean() ? next.evidence() : last.evidence();
        return new Findings(
                next.userId(),
                next.asOf().minusDays(1 + random.nextInt(5)),
                next.revision(),
                signals,
                other(next.candidates(), last.candidates(), random),
                evidence.stream()
                        .filter(it -> it.signal().map(signals::contains).orElse(true))
                        .toList(),
                other(next.scores(), last.scores(), random),
                other(next.personas(), last.personas(), random),
                other(next.recommendations(), last.recommendations(), random),
                other(next.blocked(), last.blocked(), random),
                List.of());
    }

    private static <T> List<T> other(List<T> next, List<T> last, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> last;
            case 1 -> next.stream().skip(1).toList();
            case 2 -> next.stream().filter(each -> random.nextInt(4) > 0).toList();
            default -> next;
        };
    }

    private static Evidence evidence(List<Signal> signals, Random random) {
        Optional<Signal> signal =
                signals.isEmpty() || random.nextBoolean() ? Optional.empty() : Optional.of(any(signals, random));
        return new Evidence(
                persona(random),
                "g" + random.nextInt(3),
                random.nextGaussian(),
                "weight.w" + random.nextInt(5),
                signal,
                signal.isPresent() ? "" : "because of " + random.nextInt(1_000));
    }

    private static Signal signal(int index, History history, Random random) {
        return new Signal(
                "s" + index / 2,
                index % 2 == 0 ? 30 : 180,
                measure(history, random),
                random.nextBoolean(),
                any(List.of(Comparison.values()), random),
                "card_high",
                random.nextInt(100) / 100.0);
    }

    private static Measure measure(History history, Random random) {
        return new Measure(
                "total / total",
                random.nextInt(4) == 0 ? 0 : random.nextGaussian() * 5_000,
                any(List.of(Unit.values()), random),
                random.nextInt(40),
                several(3, random, i -> source(history, random)));
    }

    private static Source source(History history, Random random) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            categories.add(any(List.of(Category.values()), random));
        }
        return new Source(
                history.accounts().stream()
                        .filter(account -> random.nextBoolean())
                        .map(Account::id)
                        .toList(),
                categories,
                List.of("Café № 7", "O'Neill, Inc.").subList(0, random.nextInt(3)),
                history.from().plusDays(random.nextInt(20)),
                history.asOf(),
                random.nextBoolean() ? "" : "weekends",
                random.nextInt(50),
                random.nextInt(2_000_000) - 1_000_000L);
    }

    private static Recommendation recommendation(int index, History history, Random random) {
        Binding name = Binding.of("card", "Visa (ending " + random.nextInt(9) + ")", "account x");
        Binding figure = Binding.of("figure", measure(history, random));
        Binding small = Binding.of("n", new Measure("count", random.nextInt(9), Unit.COUNT, 1, List.of()));
        List<Binding> bindings = List.of(name, figure, small);
        return new Recommendation(
                any(List.of(Kind.values()), random),
                "c" + index,
                persona(random),
                1 + random.nextInt(5),
                "Title № " + index,
                "A body that\nmany users share, by " + index,
                "Your " + name.text() + " is at " + figure.text() + ", " + small.text() + " times over 30% of $3,400.",
                random.nextInt(4) == 0 ? List.of() : bindings,
                "Not advice.");
    }

    /** The findings of those who consent. */
    public static Optional<Findings> ifConsenting(History history) {
        return history.customer().consent() ? Optional.of(of(history)) : Optional.empty();
    }

    private static String persona(Random random) {
        return any(PERSONAS, random);
    }

    private static <T> List<T> several(int most, Random random, IntFunction<T> one) {
        return new ArrayList<>(
                IntStream.range(0, random.nextInt(most + 1)).mapToObj(one).toList());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
