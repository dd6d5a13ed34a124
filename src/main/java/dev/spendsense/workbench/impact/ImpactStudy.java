package dev.spendsense.workbench.impact;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import dev.spendsense.simulation.Life;
import dev.spendsense.workbench.impact.Stages.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One pass over a population with two rule bases. */
final class ImpactStudy {

    private final Lives lives;
    private final RuleBase before;
    private final RuleBase after;
    private final boolean sameBehavior;
    private final boolean sameRules;
    private final Stage live = new Stage();
    private final Stage judgeBefore = new Stage();
    private final Stage judgeAfter = new Stage();
    private final Stage explain = new Stage();
    private final Stage measure = new Stage();

    ImpactStudy(Lives lives, RuleBase before, RuleBase after) {
        this.lives = lives;
        this.before = before;
        this.after = after;
        this.sameBehavior = before.measuresLike(after);
        this.sameRules = before.concludesLike(after);
    }

    /** A life that both have judged. */
    private record Judged(Subject was, Subject is, Findings before, Findings after, Optional<UserChange> change) {}

    Impact run(int threads) {
        long begin = System.nanoTime();
        Shifts shifts = new Shifts(before, after);
        List<Subject> was = new ArrayList<>();
        List<Subject> is = new ArrayList<>();
        List<UserChange> changes = new ArrayList<>();
        lives.<Optional<Judged>>forEach(
                threads,
                this::judge,
                user -> user.ifPresent(judged -> {
                    was.add(judged.was);
                    is.add(judged.is);
                    shifts.add(judged.before, judged.after);
                    judged.change.ifPresent(changes::add);
                }));
        Study old = Studies.of(before, was);
        Study now = Studies.of(after, is);
        Rate changed = Rate.of(changes.size(), was.size());
        Quality oldQuality = measure.time(() -> Quality.of(old));
        Quality newQuality = measure.time(() -> Quality.of(now));
        List<Figure> figures = measure.time(() -> Figures.of(old, now, oldQuality, newQuality, changed));
        return new Impact(
                before.revision(),
                after.revision(),
                lives.end(),
                lives.users(),
                was.size(),
                changes,
                shifts.moves(),
                shifts.confidence(),
                shifts.advice(),
                Shifts.rules(changes),
                oldQuality,
                newQuality,
                figures,
                new Stages(
                        live.spent(),
                        judgeBefore.spent(),
                        judgeAfter.spent(),
                        explain.spent(),
                        measure.spent(),
                        Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** Nobody looks at those who do not consent. */
    private Optional<Judged> judge(int user) {
        Life life = live.time(() -> lives.live(user));
        if (!life.history().customer().consent()) {
            return Optional.empty();
        }
        History history = life.history();
        Behavior behavior = before.behavior(history);
        Behavior other = sameBehavior ? behavior : after.behavior(history);
        Findings was = judgeBefore.time(() -> before.evaluate(behavior));
        Findings is = sameRules ? was : judgeAfter.time(() -> after.evaluate(other));
        Optional<UserChange> change = names(was).equals(names(is))
                ? Optional.empty()
                : Optional.of(explain.time(() -> change(life, behavior, other)));
        return Optional.of(new Judged(Studies.subject(life, was), Studies.subject(life, is), was, is, change));
    }

    private UserChange change(Life life, Behavior behavior, Behavior other) {
        Findings was = before.explain(behavior);
        Findings is = after.explain(other);
        return new UserChange(
                was.userId(),
                life.truth().profilesOn(was.asOf()),
                was.personas(),
                is.personas(),
                new Responsible(was, is, concerned(names(was), names(is))).rules());
    }

    /** Personas that are given to the user in one case and not in the other, or in another place. */
    private static TreeSet<String> concerned(List<String> was, List<String> is) {
        TreeSet<String> concerned = new TreeSet<>();
        Stream.concat(was.stream(), is.stream())
                .filter(persona -> was.indexOf(persona) != is.indexOf(persona))
                .forEach(concerned::add);
        return concerned;
    }

    private static List<String> names(Findings findings) {
        return findings.personas().stream().map(PersonaAssignment::persona).toList();
    }
}
