package dev.spendsense.rules;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.drools.core.common.InternalWorkingMemory;
import org.drools.core.impl.RuleBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;

/**
 * Sessions of the engine, each for one customer after the other: laying out the memories of a hundred rules anew costs
 * more than emptying them. The engine's own pool would keep those as well that a rule has broken.
 */
final class Sessions {

    private final KieBase engine;
    private final KieSessionConfiguration configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();

    /** As many as ever were in use at once. */
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    private final LongAdder used = new LongAdder();

    Sessions(KieBase engine) {
        this.engine = engine;
        // ThreadSafeOption.NO is no gain: it is about the rules, which all sessions share.
        configuration.setOption(KeepReferenceOption.NO);
    }

    KieBase engine() {
        return engine;
    }

    /** An empty session; whoever takes it gives it back, or disposes of it when anything went wrong in it. */
    KieSession take() {
        KieSession session = idle.poll();
        return session == null ? engine.newKieSession(configuration, null) : session;
    }

    /** Forgets the customer, and all listeners. */
    void giveBack(KieSession session) {
        ((InternalWorkingMemory) session).reset();
        idle.add(session);
        used.increment();
    }

    /** How many customers they have been for. */
    long used() {
        return used.sum();
    }
}
