package dev.spendsense.rules;

import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Score;
import dev.spendsense.rules.facts.Assigned;
import dev.spendsense.rules.facts.Draft;
import dev.spendsense.rules.facts.Measurement;
import dev.spendsense.rules.facts.Note;
import dev.spendsense.rules.facts.Reading;
import dev.spendsense.rules.facts.Selected;
import dev.spendsense.rules.facts.Standing;
import dev.spendsense.rules.facts.Subscription;
import dev.spendsense.rules.facts.Unmeasured;
import dev.spendsense.rules.facts.Unused;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * What one evaluation may spend of time and memory. Judging a customer takes about a millisecond, hundreds of conclusions
 * and thousands of pairs, so that whoever reaches a limit does something else than judging.
 */
final class Allowance extends DefaultRuleRuntimeEventListener implements AgendaFilter {

    /** No phase of well-behaved rules comes near this for one customer; rules that trigger each other do. */
    static final int FIRINGS_A_PHASE = 2_000;

    private static final int MOST_CONCLUSIONS = 5_000;
    private static final int MOST_PAIRS = 1_000_000;
    private static final int LONGEST_TEXT = 1_000;

    /** Elapsed. */
    private static final int SECONDS = 10;

    /** That the thread itself must have run meanwhile, so that nobody is blamed for a machine that stands still. */
    private static final int SECONDS_RUN = 5;

    /** After which it is seen how long the thread has run; to ask that is dear, and hardly any evaluation comes so far. */
    private static final int SECONDS_UNSEEN = 1;

    private static final long NANOS_A_SECOND = 1_000_000_000;

    /** Reading the clock costs more than counting. */
    private static final int PAIRS_A_LOOK = 1_024;

    private static final int FIRINGS_A_LOOK = 8;

    private static final Set<Class<?>> CONCLUSIONS = Set.of(
            Reading.class,
            Unmeasured.class,
            Measurement.class, // refused where findings are gathered, in words that help
            Subscription.class,
            Unused.class,
            Note.class,
            Candidate.class,
            Evidence.class,
            Score.class,
            Standing.class,
            Assigned.class,
            Draft.class,
            Blocked.class,
            Selected.class);

    /** The engine hands conditions nothing but facts, so that they find their allowance by the thread they run on. */
    private static final ThreadLocal<Allowance> OF_THREAD = ThreadLocal.withInitial(Allowance::new);

    private final LongSupplier clock;
    private final LongSupplier threadClock;
    private final long start;
    private long ranBefore;
    private long nextLook = SECONDS_UNSEEN * NANOS_A_SECOND;
    private boolean seen;
    private final List<Object> conclusions = new ArrayList<>(100);
    private int pairs;
    private int firings;

    /** A rule did more than any rule needs. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String rule;

        Exceeded(String rule, String problem) {
            super(problem);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    private Allowance() {
        this(System::nanoTime, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /**
     * @param clock nanoseconds elapsed since whenever
     * @param threadClock nanoseconds that this thread has run; negative where that is not known
     */
    Allowance(LongSupplier clock, LongSupplier threadClock) {
        this.clock = clock;
        this.threadClock = threadClock;
        this.start = clock.getAsLong();
    }

    /** A new allowance for what this thread is about to evaluate. */
    static Allowance forThread() {
        Allowance allowance = new Allowance();
        OF_THREAD.set(allowance);
        return allowance;
    }

    static Allowance ofThread() {
        return OF_THREAD.get();
    }

    /** Nothing is evaluated on this thread any longer. */
    static void done() {
        OF_THREAD.remove();
    }

    void spendPair(String rule) {
        pairs++;
        if (pairs > MOST_PAIRS) {
            throw new Exceeded(rule, String.format(Locale.ROOT, "joins more than %,d pairs of facts", MOST_PAIRS));
        }
        if (pairs % PAIRS_A_LOOK == 0) {
            checkTime(rule);
        }
    }

    /** Asked before each firing. */
    @Override
    public boolean accept(Match match) {
        if (++firings % FIRINGS_A_LOOK == 0) {
            checkTime(match.getRule().getName());
        }
        return true;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getRule() == null) {
            return;
        }
        String rule = event.getRule().getName();
        Object fact = event.getObject();
        if (!CONCLUSIONS.contains(fact.getClass())) {
            throw new Exceeded(
                    rule,
                    "inserts a " + fact.getClass().getSimpleName() + ", which is given or asked for, not concluded");
        }
        conclusions.add(fact);
        if (conclusions.size() > MOST_CONCLUSIONS) {
            throw new Exceeded(rule, String.format(Locale.ROOT, "more than %,d facts are concluded", MOST_CONCLUSIONS));
        }
        if (longestText(fact) > LONGEST_TEXT) {
            throw new Exceeded(
                    rule, String.format(Locale.ROOT, "concludes a text of more than %,d characters", LONGEST_TEXT));
        }
    }

    /** Everything that was concluded so far, in the order of firing; no rule can take anything back. */
    List<Object> conclusions() {
        return conclusions;
    }

    private void checkTime(String rule) {
        long elapsed = clock.getAsLong() - start;
        if (elapsed <= nextLook) {
            return;
        }
        nextLook = elapsed + NANOS_A_SECOND;
        if (!seen) {
            seen = true;
            ranBefore = threadClock.getAsLong();
            return;
        }
        if (elapsed <= SECONDS * NANOS_A_SECOND) {
            return;
        }
        if (ranBefore < 0 || threadClock.getAsLong() - ranBefore >= SECONDS_RUN * NANOS_A_SECOND) {
            throw new Exceeded(rule, "the evaluation takes more than " + SECONDS + " seconds");
        }
    }

    /** Of the texts that a rule makes up; those that come from the vocabulary or the content are as long as they are. */
    private static int longestText(Object fact) {
        if (fact instanceof Note note) {
            return longest(note.name(), note.subject());
        } else if (fact instanceof Candidate candidate) {
            return longest(candidate.persona(), candidate.because());
        } else if (fact instanceof Evidence evidence) {
            return longest(evidence.persona(), evidence.group(), evidence.weight(), evidence.note());
        } else if (fact instanceof Unused unused) {
            return longest(unused.merchant(), unused.because());
        } else if (fact instanceof Blocked blocked) {
            return longest(blocked.code(), blocked.persona(), blocked.reason());
        } else if (fact instanceof Score score) {
            return longest(score.persona());
        } else if (fact instanceof Standing standing) {
            return longest(standing.persona());
        }
        return 0;
    }

    private static int longest(String... texts) {
        int longest = 0;
        for (String text : texts) {
            longest = Math.max(longest, text == null ? 0 : text.length());
        }
        return longest;
    }
}
