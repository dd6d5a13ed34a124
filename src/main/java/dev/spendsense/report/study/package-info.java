/**
 * What reports work on: every customer who was judged, with what was planted and what was assigned at each look, and no
 * more than that. Read once from one dataset or several, so that the sections of a report are plain functions of it, and
 * tests can write a study by hand.
 */
package dev.spendsense.report.study;
