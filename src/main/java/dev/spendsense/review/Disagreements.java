package dev.spendsense.review;

import java.util.List;

/**
 * The rules that people disagree with, the most disagreed with first: by the lower end of the interval, so that one
 * rejection out of one does not come before fifty out of sixty.
 *
 * @param rules each rule that brought about something that was decided
 * @param users users whose findings were traced to their rules
 * @param waiting further users with decisions who are traced when this is asked for again
 */
public record Disagreements(List<Disagreement> rules, int users, int waiting) {

    public Disagreements {
        rules = List.copyOf(rules);
    }
}
