package dev.spendsense.run;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleBase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How users are judged, and by what.
 *
 * @param text what is kept of the rules in the dataset
 * @param evaluate gives the findings of every look at a history, by date; called on many threads
 * @param usersSoFar about how many users have been judged in this process, if with as many looks each
 */
record Judgement(RuleText text, Function<History, List<Findings>> evaluate, LongSupplier usersSoFar) {

    /** @param looks the dates of the looks, in order */
    static Judgement by(RuleBase rules, List<LocalDate> looks) {
        return new Judgement(
                KeptRules.of(rules),
                history -> rules.evaluate(history, looks),
                () -> rules.looks() / Math.max(1, looks.size()));
    }

    /** The findings of every look at a history, by date. Without consent nobody looks. */
    List<Findings> timeline(History history) {
        return history.customer().consent() ? evaluate.apply(history) : List.of();
    }
}
