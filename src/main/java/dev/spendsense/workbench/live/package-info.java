/**
 * Rules that change while a process runs. A folder is watched; once it stands still after a change it is tried, and only
 * what passes takes the place of what judged before. What is refused is told, and what judged before goes on. An
 * evaluation keeps the revision that it began with.
 */
package dev.spendsense.workbench.live;
