/**
 * A yardstick for the rules: a classifier of a well-kept library, fitted to the signals that rules saw of other customers
 * and to what was planted in them. It is asked about the same customers as the rules and sees nothing that they do not
 * see. What it learns is used up in a report and never stored.
 */
package dev.spendsense.report.reference;
