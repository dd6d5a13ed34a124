package dev.spendsense.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers what was asked for lately, so many answers at most. For many threads. */
final class Recent<K, V> {

    private final Map<K, V> answers;

    Recent(int most) {
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered, or is worked out now; two threads may work out the same thing at once. */
    V get(K question, Supplier<V> answer) {
        V known;
        synchronized (answers) {
            known = answers.get(question);
        }
        if (known == null) {
            known = answer.get();
            synchronized (answers) {
                answers.put(question, known);
            }
        }
        return known;
    }
}
