package dev.spendsense.rules;

import dev.spendsense.rules.facts.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Predicate2;
import org.drools.model.patterns.AccumulatePatternImpl;
import org.drools.model.patterns.PatternImpl;

/**
 * Lets the engine count the pairs of facts that it looks at. Between two firings it works out all matches of a rule, and
 * it asks nobody: a rule that joins four facts of which there are hundreds would never come to an end, and keep all of it
 * in memory. So the second and every further pattern of a rule gets one more condition, which is always true but counts
 * towards the {@link Allowance}. There is one user, so that joining facts with the user counts for nothing and costs
 * nothing.
 */
final class JoinWatch {

    private final String rule;
    private int watched;

    private JoinWatch(String rule) {
        this.rule = rule;
    }

    /** Adds the conditions to all rules of a model. */
    static void over(Model model) {
        for (Rule rule : model.getRules()) {
            new JoinWatch(rule.getName()).walk((Condition) rule.getView(), new ArrayList<>());
        }
    }

    /** @param before patterns that this one is joined with */
    private void walk(Condition condition, List<Variable<?>> before) {
        if (condition instanceof PatternImpl<?> pattern) {
            watch(pattern, before);
        } else if (condition instanceof AccumulatePatternImpl<?> accumulate) {
            walk(accumulate.getCondition(), new ArrayList<>(before));
        } else if (condition.getType() == Condition.Type.AND) {
            condition.getSubConditions().forEach(each -> walk(each, before));
        } else {
            condition.getSubConditions().forEach(each -> walk(each, new ArrayList<>(before)));
        }
    }

    private <T> void watch(PatternImpl<T> pattern, List<Variable<?>> before) {
        Variable<T> fact = pattern.getPatternVariable();
        if (fact.getType() == User.class) {
            return;
        }
        if (!before.isEmpty()) {
            Variable<?> joined = before.get(before.size() - 1);
            String id = "joins of " + rule + " " + ++watched;
            pattern.addConstraint(new SingleConstraint2<>(id, fact, joined, new Count<>(rule)));
            // first of all: pairs that do not match take time as well
            Collections.rotate(pattern.getConstraint().getChildren(), 1);
        }
        before.add(fact);
    }

    /** The condition that is always true. */
    private record Count<A, B>(String rule) implements Predicate2<A, B> {

        @Override
        public boolean test(A one, B other) {
            Allowance.ofThread().spendPair(rule);
            return true;
        }
    }
}
