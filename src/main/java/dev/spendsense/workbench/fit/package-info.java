/**
 * Priors and weights from data ({@link dev.spendsense.workbench.fit.Fit}): a logistic regression on populations of the
 * development seeds, held near the values that the rules have, and tried on further development seeds. It proposes a diff
 * of the parameters, which somebody reads and applies, or does not.
 */
package dev.spendsense.workbench.fit;
