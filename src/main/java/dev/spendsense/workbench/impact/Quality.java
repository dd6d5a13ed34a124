package dev.spendsense.workbench.impact;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.calibration.Calibration;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.study.Study;

/**
 * How good rules are on the population, at the latest look at each user.
 *
 * @param accuracy how often the persona is right, and false personas
 * @param calibration how far confidence can be believed
 */
public record Quality(Accuracy accuracy, Calibration calibration) {

    static Quality of(Study study) {
        return new Quality(Accuracy.atTheEnd(study), CalibrationSection.atTheEnd(study));
    }
}
