package dev.spendsense.workbench.sweep;

import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Findings;
import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.run.Lives;
import dev.spendsense.simulation.Life;
import dev.spendsense.workbench.impact.Studies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A parameter at several values, over one population.
 *
 * @param parameter its name
 * @param unit what it counts
 * @param meaning what it means
 * @param shipped the value that the rules have, which is among those tried
 * @param judged users whom the rules looked at
 * @param steps by value
 * @param personas those that are given to somebody else at some value, by name; the sweep is about these
 * @param plateau the range in which the value makes little difference
 */
public record Sweep(
        String parameter,
        String unit,
        String meaning,
        double shipped,
        int judged,
        List<Step> steps,
        List<String> personas,
        Plateau plateau) {

    public Sweep {
        steps = List.copyOf(steps);
        personas = List.copyOf(personas);
    }

    /**
     * Lives everybody once, and judges each life at every value.
     *
     * @param from lowest value tried
     * @param to highest value tried
     * @param steps how many values from the one to the other, both included, at least 2; the value that the rules have is
     *     tried as well
     * @param threads how many workers there are, at least 1
     * @throws IllegalArgumentException when there is no such parameter
     */
    public static Sweep of(
            Lives lives, RuleBase rules, String parameter, double from, double to, int steps, int threads) {
        Parameter swept = rules.definitions().parameters().get(parameter);
        double shipped = swept.value();
        List<Double> values = values(from, to, steps, shipped);
        List<RuleBase> judges = values.stream()
                .map(value -> rules.with(Map.of(parameter, value)))
                .toList();
        boolean sameBehavior = judges.stream().allMatch(judges.get(0)::measuresLike);
        List<List<Subject>> judged = new ArrayList<>();
        values.forEach(value -> judged.add(new ArrayList<>()));
        lives.<Optional<List<Subject>>>forEach(
                threads,
                user -> judge(lives.live(user), judges, sameBehavior),
                user -> user.ifPresent(subjects -> {
                    for (int i = 0; i < subjects.size(); i++) {
                        judged.get(i).add(subjects.get(i));
                    }
                }));
        List<Subject> base = judged.get(values.indexOf(shipped));
        TreeSet<String> personas = new TreeSet<>();
        List<Step> outcome = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Study study = Studies.of(rules, judged.get(i));
            int affected = affected(base, judged.get(i), personas);
            outcome.add(new Step(values.get(i), values.get(i) == shipped, affected, Accuracy.atTheEnd(study)));
        }
        return new Sweep(
                parameter,
                swept.unit().label(),
                swept.meaning(),
                shipped,
                base.size(),
                outcome,
                List.copyOf(personas),
                Plateau.of(outcome));
    }

    private static List<Double> values(double from, double to, int steps, double shipped) {
        if (!(from < to) || steps < 2) {
            throw new IllegalArgumentException("expected a lower value, a higher one, and at least 2 steps");
        }
        TreeSet<Double> values = new TreeSet<>(List.of(shipped));
        for (int i = 0; i < steps; i++) {
            // To nine decimals, so that 0.1 + 2 · 0.1 is the 0.3 that people write.
            values.add(Math.rint((from + (to - from) * i / (steps - 1)) * 1e9) / 1e9);
        }
        return List.copyOf(values);
    }

    /** Nobody looks at those who do not consent. */
    private static Optional<List<Subject>> judge(Life life, List<RuleBase> judges, boolean sameBehavior) {
        if (!life.history().customer().consent()) {
            return Optional.empty();
        }
        Behavior behavior = judges.get(0).behavior(life.history());
        List<Subject> subjects = new ArrayList<>();
        for (RuleBase judge : judges) {
            Findings findings = judge.evaluate(sameBehavior ? behavior : judge.behavior(life.history()));
            subjects.add(Studies.subject(life, findings));
        }
        return Optional.of(subjects);
    }

    /** Counts who has another foremost persona, and collects which they have. */
    private static int affected(List<Subject> base, List<Subject> others, TreeSet<String> personas) {
        int affected = 0;
        for (int i = 0; i < base.size(); i++) {
            Optional<String> was = base.get(i).last().primary();
            Optional<String> is = others.get(i).last().primary();
            if (!was.equals(is)) {
                affected++;
                was.ifPresent(personas::add);
                is.ifPresent(personas::add);
            }
        }
        return affected;
    }
}
