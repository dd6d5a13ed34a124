/**
 * Rules before people whom they were not tuned on: populations of other seeds and other last days, which are lived, judged,
 * measured and forgotten ({@link dev.spendsense.workbench.trial.Trial}), and the yardstick beside them, a classifier fitted
 * to the development seeds ({@link dev.spendsense.workbench.trial.ReferenceFit}).
 */
package dev.spendsense.workbench.trial;
