/**
 * What rule files may say. Rules are code, and the engine has no sandbox; what is not on a list is refused, at the
 * earliest of these stages, each of which assumes that the one before has a hole:
 *
 * <ol>
 *   <li>{@link dev.spendsense.rules.vetting.TextPolicy} holds every word and sign of the text, and its size, against what
 *       is allowed; nothing of the engine has seen the text by then, because its compiler can be made to run code.
 *   <li>The compiler, which the package above asks.
 *   <li>{@link dev.spendsense.rules.vetting.BytecodePolicy} walks what was generated before any of it is loaded, also when
 *       it comes from disk: calls, fields, loops, arrays, texts that could grow.
 *   <li>Evaluation, again above, within an allowance of firings, conclusions, pairs of facts, lengths of texts and time.
 * </ol>
 *
 * <p>All lists follow from the one {@link dev.spendsense.rules.vetting.Surface}. The attacks that were thought of, and
 * what analysts would really write, lie with the tests, one file each: add to both when something here changes.
 */
package dev.spendsense.rules.vetting;
