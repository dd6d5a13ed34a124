package dev.spendsense.rules;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ObjectType;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.EntryPointNode;
import org.kie.api.KieBase;

/** The fact types that the patterns of a rule base name; showing it others would only cost time. */
final class FactTypes {

    private final Set<Class<?>> named;
    private final Map<Class<?>, Boolean> contained = new ConcurrentHashMap<>();

    private FactTypes(Set<Class<?>> named) {
        this.named = named;
    }

    static FactTypes namedBy(KieBase engine) {
        Set<Class<?>> named = new HashSet<>();
        for (EntryPointNode node :
                ((InternalRuleBase) engine).getRete().getEntryPointNodes().values()) {
            for (ObjectType type : node.getObjectTypeNodes().keySet()) {
                if (type instanceof ClassObjectType classType) {
                    named.add(classType.getClassType());
                }
            }
        }
        return new FactTypes(named);
    }

    boolean contains(Class<?> fact) {
        return contained.computeIfAbsent(
                fact, wanted -> named.stream().anyMatch(type -> type.isAssignableFrom(wanted) && type != Object.class));
    }
}
