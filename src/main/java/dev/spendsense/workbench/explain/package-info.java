/**
 * Why one user was judged so: from advice to persona to evidence to signal to rule and to the very transactions; which
 * conditions of a persona's criteria hold and which fail, by how much; and the smallest change of one value that would
 * have judged otherwise, found by judging again. {@link dev.spendsense.workbench.explain.Explanation} is the chain,
 * {@link dev.spendsense.workbench.explain.Flips} the changes.
 */
package dev.spendsense.workbench.explain;
