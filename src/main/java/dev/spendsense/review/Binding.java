package dev.spendsense.review;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.RunRecord;

/** The fingerprints by which a log knows its dataset. */
final class Binding {

    private Binding() {}

    /** Of what the simulation made and, when rules judged it, of what they found: {@code 5e0c.../77ab...}. */
    static String of(RunRecord run) {
        return run.fingerprint()
                + run.findingsFingerprint()
                        .map(Fingerprint::toString)
                        .map(text -> "/" + text)
                        .orElse("");
    }
}
