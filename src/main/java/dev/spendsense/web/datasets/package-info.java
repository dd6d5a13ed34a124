/**
 * The datasets of the data folder, as they are at this moment: files may appear, vanish, be replaced or break while they
 * are served. {@link dev.spendsense.web.datasets.Datasets} is the one door to them; a name opens a file of the folder and
 * nothing else.
 */
package dev.spendsense.web.datasets;
