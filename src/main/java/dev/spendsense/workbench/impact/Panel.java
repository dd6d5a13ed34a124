package dev.spendsense.workbench.impact;

import dev.spendsense.findings.Findings;
import dev.spendsense.report.study.Subject;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import dev.spendsense.simulation.Life;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * People who are asked again and again: a population lived once, judged once by the rules as they are, and kept in memory,
 * some 20 KB a user, so that edit after edit is held against it at the cost of judging by the edit alone. Safe for use by
 * several threads.
 */
public final class Panel {

    private final Lives lives;
    private final RuleBase rules;
    private final List<Optional<Member>> members;

    private Panel(Lives lives, RuleBase rules, List<Optional<Member>> members) {
        this.lives = lives;
        this.rules = rules;
        this.members = members;
    }

    /** Somebody whom the rules as they are have judged. */
    record Member(Subject subject, Verdict verdict) {}

    /**
     * Lives everybody, or reads them, and has the rules as they are judge them.
     *
     * @param threads how many workers there are, at least 1
     */
    public static Panel of(Lives lives, RuleBase rules, int threads) {
        Lives kept = lives.kept(threads);
        List<Optional<Member>> members = new ArrayList<>(kept.users());
        kept.<Optional<Member>>forEach(threads, user -> judge(kept.live(user), rules), members::add);
        return new Panel(kept, rules, List.copyOf(members));
    }

    /** Nobody looks at those who do not consent. */
    private static Optional<Member> judge(Life life, RuleBase rules) {
        if (!life.history().customer().consent()) {
            return Optional.empty();
        }
        Findings findings = rules.evaluate(life.history());
        return Optional.of(new Member(Studies.subject(life, findings), Verdict.of(findings)));
    }

    /** The same people judged anew, because the rules as they are are others now. Nobody is lived again. */
    public Panel judgedBy(RuleBase other, int threads) {
        return of(lives, other, threads);
    }

    /**
     * What changed rules do to these people.
     *
     * @param threads how many workers there are, at least 1; makes no difference to the result
     */
    public Impact with(RuleBase changed, int threads) {
        return new ImpactStudy(lives, rules, changed, Optional.of(members)).run(threads);
    }

    /** The people, who are lived no more but remembered. */
    public Lives lives() {
        return lives;
    }

    /** The rules as they are. */
    public RuleBase rules() {
        return rules;
    }
}
