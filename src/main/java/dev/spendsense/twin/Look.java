package dev.spendsense.twin;

import static java.util.stream.Collectors.toSet;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rules conclude of two lives at the same date. */
public record Look(Both<Findings> findings) {

    public LocalDate asOf() {
        return findings.original().asOf();
    }

    /** Whether the personas are others, or in another order; how sure the rules are of them does not matter here. */
    public boolean personasDiffer() {
        return !findings.map(it ->
                        it.personas().stream().map(PersonaAssignment::persona).toList())
                .same();
    }

    /** Behaviors whose figure differs, or that only one of the lives shows, by type and window. */
    public List<SignalPair> signalsApart() {
        List<SignalPair> pairs = new ArrayList<>();
        for (Signal signal : findings.original().signals()) {
            pairs.add(pair(signal));
        }
        for (Signal signal : findings.twin().signals()) {
            if (findings.original().signal(signal.type(), signal.windowDays()).isEmpty()) {
                pairs.add(pair(signal));
            }
        }
        return pairs.stream().filter(SignalPair::differs).toList();
    }

    /** Whether only one of the lives shows some behavior. */
    public boolean behaviorsDiffer() {
        return signalsApart().stream().anyMatch(SignalPair::detectedInOne);
    }

    /** Advice that only the twin gets. */
    public List<Recommendation> gained() {
        return less(findings.twin(), findings.original());
    }

    /** Advice that only the original gets. */
    public List<Recommendation> lost() {
        return less(findings.original(), findings.twin());
    }

    public boolean adviceDiffers() {
        return !gained().isEmpty() || !lost().isEmpty();
    }

    /** Whether anything of this differs. */
    public boolean differs() {
        return personasDiffer() || !signalsApart().isEmpty() || adviceDiffers();
    }

    private SignalPair pair(Signal signal) {
        return new SignalPair(
                signal.type(),
                signal.windowDays(),
                findings.original().signal(signal.type(), signal.windowDays()),
                findings.twin().signal(signal.type(), signal.windowDays()));
    }

    private static List<Recommendation> less(Findings some, Findings others) {
        Set<String> codes =
                others.recommendations().stream().map(Recommendation::code).collect(toSet());
        return some.recommendations().stream()
                .filter(advice -> !codes.contains(advice.code()))
                .toList();
    }
}
