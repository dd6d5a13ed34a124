package dev.spendsense.rules;

import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Card;
import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.rules.definitions.Phrase;
import dev.spendsense.rules.definitions.Service;
import dev.spendsense.rules.facts.PersonaPrior;
import dev.spendsense.rules.facts.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.common.InternalAgenda;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.runtime.KieSession;

/** One look of the rules at one customer: facts in, phase by phase, findings out. */
final class Evaluation {

    /** No phase of well-behaved rules comes near this for one customer; rules that trigger each other do. */
    private static final int FIRINGS_A_PHASE = 2_000;

    private final RuleBase rules;
    private final Definitions definitions;
    private final Behavior behavior;
    private final boolean traced;

    Evaluation(RuleBase rules, Behavior behavior, boolean traced) {
        this.rules = rules;
        this.definitions = rules.definitions();
        this.behavior = behavior;
        this.traced = traced;
    }

    Findings run() {
        KieSession session = rules.engine().newKieSession();
        try {
            Trace trace = new Trace();
            if (traced) {
                trace.follow(session);
            }
            insertFacts(session);
            for (Phase phase : Phase.values()) {
                trace.enter(phase);
                fire(session, phase);
            }
            return new Collector(rules.revision(), behavior).collect(session.getObjects(), trace.firings());
        } catch (RuntimeException e) {
            throw e instanceof RuleFailure ? e : RuleFailure.of(userId(), e);
        } finally {
            session.dispose();
        }
    }

    /** Activating a group needs an interface that the engine keeps to itself; it is used here and nowhere else. */
    private void fire(KieSession session, Phase phase) {
        InternalAgenda agenda = (InternalAgenda) ((InternalWorkingMemory) session).getAgenda();
        agenda.activateRuleFlowGroup(phase.folder());
        if (session.fireAllRules(FIRINGS_A_PHASE) >= FIRINGS_A_PHASE) {
            throw RuleFailure.endless(userId(), phase, Trace.busiest(session));
        }
    }

    private void insertFacts(KieSession session) {
        User user = new User(definitions, behavior);
        session.insert(user);
        for (int days : definitions.vocabulary().windows()) {
            session.insert(user.last(days));
        }
        insertCards(session);
        insertRecurring(session);
        for (Persona persona : definitions.vocabulary().personas().values()) {
            if (!persona.groups().isEmpty()) {
                insertPersona(session, persona);
            }
        }
        for (Phrase phrase : definitions.content().phrases()) {
            if (phrase.unsayable()) {
                session.insert(phrase);
            }
        }
        if (rules.factTypes().contains(Transaction.class)) {
            for (Transaction transaction : behavior.history().transactions()) {
                if (!transaction.date().isAfter(behavior.asOf())) {
                    session.insert(transaction);
                }
            }
        }
    }

    private void insertCards(KieSession session) {
        if (rules.factTypes().contains(Card.class)) {
            List<Integer> windows = definitions.vocabulary().windows();
            behavior.cards(windows.get(windows.size() - 1)).forEach(session::insert);
        }
    }

    private void insertRecurring(KieSession session) {
        if (rules.factTypes().contains(RecurringSeries.class)) {
            Map<String, Service> services = definitions.vocabulary().services();
            for (RecurringSeries series : behavior.recurring()) {
                session.insert(series);
                if (services.containsKey(series.merchant())) {
                    session.insert(services.get(series.merchant()));
                }
            }
        }
    }

    private void insertPersona(KieSession session, Persona persona) {
        double prior = definitions.parameters().value(persona.priorParameter());
        Map<String, Double> caps = new LinkedHashMap<>();
        for (String group : persona.groups()) {
            caps.put(group, definitions.parameters().value(persona.capParameter(group)));
        }
        session.insert(new PersonaPrior(persona.name(), prior, caps, persona.order()));
    }

    private String userId() {
        return behavior.history().customer().id();
    }
}
