/**
 * The command line: one class a command, which reads its options, calls the packages that do the work and hands the
 * result to a rendering class. Results go to standard output, progress and faults to standard error. Exit code 0 says
 * done, 1 that a check failed, 2 that the input is wrong, 3 that the program is.
 */
package dev.spendsense.cli;
