/**
 * Keeps the rules that were once found fit to judge people, each revision in a folder of its own name, and one pointer to
 * the one that counts. A {@link dev.spendsense.workbench.revisions.Trial} says whether a folder is fit: it is checked,
 * compiled, and its cases are judged.
 */
package dev.spendsense.workbench.revisions;
