/**
 * The dataset file: the immutable result of one run, one SQLite file. Its tables, the bulk writer that fills them in the
 * order of the population, the fingerprints that say whether two datasets hold the same rows, and the reader that gives
 * back exactly the histories, truths and findings that were written.
 *
 * <p>A dataset comes into being whole or not at all: rows go to {@code NAME.partial}, which takes its final name only
 * when everything is on the disk.
 */
package dev.spendsense.dataset;
