/**
 * The face for Spark: a population of any size, made in ranges of users by as many executors as there are, and a report
 * on it. Users, tables and fingerprints are those of a run on one machine: executors do what its workers do, and here is
 * only what distribution asks for. Texts and compiled rules travel, each user is made where it is written, files get
 * their names when a range is complete, and the manifest comes when all that was written has been read back.
 */
package dev.spendsense.spark;
