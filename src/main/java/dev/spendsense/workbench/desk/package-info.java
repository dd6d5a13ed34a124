/**
 * Everything that the workbench does, asked of a draft: texts that somebody has changed and not saved, laid over a rule
 * folder ({@link dev.spendsense.workbench.desk.RuleDraft}). {@link dev.spendsense.workbench.desk.Desk} checks, tests, judges
 * and at last adopts it. Answers are records of plain values, so that a process of its own can send them as JSON. Nothing
 * here limits memory or time: whoever asks for strangers does that around it.
 */
package dev.spendsense.workbench.desk;
