/**
 * What a change of rules does to a whole population before anybody saves it: every life is lived once and judged by the rules
 * as they are and by the changed ones, and {@link dev.spendsense.workbench.impact.Impact} says who changes persona and by
 * which rules, what advice comes and goes, and whether the answers get better or worse. A
 * {@link dev.spendsense.workbench.impact.Condition} turns that into yes or no.
 */
package dev.spendsense.workbench.impact;
