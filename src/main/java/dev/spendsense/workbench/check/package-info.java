/**
 * Tells authors of rules everything that is wrong with a folder before they use it: what the loader would refuse, and
 * what only makes no sense when all files are seen together, such as a signal that nobody reads or rules that trigger
 * each other. For people, as JSON, and as SARIF for editors and code hosts.
 */
package dev.spendsense.workbench.check;
