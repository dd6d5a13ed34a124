package dev.spendsense.rules.facts;

import dev.spendsense.bank.measure.RecurringSeries;
import dev.spendsense.rules.definitions.Service;
import java.util.Optional;

/**
 * A recurring charge that a rule takes for a subscription.
 *
 * @param merchant name on the statement
 * @param monthly dollars in an average month
 * @param kind what is known of what it offers; empty when nothing is
 * @param companion merchant at which a member shops when the membership is used; empty when there is none
 * @param series the charges
 */
public record Subscription(String merchant, double monthly, String kind, String companion, RecurringSeries series) {

    Subscription(RecurringSeries series, Optional<Service> service) {
        this(
                series.merchant(),
                series.monthly().value(),
                service.map(Service::kind).orElse(""),
                service.map(Service::companion).orElse(""),
                series);
    }

    /** Whether this one comes before another: the dearer one, or the first by name. */
    public boolean aheadOf(Subscription other) {
        return monthly > other.monthly || monthly == other.monthly && merchant.compareTo(other.merchant) < 0;
    }
}
