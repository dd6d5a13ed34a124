/**
 * From a rule folder to a {@link dev.spendsense.rules.RuleBase}: its texts are read and vetted, compiled once, kept on
 * disk under a key, and evaluated over histories phase by phase. Knows nothing of what was planted in a customer.
 *
 * <p>Vetting order: names and words of the text, compilation, bytecode of what was generated, limits at evaluation. The
 * limits are an {@code Allowance} for each evaluation; a rule that exceeds it ends in a {@link
 * dev.spendsense.rules.RuleFailure} that names the rule and the user, and the program goes on.
 */
package dev.spendsense.rules;
