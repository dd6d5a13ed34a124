/**
 * What lies between two revisions of the rules: line by line, in the words of the vocabulary (which rules, parameters,
 * signals, personas and pieces of advice), and in what becomes of people whom both judge.
 */
package dev.spendsense.workbench.diff;
