/**
 * What authors of rules work with before they save: checking, and whatever else tells them what a change would do. Each
 * tool is a library in a package of its own; the command line and the pages only show what it finds.
 */
package dev.spendsense.workbench;
