package dev.spendsense.workbench.impact;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What changed rules do to a population, at the last day of every history.
 *
 * @param before revision of the rules as they are
 * @param after revision of the changed rules
 * @param asOf the last day
 * @param users how many there are
 * @param judged how many consent, so that rules look at them
 * @param changes everybody who is given other personas, in the order of the population
 * @param moves users by foremost persona before and after, those who stayed included, by the order of the vocabulary
 * @param confidence for each persona that is scored
 * @param advice every piece that anybody gains or loses, the most moved first
 * @param rules to which changes of persona go back, those with most users first
 * @param was how good the rules are
 * @param is how good the changed rules are
 * @param figures both in numbers that conditions can name
 * @param stages where the time went
 */
public record Impact(
        String before,
        String after,
        LocalDate asOf,
        int users,
        int judged,
        List<UserChange> changes,
        List<PersonaMove> moves,
        List<ConfidenceShift> confidence,
        List<AdviceShift> advice,
        List<RuleShare> rules,
        Quality was,
        Quality is,
        List<Figure> figures,
        Stages stages) {

    public Impact {
        changes = List.copyOf(changes);
        moves = List.copyOf(moves);
        confidence = List.copyOf(confidence);
        advice = List.copyOf(advice);
        rules = List.copyOf(rules);
        figures = List.copyOf(figures);
    }

    /**
     * Lives everybody once and has both rule bases judge the life.
     *
     * @param threads how many workers there are, at least 1; makes no difference to the result
     */
    public static Impact of(Lives lives, RuleBase before, RuleBase after, int threads) {
        return new ImpactStudy(lives, before, after, Optional.empty()).run(threads);
    }

    /** How many users go to another foremost persona. */
    public int changedPrimary() {
        return (int) changes.stream().filter(UserChange::ofPrimary).count();
    }
}
