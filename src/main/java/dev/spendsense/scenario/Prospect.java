package dev.spendsense.scenario;

/**
 * An event that customers of a profile may meet.
 *
 * @param event what may happen
 * @param from where its share of the customers begins, 0 to 1; above 0 only where events shut each other out
 * @param chance share of the customers to whom it happens, 0 to 1
 * @param shutsOut whether whoever meets it meets none of the profile's other events of that kind
 * @param change how they live afterwards
 */
public record Prospect(Event event, double from, double chance, boolean shutsOut, Change change) {

    /** Whether it happens to the customer who stands at a share of all, in [0, 1). */
    public boolean happensAt(double share) {
        return share >= from && share < from + chance;
    }
}
