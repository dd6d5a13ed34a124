package dev.spendsense.review;

import dev.spendsense.dataset.GivenAdvice;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;

/**
 * How urgent it is that somebody looks at a piece of advice, in points from what the advice itself says:
 *
 * <pre>points = urgency / p + doubt * (1 - c) + rank / r</pre>
 *
 * <p>p is the priority of the content (1 is the most pressing), c the confidence in the persona that the advice is given
 * for, r the rank of that persona. What presses, what the rules are unsure of, and what concerns the user's foremost
 * persona comes first. When the three weights add up to 100, so do the points at most. A flag counts apart: flagged
 * advice comes before all that is not, by severity.
 *
 * @param urgency most points for the priority of the content
 * @param doubt most points for a confidence that is low
 * @param rank most points for the rank of the persona
 */
public record Priority(double urgency, double doubt, double rank) {

    static Priority read(YamlFields fields) {
        Priority priority = new Priority(
                fields.get("urgency", Form.number(0, 100)),
                fields.get("doubt", Form.number(0, 100)),
                fields.get("rank", Form.number(0, 100)));
        fields.end();
        return priority;
    }

    /** Points of a piece of advice; a persona that the user does not have counts nothing. */
    double points(GivenAdvice advice) {
        double ofRank = advice.rank() == 0 ? 0 : rank / advice.rank();
        return urgency / Math.max(1, advice.priority()) + doubt * (1 - advice.confidence()) + ofRank;
    }
}
