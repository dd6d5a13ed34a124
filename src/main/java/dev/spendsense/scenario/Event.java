package dev.spendsense.scenario;

import java.util.List;
import java.util.Optional;

/**
 * Something that can befall a customer and change how the customer lives. An event is data: a new one needs no Java.
 *
 * @param name key in the scenario, for example {@code job_loss}
 * @param day days after the first one on which it happens, whole numbers of at least 1
 * @param lasts days for which it lasts, whole numbers; empty when things stay as they have become
 * @param pay factor on every pay while it lasts
 * @param spending factor on what the customer means to spend while it lasts. Spending also follows the pay where the
 *     event is there to stay; one who earns less for a while goes on as before but for this factor.
 * @param moves whether the customer moves house: other payees, another rent
 * @param paysOffCards whether card debt is paid off on the day, as far as checking and savings reach
 * @param truth profiles that hold from now on; empty when those before go on to hold
 * @param alongside whether they hold beside those before, instead of in their place
 * @param flows money that arrives or leaves because of it
 */
public record Event(
        String name,
        Range day,
        Optional<Range> lasts,
        Range pay,
        Range spending,
        boolean moves,
        boolean paysOffCards,
        List<String> truth,
        boolean alongside,
        List<CashFlow> flows) {

    public Event {
        truth = List.copyOf(truth);
        flows = List.copyOf(flows);
    }
}
