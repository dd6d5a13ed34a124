/**
 * How soon the rules notice that a life has changed, held against what anybody could know who looks through the same
 * windows; how soon they forget; and how often they change their mind when nothing has happened.
 */
package dev.spendsense.report.detection;
