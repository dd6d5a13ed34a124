package dev.spendsense.rules;

import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Card;
import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.facts.Supposition;
import dev.spendsense.rules.facts.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.drools.core.common.InternalAgenda;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.runtime.KieSession;

/** One look of the rules at one customer: facts in, phase by phase, findings out. */
final class Evaluation {

    private final RuleBase rules;
    private final Definitions definitions;
    private final Behavior behavior;
    private final Optional<Supposition> supposed;
    private final boolean traced;
    private final UnaryOperator<List<Object>> order;

    Evaluation(RuleBase rules, Behavior behavior, boolean traced) {
        this(rules, behavior, Optional.empty(), traced, UnaryOperator.identity());
    }

    Evaluation(RuleBase rules, Behavior behavior, Supposition supposed) {
        this(rules, behavior, Optional.of(supposed), false, UnaryOperator.identity());
    }

    /** @param order the order in which facts are shown, which must make no difference */
    Evaluation(RuleBase rules, Behavior behavior, boolean traced, UnaryOperator<List<Object>> order) {
        this(rules, behavior, Optional.empty(), traced, order);
    }

    private Evaluation(
            RuleBase rules,
            Behavior behavior,
            Optional<Supposition> supposed,
            boolean traced,
            UnaryOperator<List<Object>> order) {
        this.supposed = supposed;
        this.order = order;
        this.rules = rules;
        this.definitions = rules.definitions();
        this.behavior = behavior;
        this.traced = traced;
    }

    Findings run() {
        Sessions sessions = rules.sessions();
        KieSession session = sessions.take();
        boolean sound = false;
        Allowance allowance = Allowance.forThread();
        try {
            session.addEventListener(allowance);
            Trace trace = new Trace();
            if (traced) {
                trace.follow(session);
            }
            order.apply(facts()).forEach(session::insert);
            for (Phase phase : Phase.values()) {
                trace.enter(phase);
                fire(session, phase, allowance);
            }
            Findings findings =
                    new Collector(rules.revision(), behavior).collect(allowance.conclusions(), trace.firings());
            sound = true;
            return findings;
        } catch (RuntimeException e) {
            throw e instanceof RuleFailure ? e : RuleFailure.of(userId(), e);
        } catch (StackOverflowError e) {
            throw RuleFailure.of(userId(), new IllegalStateException("rules ask for too much within one thing", e));
        } finally {
            Allowance.done();
            if (sound) {
                sessions.giveBack(session);
            } else {
                session.dispose();
            }
        }
    }

    /** Activating a group needs an interface that the engine keeps to itself; it is used here and nowhere else. */
    private void fire(KieSession session, Phase phase, Allowance allowance) {
        InternalAgenda agenda = (InternalAgenda) ((InternalWorkingMemory) session).getAgenda();
        agenda.activateRuleFlowGroup(phase.folder());
        if (session.fireAllRules(
                        match -> rules.speaks(match.getRule().getName()) && allowance.accept(match),
                        Allowance.FIRINGS_A_PHASE)
                >= Allowance.FIRINGS_A_PHASE) {
            throw RuleFailure.endless(userId(), phase, Trace.busiest(session));
        }
    }

    /** Everything that rules can see of the customer, in any order. */
    private List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        List<Integer> windows = definitions.vocabulary().windows();
        User user = new User(definitions, behavior, supposed);
        facts.add(user);
        windows.forEach(days -> facts.add(user.last(days)));
        if (rules.factTypes().contains(Card.class)) {
            facts.addAll(behavior.cards(windows.get(windows.size() - 1)));
        }
        if (rules.factTypes().contains(RecurringSeries.class)) {
            facts.addAll(behavior.recurring());
        }
        facts.addAll(rules.standingFacts());
        if (rules.factTypes().contains(Transaction.class)) {
            for (Transaction transaction : behavior.history().transactions()) {
                if (!transaction.date().isAfter(behavior.asOf())) {
                    facts.add(transaction);
                }
            }
        }
        return facts;
    }

    private String userId() {
        return behavior.history().customer().id();
    }
}
