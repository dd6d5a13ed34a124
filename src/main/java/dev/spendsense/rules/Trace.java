package dev.spendsense.rules;

import dev.spendsense.findings.Firing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** Notes which rule concluded what. */
final class Trace {

    private static final int ENOUGH_TO_TELL = 200;

    private final List<Firing> firings = new ArrayList<>();
    private Phase phase;

    void follow(KieSession session) {
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (event.getRule() != null) {
                    Object fact = event.getObject();
                    firings.add(new Firing(
                            phase.folder(), event.getRule().getName(), String.valueOf(fact), Conclusions.of(fact)));
                }
            }
        });
    }

    void enter(Phase next) {
        phase = next;
    }

    List<Firing> firings() {
        return firings;
    }

    /** The rule that fires most often in a session that does not come to an end. */
    static String busiest(KieSession session) {
        Map<String, Integer> count = new HashMap<>();
        session.fireAllRules(
                match -> {
                    count.merge(match.getRule().getName(), 1, Integer::sum);
                    return true;
                },
                ENOUGH_TO_TELL);
        return count.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("?");
    }
}
