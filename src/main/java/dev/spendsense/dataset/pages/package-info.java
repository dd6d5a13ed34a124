/**
 * Fills empty tables of an SQLite file by writing their finished b-tree pages, in the order of their keys, where SQLite
 * would find the place of every row anew. SQLite makes the tables before and opens the file after; readers notice nothing.
 *
 * <p>Why not SQLite itself: of what a whole run costs, its {@code INSERT} took more than a third; pages take a quarter of
 * that. The names here are those of the <a href="https://sqlite.org/fileformat2.html">database file format</a>, which
 * SQLite promises to read for ever. {@code PRAGMA integrity_check} and a comparison with what SQLite stores hold this
 * package to it; tables with anything that only SQLite can check are refused.
 */
package dev.spendsense.dataset.pages;
