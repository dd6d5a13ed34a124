package dev.spendsense.findings;

import java.util.List;

/**
 * A piece of advice for one customer.
 *
 * @param kind education or offer
 * @param code name of the content
 * @param persona the persona it is given for
 * @param priority 1 for the most pressing
 * @param title heading
 * @param body what is taught or offered
 * @param rationale why this customer gets it, in the customer's own figures
 * @param bindings the figures and names that the rationale quotes
 * @param disclosure what has to be said along with it
 */
public record Recommendation(
        Kind kind,
        String code,
        String persona,
        int priority,
        String title,
        String body,
        String rationale,
        List<Binding> bindings,
        String disclosure) {

    public Recommendation {
        bindings = List.copyOf(bindings);
    }
}
