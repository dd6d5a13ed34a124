package dev.spendsense.simulation;

import dev.spendsense.scenario.Change;
import dev.spendsense.scenario.Event;

/**
 * An event that befalls one customer.
 *
 * @param event what happens
 * @param change how the customer lives while it lasts
 * @param from number of the day on which it happens
 * @param until number of the day after its last one; beyond the period when it does not end in it
 * @param pay factor on pay
 * @param spending factor on what the customer means to spend
 */
record Occurrence(Event event, Change change, int from, int until, double pay, double spending) {

    boolean lastsOn(int day) {
        return from <= day && day < until;
    }

    /** Whether things stay as they have become. */
    boolean isToStay() {
        return event.lasts().isEmpty();
    }
}
