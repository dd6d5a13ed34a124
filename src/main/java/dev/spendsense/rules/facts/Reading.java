package dev.spendsense.rules.facts;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.definitions.Definitions;
import java.util.Optional;

/** A signal as later rules see it: what was measured, whether it was detected, and what it says about personas. */
public final class Reading {

    private final Definitions definitions;
    private final Signal signal;

    Reading(Definitions definitions, Signal signal) {
        this.definitions = definitions;
        this.signal = signal;
    }

    /** Name in the vocabulary. */
    public String type() {
        return signal.type();
    }

    /** Length in days of the window it was measured over. */
    public int windowDays() {
        return signal.windowDays();
    }

    public double value() {
        return signal.value();
    }

    /** Whether the value crosses its threshold. */
    public boolean detected() {
        return signal.detected();
    }

    /** The value with unit and sources, to be quoted in a rationale. */
    public Measure measure() {
        return signal.measure();
    }

    /** The value of a parameter in its unit. */
    public double param(String name) {
        return definitions.parameters().value(name);
    }

    /** Says that by this a persona's published criterion is met. */
    public Candidate candidate(String persona) {
        return new Candidate(persona, signal.text());
    }

    /**
     * What this says about a persona.
     *
     * @param group group of evidence, of the persona's
     * @param weight parameter with the log-odds
     */
    public Evidence evidence(String persona, String group, String weight) {
        return evidence(persona, group, weight, 1);
    }

    /**
     * What this says about a persona, as far as the value leans: at one parameter and before it the whole weight
     * against, at the other and beyond the whole weight for, in between on the straight line. The first may be the
     * larger one.
     */
    public Evidence leaning(String persona, String group, String weight, String against, String inFavor) {
        return evidence(persona, group, weight, definitions.parameters().lean(value(), against, inFavor));
    }

    /** What this says about a persona, with a factor on the weight. */
    public Evidence evidence(String persona, String group, String weight, double strength) {
        return new Evidence(persona, group, param(weight) * strength, weight, Optional.of(signal), "");
    }

    /** The signal that is stored and shown. */
    public Signal signal() {
        return signal;
    }

    @Override
    public String toString() {
        return signal.text();
    }
}
