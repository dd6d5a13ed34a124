package dev.spendsense.workbench.impact;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Findings;
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
    private final Optional<List<Optional<Panel.Member>>> earlier;
    private final boolean sameBehavior;
    private final boolean sameRules;
    private final Stage live = new Stage();
    private final Stage judgeBefore = new Stage();
    private final Stage judgeAfter = new Stage();
    private final Stage explain = new Stage();
    private final Stage measure = new Stage();

    /** @param earlier what the rules as they are concluded of everybody; empty when that is still to be seen */
    ImpactStudy(Lives lives, RuleBase before, RuleBase after, Optional<List<Optional<Panel.Member>>> earlier) {
        this.earlier = earlier;
        this.lives = lives;
        this.before = before;
        this.after = after;
        this.sameBehavior = before.measuresLike(after);
        this.sameRules = before.concludesLike(after);
    }

    /** A life that both have judged. */
    private record Judged(Panel.Member was, Panel.Member is, Optional<UserChange> change) {}

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
                    was.add(judged.was.subject());
                    is.add(judged.is.subject());
                    shifts.add(judged.was.verdict(), judged.is.verdict());
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
        Panel.Member was = earlier.flatMap(members -> members.get(user))
                .orElseGet(() -> judgeBefore.time(() -> member(life, before.evaluate(behavior))));
        Panel.Member is = sameRules ? was : judgeAfter.time(() -> member(life, after.evaluate(other)));
        Optional<UserChange> change = was.verdict().names().equals(is.verdict().names())
                ? Optional.empty()
                : Optional.of(explain.time(() -> change(life, behavior, other)));
        return Optional.of(new Judged(was, is, change));
    }

    private static Panel.Member member(Life life, Findings findings) {
        return new Panel.Member(Studies.subject(life, findings), Verdict.of(findings));
    }

    private UserChange change(Life life, Behavior behavior, Behavior other) {
        Findings was = before.explain(behavior);
        Findings is = after.explain(other);
        List<String> wasNames = Verdict.of(was).names();
        List<String> isNames = Verdict.of(is).names();
        return new UserChange(
                was.userId(),
                life.truth().profilesOn(was.asOf()),
                was.personas(),
                is.personas(),
                new Responsible(was, is, concerned(wasNames, isNames)).rules());
    }

    /** Personas that are given to the user in one case and not in the other, or in another place. */
    private static TreeSet<String> concerned(List<String> was, List<String> is) {
        TreeSet<String> concerned = new TreeSet<>();
        Stream.concat(was.stream(), is.stream())
                .filter(persona -> was.indexOf(persona) != is.indexOf(persona))
                .forEach(concerned::add);
        return concerned;
    }
}
