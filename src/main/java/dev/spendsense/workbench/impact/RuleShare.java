package dev.spendsense.workbench.impact;

/**
 * In how many changes of persona a rule has a part, by what it says.
 *
 * @param phase folder of the rule
 * @param rule its name
 * @param kind how it differs
 * @param conclusion what it says, or no longer says
 * @param users whose change of persona goes back to it, alone or with other rules
 */
public record RuleShare(String phase, String rule, RuleDifference.Kind kind, String conclusion, int users) {}
