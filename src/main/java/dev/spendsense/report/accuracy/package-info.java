/**
 * How often the rules' personas are what was planted: the confusion of both, precision, recall and F1 with their
 * intervals, what balanced customers are wrongly taken for, and all of it against how pronounced a planted profile is.
 */
package dev.spendsense.report.accuracy;
