package dev.spendsense.bank.measure;

/** How often a charge returns. Tolerances let due dates move over weekends and short months. */
public enum Cadence {
    WEEKLY(7, 1),
    BIWEEKLY(14, 2),
    MONTHLY(30.436875, 4),
    YEARLY(365.2425, 7);

    private final double days;
    private final int tolerance;

    Cadence(double days, int tolerance) {
        this.days = days;
        this.tolerance = tolerance;
    }

    /** Days from one charge to the next on average. */
    public double days() {
        return days;
    }

    /** Whether a gap of so many days is one turn. */
    boolean fits(int gap) {
        return Math.abs(gap - days) <= tolerance;
    }

    /** Whether a gap of so many days is two turns, one of which was left out. */
    boolean fitsTwice(int gap) {
        return Math.abs(gap - 2 * days) <= tolerance;
    }

    /** Days after the latest charge at which the next one is overdue. */
    int patience() {
        return (int) Math.ceil(days) + tolerance;
    }
}
