package dev.spendsense.report.study;

import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A customer whom the rules have judged.
 *
 * @param source number of the dataset among those of the study, from 0
 * @param age completed years
 * @param region US Census region
 * @param annualIncome declared gross income, cents a year
 * @param from first day of the history
 * @param truth what was planted; it also names the customer
 * @param looks by date, at least one
 */
public record Subject(
        int source, int age, String region, long annualIncome, LocalDate from, GroundTruth truth, List<Look> looks) {

    public Subject {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException(truth.userId() + " was never looked at");
        }
    }

    public String userId() {
        return truth.userId();
    }

    /** The latest look. */
    public Look last() {
        return looks.get(looks.size() - 1);
    }

    /** Whether a persona was planted and holds on a day. */
    public boolean holds(String persona, LocalDate date) {
        return truth.profilesOn(date).contains(persona);
    }

    /**
     * The planted profile that a look is held against: of several that hold, the one that was found, else the one that
     * has held longest. Empty when none holds.
     */
    public Optional<String> truthAt(Look look) {
        List<String> profiles = truth.profilesOn(look.asOf());
        return look.primary()
                .filter(profiles::contains)
                .or(() -> profiles.stream().findFirst());
    }

    /** Whether a persona is assigned at a look with nothing untrue ranked before it. */
    public boolean isNoticed(String persona, Look look) {
        return isNoticed(persona, look, look.asOf());
    }

    /** Whether a persona is assigned at a look with nothing ranked before it that is untrue on some day. */
    public boolean isNoticed(String persona, Look look, LocalDate day) {
        for (PersonaAssignment one : look.personas()) {
            if (one.persona().equals(persona)) {
                return true;
            }
            if (!holds(one.persona(), day)) {
                return false;
            }
        }
        return false;
    }
}
