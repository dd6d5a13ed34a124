package dev.spendsense.workbench.fit;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.simulation.Life;
import dev.spendsense.workbench.diff.TextDiff;
import dev.spendsense.workbench.impact.Impact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Priors and weights that fit development populations better, and whether they do so for others as well.
 *
 * @param fittedTo seeds whose populations the values were fitted to
 * @param heldOut seeds whose populations they were tried on
 * @param examples how many personas of users the values were fitted to
 * @param lossBefore mean log loss of these with the values that the rules have
 * @param lossAfter the same with the values proposed, rounded as they are
 * @param proposals every parameter that would change, in the order of the file
 * @param diff of {@code parameters.yaml} in the unified format; empty when nothing would change
 * @param impact what the change does to those held out
 */
public record Fit(
        List<Long> fittedTo,
        List<Long> heldOut,
        int examples,
        double lossBefore,
        double lossAfter,
        List<Proposal> proposals,
        String diff,
        Impact impact) {

    /** How strongly values are held, unless told otherwise. */
    public static final double HOLD = 0.02;

    private static final int DECIMALS = 2;
    private static final int ONE_IN = 4;

    public Fit {
        fittedTo = List.copyOf(fittedTo);
        heldOut = List.copyOf(heldOut);
        proposals = List.copyOf(proposals);
    }

    /**
     * Fits to three quarters of the seeds and tries on the last quarter.
     *
     * @param seeds at least two, all of them development seeds
     * @param population lives the population of a seed
     * @param hold how strongly values are held near those that the rules have, more than 0
     * @param threads how many workers there are, at least 1; makes no difference to the result
     * @throws IllegalArgumentException when a seed is no development seed, or there are too few
     * @throws IllegalStateException when the rules do not compute confidence as a sum
     */
    public static Fit of(
            RuleBase rules,
            List<Long> seeds,
            DevelopmentSeeds development,
            LongFunction<Lives> population,
            double hold,
            int threads) {
        List<Long> distinct = List.copyOf(new LinkedHashSet<>(seeds));
        for (long seed : distinct) {
            if (!development.seeds().contains(seed)) {
                throw new IllegalArgumentException("seed " + seed + " is no development seed; expected some of "
                        + development.seeds() + ", since what is fitted to a seed cannot be measured on it");
            }
        }
        if (distinct.size() < 2) {
            throw new IllegalArgumentException("expected at least two seeds: one to fit to, one to try on");
        }
        int held = Math.max(1, distinct.size() / ONE_IN);
        List<Long> fittedTo = distinct.subList(0, distinct.size() - held);
        List<Long> heldOut = distinct.subList(distinct.size() - held, distinct.size());

        List<Example> examples = new ArrayList<>();
        for (long seed : fittedTo) {
            Lives lives = population.apply(seed);
            lives.<List<Example>>forEach(threads, user -> examples(rules, lives.live(user)), examples::addAll);
        }
        Map<String, Double> present = present(rules, examples);
        Regression regression = new Regression(examples, present, hold);
        Map<String, Double> rounded = new LinkedHashMap<>();
        regression.fit().forEach((name, value) -> rounded.put(name, rounded(value)));
        List<Proposal> proposals = proposals(rules, rounded);
        Map<String, Double> changed = new LinkedHashMap<>();
        proposals.forEach(one -> changed.put(one.parameter(), one.after()));
        Map<String, Double> after = new LinkedHashMap<>(present);
        after.putAll(changed);
        Lives others = Lives.together(heldOut.stream().map(population::apply).toList());
        return new Fit(
                fittedTo,
                heldOut,
                examples.size(),
                new Regression(examples, present, 0).loss(present),
                new Regression(examples, present, 0).loss(after),
                proposals,
                String.join("\n", TextDiff.between(rules.source(), rewritten(rules.source(), proposals))),
                Impact.of(others, rules, rules.with(changed), threads));
    }

    static boolean isPrior(String parameter) {
        return parameter.startsWith("prior.");
    }

    /** Nobody looks at those who do not consent. */
    private static List<Example> examples(RuleBase rules, Life life) {
        return life.history().customer().consent()
                ? Example.of(
                        rules,
                        rules.evaluate(life.history()),
                        life.truth().profilesOn(life.history().asOf()))
                : List.of();
    }

    /** All that evidence was weighed by, in the order of the file. */
    private static Map<String, Double> present(RuleBase rules, List<Example> examples) {
        Set<String> used = new LinkedHashSet<>();
        for (Example example : examples) {
            used.add(example.prior());
            example.groups().forEach(group -> used.addAll(group.strengths().keySet()));
        }
        Map<String, Double> present = new LinkedHashMap<>();
        for (Parameter parameter : rules.definitions().parameters().all()) {
            if (used.contains(parameter.name())) {
                present.put(parameter.name(), parameter.value());
            }
        }
        return present;
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static List<Proposal> proposals(RuleBase rules, Map<String, Double> values) {
        List<Proposal> proposals = new ArrayList<>();
        values.forEach((name, value) -> {
            double before = rules.definitions().parameters().value(name);
            if (value != before) {
                proposals.add(new Proposal(name, before, value));
            }
        });
        return proposals;
    }

    /** Only figures change; comments, order and layout stay. */
    private static RuleSource rewritten(RuleSource source, List<Proposal> proposals) {
        String text = source.declaration(Parameters.FILE);
        for (Proposal one : proposals) {
            Matcher place = Pattern.compile("(?m)^[\"']?" + Pattern.quote(one.parameter())
                            + "[\"']?\\s*:[^}]*?\\bvalue\\s*:\\s*([-+.\\deE]+)")
                    .matcher(text);
            if (!place.find()) {
                throw new IllegalStateException(
                        "the value of " + one.parameter() + " was not found in " + Parameters.FILE);
            }
            String value = BigDecimal.valueOf(one.after()).stripTrailingZeros().toPlainString();
            text = text.substring(0, place.start(1)) + value + text.substring(place.end(1));
        }
        RuleSource rewritten = source.with(Parameters.FILE, text);
        Parameters read = Parameters.read(text, new ArrayList<>());
        for (Proposal one : proposals) {
            if (read.value(one.parameter()) != one.after()) {
                throw new IllegalStateException("another value than that of " + one.parameter() + " would change");
            }
        }
        return rewritten;
    }
}
