package dev.spendsense.workbench.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the rules have to conclude.
 *
 * @param signals what is to be measured
 * @param personas by name
 * @param allPersonas in order of rank, these and no others
 * @param absentSignals not detected over any window
 * @param absentPersonas not assigned
 * @param absentAdvice not given
 * @param advice by code, a fragment of the rationale
 * @param blocked by code, a fragment of the reason for which it is held back
 * @param because rules that come to a conclusion
 * @param silent rules that come to none
 */
record Expectations(
        List<OfSignal> signals,
        Map<String, OfPersona> personas,
        Optional<List<String>> allPersonas,
        List<String> absentSignals,
        List<String> absentPersonas,
        List<String> absentAdvice,
        Map<String, String> advice,
        Map<String, String> blocked,
        Set<String> because,
        Set<String> silent) {

    static final Expectations NONE = new Expectations(
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Set.of());

    /**
     * @param days of the window; empty for every window that it is measured over
     * @param within how far the value may be off
     */
    record OfSignal(String type, OptionalInt days, Optional<Reading> reading, OptionalDouble value, double within) {}

    /** How a signal has to read. */
    enum Reading {
        DETECTED,
        NOT_DETECTED,
        UNKNOWN
    }

    /** @param assigned whether it is to be assigned; what is not assigned may have a confidence all the same */
    record OfPersona(boolean assigned, OptionalInt rank, double atLeast, double atMost) {}

    boolean isEmpty() {
        return equals(NONE);
    }

    /** These and others, all of which have to come true. */
    Expectations and(Expectations others) {
        Map<String, OfPersona> allOfThem = new TreeMap<>(personas);
        allOfThem.putAll(others.personas);
        return new Expectations(
                joined(signals, others.signals),
                allOfThem,
                others.allPersonas.isPresent() ? others.allPersonas : allPersonas,
                joined(absentSignals, others.absentSignals),
                joined(absentPersonas, others.absentPersonas),
                joined(absentAdvice, others.absentAdvice),
                joined(advice, others.advice),
                joined(blocked, others.blocked),
                Set.copyOf(joined(List.copyOf(because), List.copyOf(others.because))),
                Set.copyOf(joined(List.copyOf(silent), List.copyOf(others.silent))));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }
}
