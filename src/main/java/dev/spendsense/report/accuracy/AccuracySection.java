package dev.spendsense.report.accuracy;

import dev.spendsense.report.study.Study;
import java.util.Optional;

/**
 * Accuracy, once for each user and once for each look.
 *
 * @param atTheEnd at the latest look at each user
 * @param overLooks at all looks
 * @param reference what a classifier fitted to the same signals reaches; empty when none was fitted
 */
public record AccuracySection(Accuracy atTheEnd, Accuracy overLooks, Optional<Reference> reference) {

    public static AccuracySection of(Study study, Optional<Reference> reference) {
        return new AccuracySection(Accuracy.atTheEnd(study), Accuracy.overLooks(study), reference);
    }
}
